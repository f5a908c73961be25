//! The Chinese words of the command line, laid over clap's English.
//!
//! A test asks for every verb and argument, so that none stays untranslated.

use clap::{Command, CommandFactory};

use super::{args::Args, examples};
use crate::lang::{Bilingual, Lang};

/// Chinese help by place: a verb, an argument of a verb (`list.kind`), or an argument of all (`.format`).
const ZH: &[(&str, &str)] = &[
    ("rongtu", "浏览职业院校党建与产教融合档案；不带命令时打开全屏浏览"),
    ("list", "列出院校、支柱、成效等"),
    (
        "list.kind",
        "colleges 院校, pillars 支柱, measures 举措, outcomes 成效, metrics 指标, themes 主题, recognitions 荣誉, frameworks 体系, partners 伙伴, sources 出处",
    ),
    ("list.college", "只列此院校: 编号、校名的一部分、拼音或首字母"),
    ("list.theme", "只列此主题: 编号或名称"),
    (
        "list.sort",
        "院校按 name 校名拼音、province 省份或某一指标 (编号或名称) 排列；未载明的在最后",
    ),
    ("list.reverse", "反过来排列；未载明的仍在最后"),
    ("show", "显示一项的全部内容"),
    (
        "show.addr",
        "地址，如 tzvcst/p1、tzvcst/mould-firms；或院校、主题、指标的编号或名称",
    ),
    ("find", "查找: 汉字、拼音、首字母、数字或英文"),
    ("find.words", "要找的词，不分先后，每个都须符合"),
    (
        "find.kind",
        "只找此类: college 院校, pillar 支柱, outcome 成效, measure 举措, framework 体系, recognition 荣誉, partner 伙伴, theme 主题, metric 指标",
    ),
    ("find.college", "只找此院校: 编号、校名的一部分、拼音或首字母"),
    ("find.theme", "只找此主题: 编号或名称"),
    ("find.limit", "至多显示几条"),
    ("source", "显示一项在文章中的出处"),
    ("source.addr", "地址，如 tzvcst、tzvcst/p1、tzvcst/mould-firms"),
    ("compare", "把几所院校放在一起对比"),
    (
        "compare.colleges",
        "两至四所院校: 编号、校名的一部分、拼音或首字母",
    ),
    ("compare.theme", "只列此主题: 编号或名称"),
    ("compare.pillars", "按主题对照支柱，不列成效"),
    ("compare.diff", "只列有差异的行"),
    (
        "report",
        "写出一所院校或几所院校对比的报告: Word、Excel、网页或 Markdown",
    ),
    (
        "report.colleges",
        "一所院校，或要对比的两至四所: 编号、校名的一部分、拼音或首字母",
    ),
    (
        "report.output",
        "文件；格式由后缀决定: .docx、.xlsx、.html 或 .md",
    ),
    ("report.theme", "只写此主题: 编号或名称"),
    ("report.force", "覆盖已有的文件"),
    ("check", "检查一个档案文件夹"),
    ("check.dir", "含 data/ 与 seeds/ 的文件夹；不写则检查内置档案"),
    ("check.explain", "说明一个代码的意思和办法；all 说明全部代码"),
    ("check.all", "连同由同一处引起的问题全部列出；不写则只计数"),
    ("check.terminal", "打印测试卡，看终端该用哪种 --ambiguous"),
    ("export", "把全部内容写成一个文件夹的表格"),
    ("export.dir", "文件夹；没有则新建"),
    ("export.force", "覆盖已有的文件"),
    ("kiosk", "经 SSH 只读应答，用作 OpenSSH 的强制命令"),
    ("kiosk.idle", "多少分钟不按键即结束浏览"),
    ("kiosk.total", "至多浏览多少分钟"),
    ("config", "列出每项设置的值与来处"),
    ("completions", "写出补全命令、编号与名称的脚本"),
    ("completions.shell", "bash、zsh、fish、elvish 或 powershell"),
    ("man", "写出手册页"),
    ("man.verb", "命令；不写则是程序自身"),
    ("draft", "从一篇文章的文本起草档案"),
    ("draft.article", "文章文本，UTF-8 或 GB18030；- 为标准输入"),
    ("draft.id", "档案的编号；出处记录的编号为 news-ID"),
    (
        "draft.out",
        "写入此文件夹的 data/colleges/ID.yaml 与 seeds/news-ID.yaml，不覆盖已有文件；不写则一并打印，以 --- 分开",
    ),
    ("review", "在终端里核对草稿: 认可、列为不计、选指标、补写文字"),
    ("review.dir", "含 data/ 与 seeds/ 的文件夹"),
    (
        "review.source",
        "出处的编号，或院校的编号或名称；不写则是还没核完的那一篇",
    ),
    ("help", "显示某个命令的帮助"),
    ("help.verb", "命令"),
    (".format", "输出格式"),
    (
        ".bom",
        "供 Excel 打开的 CSV: 以字节顺序标记开头，1-5 一类的文字不会变成日期",
    ),
    (".headings", "CSV 的列名与代码: 中文、英文或编号"),
    (".data", "改从此文件夹读取档案"),
    (".articles", "文章文本所在的文件夹"),
    (".lang", "界面语言；报告还可 zh,en: 两种并列"),
    (".ambiguous", "引号等宽度不定的字符占几格"),
    (".color", "何时着色"),
    (".theme_name", "配色"),
    (".width", "每行格数，20 至 1000"),
    (".cache", "大文件夹的编译副本放在此文件夹，他人也可读"),
    (".no_cache", "大文件夹不留也不用编译好的副本"),
    (".mouse", "浏览时可用鼠标点选与滚动；选字按住 Shift"),
    (".start", "浏览时先打开哪一屏；compare 取头两所院校"),
    (".watch", "浏览时文件一变就重新读取"),
    (".help", "显示帮助"),
    (".version", "显示版本"),
];

/// The command line with its help in `lang`, laid out for `width` cells.
pub(crate) fn command(lang: Lang, width: usize) -> Command {
    let command = Args::command().term_width(width);
    let verbs: Vec<_> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    let command = verbs.into_iter().fold(command, |command, verb| {
        command.mut_subcommand(&verb, |found| in_language(found, &verb, lang))
    });
    in_language(command, "rongtu", lang).subcommand_help_heading(lang.pick("命令", "Commands"))
}

fn in_language(command: Command, verb: &str, lang: Lang) -> Command {
    let command = match (lang, zh(verb)) {
        (Lang::Zh, Some(about)) => command.about(about),
        _ => command,
    };
    let command = command.mut_args(|arg| {
        let heading = heading(&arg, verb, lang);
        let arg = arg.help_heading(heading);
        let arg = match arg.get_action().takes_values() {
            true => arg.hide_possible_values(true).hide_default_value(true),
            false => arg,
        };
        match (lang, of_argument(verb, arg.get_id().as_str())) {
            (Lang::Zh, Some(help)) => arg.help(help),
            _ => arg,
        }
    });
    let usage = usage(&command, verb, lang);
    command
        .override_usage(usage)
        .help_template(template(lang))
        .after_help(examples::of(verb, lang))
        .styles(clap::builder::Styles::plain())
}

fn zh(place: &str) -> Option<&'static str> {
    ZH.iter().find(|(at, _)| *at == place).map(|(_, words)| *words)
}

fn of_argument(verb: &str, id: &str) -> Option<&'static str> {
    zh(&format!("{verb}.{id}")).or_else(|| zh(&format!(".{id}")))
}

/// What the help of `verb` says of the argument that is called `name`, or whose value is.
pub(crate) fn about_value(verb: &str, name: &str) -> Bilingual {
    let command = Args::command();
    let found = command.find_subcommand(verb);
    let mut arguments = found.into_iter().flat_map(Command::get_arguments);
    let named = |arg: &&clap::Arg| {
        let names = arg.get_value_names().unwrap_or_default();
        name.strip_prefix("--") == arg.get_long() || names.iter().any(|of| of.as_str() == name)
    };
    let Some(argument) = arguments.find(named) else {
        return Bilingual::default();
    };
    let en = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let zh = of_argument(verb, argument.get_id().as_str()).unwrap_or(&en);
    Bilingual::new(zh, en.as_str())
}

/// The flags of every verb belong to the program itself; clap hands them down.
fn heading(arg: &clap::Arg, verb: &str, lang: Lang) -> &'static str {
    match (arg.is_positional(), verb) {
        (true, _) => lang.pick("参数", "Arguments"),
        (false, "rongtu") => lang.pick("通用选项", "Options of every command"),
        (false, _) => lang.pick("选项", "Options"),
    }
}

fn template(lang: Lang) -> &'static str {
    lang.pick(
        "{about-with-newline}\n用法: {usage}\n\n{all-args}{after-help}\n",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}\n",
    )
}

fn usage(command: &Command, verb: &str, lang: Lang) -> String {
    let options = lang.pick("[选项]", "[OPTIONS]");
    if verb == "rongtu" {
        return format!("rongtu [{}] {options}", lang.pick("命令", "COMMAND"));
    }
    let arguments = command.get_positionals().map(|arg| {
        let name = arg
            .get_value_names()
            .and_then(|names| names.first())
            .map_or("", |name| name.as_str());
        match arg.is_required_set() {
            true => format!("<{name}>"),
            false => format!("[{name}]"),
        }
    });
    let arguments: Vec<_> = arguments.collect();
    format!("rongtu {verb} {} {options}", arguments.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_and_argument_has_chinese_help_and_an_example() {
        let mut command = command(Lang::Zh, 100);
        command.build();
        for verb in std::iter::once(&command).chain(command.get_subcommands()) {
            let name = verb.get_name();
            assert!(zh(name).is_some(), "{name}");
            assert!(examples::ALL.iter().any(|(of, ..)| *of == name), "{name}");
            for arg in verb.get_arguments() {
                assert!(
                    of_argument(name, arg.get_id().as_str()).is_some(),
                    "{name} {}",
                    arg.get_id()
                );
            }
        }
    }
}
