//! `draft`: the head start of a dossier, printed or written beside the others.
//!
//! Owns where the text comes from and where the files go; it never writes over a file.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use super::{
    Answer,
    args::{self, Format},
    exit::{Exit, Failure, Message},
};
use crate::{
    draft::{
        DecodeError, DecodedArticle, Draft, DraftIds, KnownMetrics, LARGEST, Skeleton, draft, receive,
        skeleton,
    },
    lang::system_words,
    load::{self, Origin},
    text::clean::clean,
};

/// Answers `draft`.
///
/// # Errors
/// A text that is no article, an id that is none, a file that is already there; those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>, asked: &args::Draft) -> Result<Exit, Failure> {
    let ids = ids(&asked.id)?;
    let article = article(answer, &asked.article)?;
    let draft = draft(&article.text);
    match answer.settings.format {
        Format::Json | Format::Jsonl => json(answer, &draft)?,
        Format::Table => written(answer, asked, &draft, &article, &ids)?,
        Format::Md | Format::Csv => return Err(Failure::Bad(no_format())),
    }
    Ok(Exit::Found)
}

fn no_format() -> Message {
    Message::new("draft 只写 YAML 或 JSON", "draft writes YAML or JSON only").hint(
        "去掉 --format，或用 --format json",
        "leave --format out, or say --format json",
    )
}

fn ids(id: &str) -> Result<DraftIds, Failure> {
    let both = || Some((id.parse().ok()?, format!("news-{id}").parse().ok()?));
    let bad = || {
        let id = clean(id);
        Message::new(format!("“{id}”不能作编号"), format!("“{id}” is no id")).hint(
            "用小写字母、数字和连字符，字母开头，如 sdcit",
            "use lowercase letters, digits and hyphens, a letter first, such as sdcit",
        )
    };
    let (college, source) = both().ok_or_else(|| Failure::Bad(bad()))?;
    Ok(DraftIds { college, source })
}

fn json(answer: &mut Answer<'_, '_>, draft: &Draft) -> Result<(), Failure> {
    let out = &mut *answer.world.out;
    serde_json::to_writer(&mut *out, draft).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    Ok(())
}

fn article(answer: &mut Answer<'_, '_>, path: &Path) -> Result<DecodedArticle, Failure> {
    let name = path.to_string_lossy();
    let name = clean(&name);
    let bytes = match path.as_os_str() == "-" {
        true => read(&mut *answer.world.input),
        false => fs::File::open(path).and_then(|mut file| read(&mut file)),
    };
    let bytes = bytes.map_err(|error| Failure::Bad(unreadable(&name, &error)))?;
    receive(bytes).map_err(|refusal| Failure::Bad(refused(&name, refusal)))
}

/// One byte past the limit at most, so that a large file is seen to be one without being read.
fn read(from: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(name: &str, error: &io::Error) -> Message {
    let why = system_words(error);
    Message::new(
        format!("无法读取 {name}: {}", why.zh),
        format!("cannot read {name}: {}", why.en),
    )
    .hint("检查路径的拼写", "check the spelling of the path")
}

fn refused(name: &str, refusal: DecodeError) -> Message {
    let text = ("存成纯文本再试", "save the article as plain text and try again");
    let (zh, en, (hint_zh, hint_en)) = match refusal {
        DecodeError::Empty => ("没有内容", "is empty", text),
        DecodeError::TooLarge => (
            "大于 1 MiB，不像一篇文章",
            "is larger than 1 MiB, which no article is",
            ("只留这一篇文章的文本", "keep the text of one article only"),
        ),
        DecodeError::Binary => ("不是文本", "is no text", text),
        DecodeError::Encoding => (
            "既不是 UTF-8 也不是 GB18030",
            "is neither UTF-8 nor GB18030",
            (
                "先转换成 UTF-8: iconv -t UTF-8",
                "convert it to UTF-8 first: iconv -t UTF-8",
            ),
        ),
        DecodeError::Html => (
            "是网页，不是文本",
            "is a web page and no text",
            (
                "复制文章的文字，存成纯文本",
                "copy the words of the article into a plain text file",
            ),
        ),
        DecodeError::NotChinese => (
            "不是中文文章",
            "is no article in Chinese",
            ("draft 只读中文文章", "draft reads articles in Chinese only"),
        ),
    };
    Message::new(format!("{name} {zh}"), format!("{name} {en}")).hint(hint_zh, hint_en)
}

fn written(
    answer: &mut Answer<'_, '_>,
    asked: &args::Draft,
    draft: &Draft,
    article: &DecodedArticle,
    ids: &DraftIds,
) -> Result<(), Failure> {
    let here = asked
        .out
        .as_deref()
        .filter(|dir| dir.join("data/metrics.yaml").is_file());
    let origin = here.map_or_else(
        || answer.settings.origin.clone(),
        |dir| Origin::Folder(dir.to_owned()),
    );
    let atlas = load::load(&origin).atlas;
    let files = skeleton(draft, article, ids, &KnownMetrics::new(&atlas));
    match &asked.out {
        None => {
            let Skeleton { dossier, record } = files;
            write!(answer.world.out, "{dossier}---\n{record}")?;
        }
        Some(dir) => {
            let mut new = vec![
                (
                    dir.join(format!("data/colleges/{}.yaml", ids.college)),
                    files.dossier,
                ),
                (dir.join(format!("seeds/{}.yaml", ids.source)), files.record),
            ];
            new.extend(registers(dir, &origin));
            create(&new).map_err(Failure::Bad)?;
            for (path, _) in &new {
                let path = path.to_string_lossy();
                writeln!(answer.world.out, "{}", clean(&path))?;
            }
        }
    }
    Ok(())
}

/// The registers a new folder needs so that its dossier loads: those the proposals were made from.
fn registers(dir: &Path, origin: &Origin) -> Vec<(PathBuf, String)> {
    let (entries, _) = origin.entries();
    let named = |name: &str| {
        let path = dir.join("data").join(name);
        let entry = entries
            .iter()
            .find(|entry| entry.is(name))
            .filter(|_| !path.exists())?;
        let text = String::from_utf8(entry.read().ok()?.into_owned()).ok()?;
        Some((path, text))
    };
    ["themes.yaml", "metrics.yaml"]
        .into_iter()
        .filter_map(named)
        .collect()
}

/// Creates every file, or none when one is there already.
fn create(files: &[(PathBuf, String)]) -> Result<(), Message> {
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        let name = path.to_string_lossy();
        let name = clean(&name);
        let said = Message::new(format!("{name} 已经存在"), format!("{name} is already there"));
        return Err(said.hint("用 --id 另起编号", "choose another id with --id"));
    }
    files.iter().try_for_each(|(path, text)| {
        new(path, text).map_err(|error| {
            let name = path.to_string_lossy();
            let name = clean(&name);
            Message::new(
                format!("无法写出 {name}: {error}"),
                format!("cannot write {name}: {error}"),
            )
        })
    })
}

fn new(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::File::create_new(path)?.write_all(text.as_bytes())
}
