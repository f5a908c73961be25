//! Faults, one at a time, done to a sound folder: each is found where it stands, and the rest loads.

use std::{collections::BTreeMap, fs};

use tempfile::TempDir;

use super::{Loaded, Origin, load, settings_file};
use crate::finding::Code;

const THEMES: &str =
    "themes:\n  - {id: hezuo, zh: 合作, en: Cooperation, definition: {zh: 与企业合作, en: With firms}}\n";

const METRICS: &str = "\
families: []
metrics:
  - id: firms
    zh: 合作企业
    en: Firms
    theme: hezuo
    unit: 家
    definition: {zh: 签约的企业, en: Firms under contract}
";

const SEED: &str = "\
id: news
language: zh-Hans
text:
  sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  lines: 2
  bytes: 0
body: 1-2
";

const DOSSIER: &str = "\
id: jia
name: {zh: 甲学院, short: 甲, en: Jia, pinyin: jia xueyuan}
reporter: {zh: 甲学院, en: Jia, scope: college}
source: news
summary: {zh: 摘要, en: Summary}
pillars:
  - n: 1
    heading: 共建
    slogan: 共建共享
    printed: 一、共建
    en: Joint work
    themes: [hezuo]
    gist: {zh: 共同建设, en: Builds jointly}
    cite: {line: 1, exact: 一、共建}
outcomes:
  - id: firms
    pillar: 1
    metric: firms
    label: 合作企业
    en: Firms
    value: 12
    unit: 家
    as_written: 12家
    cite: {line: 2, exact: 12家企业}
  - id: more-firms
    pillar: 1
    metric: firms
    label: 新增企业
    en: New firms
    value: 3
    unit: 家
    as_written: 3家
    cite: {line: 2, exact: 新增3家}
";

/// A sound dossier, of the college `jia`.
pub(crate) fn dossier() -> &'static str {
    DOSSIER
}

/// A sound folder without dossiers.
fn empty() -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::create_dir_all(dir.path().join("data/colleges")).unwrap();
    fs::create_dir_all(dir.path().join("seeds")).unwrap();
    fs::write(dir.path().join("data/themes.yaml"), THEMES).unwrap();
    fs::write(dir.path().join("data/metrics.yaml"), METRICS).unwrap();
    fs::write(dir.path().join("seeds/news.yaml"), SEED).unwrap();
    dir
}

/// A sound folder of `n` colleges, `jia-0000` and so on, each with a source of its own.
pub(crate) fn many(n: usize) -> TempDir {
    let dir = empty();
    for n in 0..n {
        let seed = SEED.replace("id: news", &format!("id: news-{n:04}"));
        let dossier = DOSSIER
            .replace("id: jia", &format!("id: jia-{n:04}"))
            .replace("source: news", &format!("source: news-{n:04}"));
        fs::write(dir.path().join(format!("seeds/news-{n:04}.yaml")), seed).unwrap();
        fs::write(dir.path().join(format!("data/colleges/jia-{n:04}.yaml")), dossier).unwrap();
    }
    dir
}

fn folder(dossier: &[u8]) -> (TempDir, Loaded) {
    let dir = empty();
    fs::write(dir.path().join("data/colleges/jia.yaml"), dossier).unwrap();
    let loaded = load(&Origin::Folder(dir.path().to_owned()));
    (dir, loaded)
}

/// Replaces `from` once by `to` and expects that finding and no other, and `outcomes` outcomes left.
#[track_caller]
fn fault(from: &str, to: &str, code: Code, place: (u32, u32), outcomes: usize) {
    assert!(DOSSIER.contains(from), "{from}");
    let (_dir, loaded) = folder(DOSSIER.replacen(from, to, 1).as_bytes());
    let found: Vec<_> = loaded
        .findings
        .iter()
        .map(|f| (f.code, (f.place.line, f.place.column)))
        .collect();
    assert_eq!(found, [(code, place)], "{:?}", loaded.findings);
    assert!(loaded.findings[0].place.file.ends_with("data/colleges/jia.yaml"));
    assert_eq!(loaded.atlas.totals().1, outcomes);
}

#[test]
fn a_sound_folder_has_no_findings() {
    let (_dir, loaded) = folder(DOSSIER.as_bytes());
    assert_eq!(loaded.findings, []);
    assert_eq!(loaded.atlas.totals(), (1, 2));
    let (_dir, crlf) = folder(DOSSIER.replace('\n', "\r\n").as_bytes());
    assert_eq!((crlf.findings, crlf.atlas.totals()), (Vec::new(), (1, 2)));
}

#[test]
fn shape_faults_cost_only_their_record() {
    fault(
        "    value: 3\n",
        "    value: 3\n    colour: red\n",
        Code::UnknownField,
        (31, 5),
        1,
    );
    fault(
        "    value: 3\n",
        "    value: 许多\n",
        Code::WrongType,
        (30, 12),
        1,
    );
    fault("    value: 3\n", "", Code::MissingField, (25, 5), 1);
    fault(
        "    value: 3\n",
        "    value: 3\n    value: 4\n",
        Code::DuplicateKey,
        (31, 5),
        1,
    );
    fault(
        "    value: 3\n",
        "    value: 3\n    bound: roughly\n",
        Code::WrongType,
        (31, 12),
        1,
    );
    fault(
        "    value: 3\n",
        "    value: .nan\n",
        Code::NotFinite,
        (30, 12),
        1,
    );
    fault(
        "    value: 3\n",
        "    value: 3\n    bound: range\n",
        Code::BadRange,
        (31, 12),
        1,
    );
}

#[test]
fn ids_and_references_are_checked() {
    fault("id: more-firms", "id: More_Firms", Code::BadId, (25, 9), 1);
    fault("id: more-firms", "id: firms", Code::DuplicateId, (25, 9), 1);
    fault("id: more-firms", "id: p2", Code::BadId, (25, 9), 1);
    fault(
        "metric: firms\n    label: 新",
        "metric: farms\n    label: 新",
        Code::UnknownReference,
        (27, 13),
        1,
    );
    fault(
        "pillar: 1\n    metric: firms\n    label: 新",
        "pillar: 6\n    metric: firms\n    label: 新",
        Code::BadPillar,
        (26, 13),
        1,
    );
    fault(
        "themes: [hezuo]",
        "themes: [hezou]",
        Code::UnknownReference,
        (12, 14),
        2,
    );
    fault(
        "label: 新增企业",
        "label: \"新增企业 \"",
        Code::Invisible,
        (28, 12),
        2,
    );
    fault("n: 1\n", "n: 3\n", Code::BadPillar, (7, 8), 2);
}

#[test]
fn head_faults_cost_the_dossier() {
    fault("source: news", "source: nwes", Code::UnknownReference, (4, 9), 0);
    fault(
        "summary: {zh: 摘要, en: Summary}\n",
        "",
        Code::MissingField,
        (1, 1),
        0,
    );
    fault("id: jia", "id: jia\nid: jia", Code::DuplicateKey, (2, 1), 0);
}

#[test]
fn hostile_files_are_refused_with_a_place() {
    fault("    value: 3\n", "\tvalue: 3\n", Code::Tab, (30, 1), 0);
    fault(
        "新增企业",
        "新增\u{1b}[2J企业",
        Code::ControlCharacter,
        (28, 14),
        0,
    );
    fault(
        "    label: 新",
        "\u{3000}\u{3000}label: 新",
        Code::IdeographicIndent,
        (28, 1),
        0,
    );
    fault(
        "summary: {zh",
        &format!("summary: {}{{zh", "{a: ".repeat(64)),
        Code::TooDeep,
        (5, 266),
        0,
    );
    fault("摘要", "\"摘要", Code::Syntax, (5, 15), 0);
    let (_dir, loaded) = folder(b"id: \xbc\xd7\n");
    assert_eq!(
        (loaded.findings[0].code, loaded.findings[0].place.column),
        (Code::NotUtf8, 5)
    );
    let (_dir, loaded) = folder(&vec![b'#'; super::preflight::LARGEST + 1]);
    assert_eq!(loaded.findings[0].code, Code::TooLarge);
}

#[test]
fn the_embedded_data_has_no_findings() {
    let loaded = load(&Origin::Embedded);
    assert_eq!(loaded.findings, []);
}

#[test]
fn a_change_of_any_file_changes_the_trace() {
    let (dir, _) = folder(DOSSIER.as_bytes());
    let origin = Origin::Folder(dir.path().to_owned());
    let before = origin.trace();
    assert_eq!(origin.trace(), before);
    fs::write(
        dir.path().join("data/colleges/jia.yaml"),
        DOSSIER.replace("12家企业", "12家大企业"),
    )
    .unwrap();
    assert_ne!(origin.trace(), before);
}

#[test]
fn hidden_characters_are_shown_and_reported() {
    fault(
        "label: 新增企业",
        "label: 新增\u{202e}企业",
        Code::Invisible,
        (28, 12),
        2,
    );
}

/// One fault, one finding, in words of either language and of neither program.
#[test]
fn what_readers_of_yaml_do_not_agree_on_is_refused() {
    let all = folder(DOSSIER.as_bytes()).1.atlas.totals().1;
    let faults = [
        (
            "    value: 3\n",
            "    value: 0x10\n",
            (30, 12),
            "数字只用十进制数码: `0x10`",
        ),
        (
            "    value: 3\n",
            "    value: 0o17\n",
            (30, 12),
            "数字只用十进制数码: `0o17`",
        ),
        (
            "    value: 3\n",
            "    value: 010\n",
            (30, 12),
            "数字只用十进制数码: `010`",
        ),
        (
            "    value: 3\n",
            "    value: 1_000\n",
            (30, 12),
            "数字只用十进制数码: `1_000`",
        ),
        (
            "    value: 3\n",
            "    value: !!int 3\n",
            (30, 18),
            "标签 (!) 不支持: `3`",
        ),
        (
            "    value: 3\n",
            "    value: 3\n    <<: {max: 4}\n",
            (31, 5),
            "合并键 `<<` 不支持",
        ),
        (
            "    value: 3\n",
            "    value: 许多\n",
            (30, 12),
            "value: 这里要数字，写的是文字 `许多`",
        ),
        (
            "    value: 3\n",
            "    value: 3\n    色: 红\n",
            (31, 5),
            "不认识的字段 `色`",
        ),
    ];
    for (from, to, place, words) in faults {
        let (_dir, loaded) = folder(DOSSIER.replacen(from, to, 1).as_bytes());
        let [finding] = &loaded.findings[..] else {
            panic!("{to}: {:?}", loaded.findings)
        };
        if words.starts_with("数字") {
            let kept: usize = loaded
                .atlas
                .colleges
                .iter()
                .map(|college| college.outcomes.len())
                .sum();
            assert_eq!(kept, all - 1, "{to}: the record with the number is left out");
        }
        assert_eq!((finding.place.line, finding.place.column), place, "{to}");
        assert!(finding.message.zh.contains(words), "{to}: {}", finding.message.zh);
        let foreign = finding.message.zh.split('；').next().unwrap();
        let english = foreign
            .split('`')
            .step_by(2)
            .any(|part| part.contains("expected") || part.contains("invalid"));
        assert!(!english && !finding.message.en.contains("expected"), "{to}");
    }
    let second = format!("{DOSSIER}---\n{DOSSIER}");
    let (_dir, loaded) = folder(second.as_bytes());
    assert_eq!(loaded.findings.len(), 1);
    assert_eq!(
        loaded.findings[0].place.line as usize,
        DOSSIER.lines().count() + 1
    );
    assert!(loaded.findings[0].message.zh.contains("第二个文档"));
}

#[test]
fn utf_16_is_told_by_its_mark() {
    for (mark, bytes) in [
        (
            [0xff, 0xfe],
            DOSSIER
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>(),
        ),
        (
            [0xfe, 0xff],
            DOSSIER.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ),
    ] {
        let (_dir, loaded) = folder(&[&mark[..], &bytes].concat());
        let [finding] = &loaded.findings[..] else {
            panic!("{:?}", loaded.findings)
        };
        assert_eq!(finding.code, Code::NotUtf8);
        assert!(
            finding.hint.zh.contains("iconv -f UTF-16 -t UTF-8"),
            "{}",
            finding.hint.zh
        );
    }
}

/// Seconds of this thread's processor that `work` takes at its fastest of three times. Of this thread: others that run
/// beside it do not count.
pub(crate) fn seconds(mut work: impl FnMut()) -> f64 {
    let clock = || {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
    };
    let mut once = || {
        let start = clock();
        work();
        clock() - start
    };
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// Twice the input, about twice the work: 2 where work is linear, 4 where each part is set against each other. Measured
/// over two doublings, so that a table which happens to grow at one of them weighs less. A measurement that fails is
/// taken again, for a machine that is busy. `cost` is what an input of that size takes.
pub(crate) fn assert_linear(door: &str, size: usize, cost: impl Fn(usize) -> f64) {
    let ratio = || (cost(4 * size) / cost(size)).sqrt();
    let least = (0..3).map(|_| ratio()).find(|ratio| *ratio < 2.5);
    assert!(least.is_some(), "{door}: {}", ratio());
}

/// What a file of `n` bytes or so takes. A single file is read by the thread that asks for it.
fn cost(yaml: impl Fn(usize) -> String, n: usize) -> f64 {
    let dir = empty();
    let file = dir.path().join("data/colleges/jia.yaml");
    fs::write(&file, yaml(n)).unwrap();
    let origin = Origin::Folder(dir.path().to_owned());
    seconds(|| assert!(!load(&origin).findings.is_empty()))
}

#[test]
fn no_file_takes_more_than_linear_time() {
    type Made = fn(usize) -> String;
    let doors: [(&str, Made, usize); 8] = [
        (
            "keys",
            |n| (0..n / 9).map(|k| format!("k{k}: 1\n")).collect(),
            40_000,
        ),
        ("equal keys", |n| "k: 1\n".repeat(n / 5), 40_000),
        (
            "bad records",
            |n| {
                let record = "  - {id: a, pillar: x}\n".repeat(n / 23);
                DOSSIER.replace("outcomes:\n", &format!("outcomes:\n{record}"))
            },
            20_000,
        ),
        (
            "bad records in one line",
            |n| {
                let record = "{id: A}, ".repeat(n / 9);
                format!("{}partners: [{record}]\n", DOSSIER)
            },
            20_000,
        ),
        (
            "records that stand twice",
            |n| {
                let partner =
                    "  - {id: a, pillar: 9, kind: enterprise, zh: 甲, en: A, cite: {line: 1, exact: 甲}}\n";
                format!("{DOSSIER}partners:\n{}", partner.repeat(n / 90))
            },
            20_000,
        ),
        (
            "odd numbers",
            |n| format!("{DOSSIER}partners: [{}]\n", "{n: 0x10}, ".repeat(n / 11)),
            20_000,
        ),
        ("depth", |n| "- ".repeat(n / 2), 20_000),
        (
            "a long text",
            |n| format!("id: \"{}\nb: \"", "甲".repeat(n / 3)),
            40_000,
        ),
    ];
    for (name, yaml, n) in doors {
        assert_linear(name, n, |n| cost(yaml, n));
    }
}

#[test]
fn no_file_of_settings_takes_more_than_linear_time() {
    let dir = empty();
    let path = dir.path().join("config.yaml");
    let parts = [
        "k: 1\n",
        "{a: ",
        "lang: zh\n",
        "甲",
        "# 甲\n",
        "a: &a [*a]\n",
        "'",
    ];
    for part in parts {
        assert_linear(&format!("settings of {part:?}"), 60_000, |n| {
            fs::write(&path, part.repeat(n / part.len())).unwrap();
            seconds(|| {
                let _: Result<Option<BTreeMap<String, String>>, _> = settings_file::read_yaml(&path);
            })
        });
    }
}
