//! What to type for what: the examples at the end of each help.

use crate::lang::Lang;

/// An example: its verb, what to type, and what it answers in 中文 and English.
pub(crate) type Example = (&'static str, &'static str, &'static str, &'static str);

/// Examples of each verb.
pub(crate) const ALL: &[Example] = &[
    ("rongtu", "rongtu", "全屏浏览", "explore on the whole screen"),
    (
        "rongtu",
        "rongtu list outcomes --college tzkj",
        "台州科技的全部成效",
        "every outcome of one college",
    ),
    ("list", "rongtu list", "所有院校", "all colleges"),
    (
        "list",
        "rongtu list pillars --college sdcit",
        "山东信息的五个支柱",
        "the pillars of one college",
    ),
    (
        "list",
        "rongtu list outcomes --theme employment",
        "有关就业的成效",
        "outcomes about employment",
    ),
    (
        "list",
        "rongtu list outcomes --format csv --bom --headings zh > outcomes.csv",
        "存成 Excel 打得开的表格，列名用中文",
        "a table that Excel opens, headed in Chinese",
    ),
    (
        "list",
        "rongtu list --sort province",
        "院校按省份排列",
        "colleges by province",
    ),
    (
        "compare",
        "rongtu compare tzvcst sdcit",
        "两所院校的成效",
        "the figures of two colleges",
    ),
    (
        "compare",
        "rongtu compare tzkj sdxx --theme employment",
        "只看就业质量",
        "only employment",
    ),
    (
        "compare",
        "rongtu compare tzvcst sdcit --pillars",
        "按主题对照支柱",
        "their pillars by theme",
    ),
    (
        "compare",
        "rongtu compare tzvcst sdcit --format md > compare.md",
        "存成带出处的报告",
        "a report with sources",
    ),
    (
        "report",
        "rongtu report tzvcst sdcit -o compare.docx",
        "两所院校的对比，Word",
        "a comparison for Word",
    ),
    (
        "report",
        "rongtu report tzvcst sdcit -o compare.xlsx --lang zh,en",
        "各类记录每类一张表，中英并列",
        "every record in sheets, in both languages",
    ),
    (
        "report",
        "rongtu report tzkj -o tzvcst.html --force",
        "一所院校的网页，覆盖旧的",
        "one college as a web page, over an older one",
    ),
    (
        "report",
        "rongtu report tzkj sdxx --theme employment -o employment.md",
        "只写就业质量，Markdown",
        "employment alone, as Markdown",
    ),
    (
        "find",
        "rongtu find jyl",
        "就业率，只打首字母",
        "the employment rate, by its initials alone",
    ),
    (
        "find",
        "rongtu find 山东 毕业生",
        "山东信息的毕业生",
        "the graduates of one college",
    ),
    (
        "find",
        "rongtu find 2000万 --kind outcome",
        "哪一项是两千万",
        "which outcome is twenty million",
    ),
    ("show", "rongtu show tzvcst", "一所院校", "a college"),
    (
        "show",
        "rongtu show tzvcst/p1",
        "它的第一个支柱",
        "its first pillar",
    ),
    (
        "show",
        "rongtu show tzvcst/mould-firms --format json",
        "一项成效，JSON",
        "an outcome as JSON",
    ),
    (
        "source",
        "rongtu source tzvcst/mould-firms",
        "媒体、行、原文",
        "outlet, line and phrase",
    ),
    (
        "source",
        "rongtu source tzvcst/mould-firms --articles texts",
        "连同整段原文",
        "with the whole passage",
    ),
    (
        "check",
        "rongtu check",
        "检查内置档案",
        "check the built-in dossiers",
    ),
    (
        "check",
        "rongtu check . --format json",
        "检查当前文件夹，JSON",
        "check this folder, as JSON",
    ),
    (
        "check",
        "rongtu check . --articles texts",
        "连同原文核对每个数字",
        "and hold every figure to its article",
    ),
    (
        "check",
        "rongtu check --explain value-differs",
        "一个代码的意思",
        "what a code means",
    ),
    (
        "check",
        "rongtu check --terminal",
        "终端该用哪种 --ambiguous",
        "which --ambiguous the terminal needs",
    ),
    (
        "export",
        "rongtu export tables",
        "CSV、JSON Lines 与 datapackage.json",
        "CSV, JSON Lines and datapackage.json",
    ),
    (
        "export",
        "rongtu export tables --bom --force",
        "供 Excel 使用，覆盖已有的文件",
        "for Excel, replacing what is there",
    ),
    (
        "kiosk",
        "rongtu kiosk --idle 5 --total 30",
        "公开账户的入口，见 docs/ssh.md",
        "the entry of a public account, see docs/ssh.md",
    ),
    (
        "config",
        "rongtu config",
        "看每项设置从哪里来",
        "where each setting comes from",
    ),
    (
        "completions",
        "rongtu completions bash > ~/.local/share/bash-completion/completions/rongtu",
        "装入 bash",
        "install it for bash",
    ),
    (
        "completions",
        "rongtu completions fish > ~/.config/fish/completions/rongtu.fish",
        "装入 fish",
        "install it for fish",
    ),
    ("man", "rongtu man > rongtu.1", "存成文件", "save it as a file"),
    (
        "man",
        "rongtu man list",
        "list 的手册页",
        "the page of one command",
    ),
    (
        "draft",
        "rongtu draft article.txt",
        "打印起草的档案与出处记录",
        "print the dossier and the source record drafted",
    ),
    (
        "draft",
        "rongtu draft article.txt --id jia --out .",
        "写入当前文件夹；TODO 待人补全，注释里的成效待定指标",
        "write them into this folder; TODO is for a person to fill in, outcomes in comments wait for a metric",
    ),
    (
        "draft",
        "rongtu draft - --format json",
        "标准输入的标题与数量，JSON",
        "headings and quantities of the standard input, as JSON",
    ),
    (
        "review",
        "rongtu review atlas",
        "核对文件夹里还没核完的那一篇",
        "review the one that is unfinished in a folder",
    ),
    (
        "review",
        "rongtu review . news-jia --articles articles",
        "核对 news-jia，原文在 articles 里",
        "review news-jia, whose article lies in articles",
    ),
    ("help", "rongtu help list", "list 的帮助", "help for list"),
];

/// The examples of a verb, as they end its help.
pub(crate) fn of(verb: &str, lang: Lang) -> String {
    let rows = ALL.iter().filter(|(of, ..)| *of == verb);
    let rows: Vec<_> = rows
        .map(|(_, typed, zh, en)| format!("  {typed}\n      {}", lang.pick(zh, en)))
        .collect();
    format!("{}\n{}", lang.pick("例:", "Examples:"), rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::words::command;

    #[test]
    fn every_example_is_understood() {
        for (_, typed, ..) in ALL {
            let typed = typed.split(" > ").next().unwrap();
            command(Lang::En, 100)
                .try_get_matches_from(typed.split(' '))
                .unwrap();
        }
    }
}
