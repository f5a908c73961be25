//! The `check` command: what it writes in each form, where it says what it could not do, and how it exits.

use insta::assert_snapshot;

use crate::run::{en, zh};

const SOUND: &str = "tests/fixtures/sound";
const ALL: &str = "tests/fixtures/sound --articles tests/fixtures/sound/articles";

/// The sound folder against the articles of another: none of them is at hand.
const BLIND: &str = "tests/fixtures/sound --articles tests/fixtures/tiny/articles";

#[test]
fn a_sound_folder_is_told_with_its_coverage() {
    let ran = zh(&format!("check {ALL}"));
    assert_snapshot!(ran.out, @"
    hexi-news  正文数词 24 / 24: 成效 11, 注明 13
    1 所院校, 2 个支柱, 9 项成效: 没有发现问题
    ");
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    let rows = zh(&format!("check {ALL} --format json"));
    assert_eq!((rows.out.as_str(), rows.err.as_str()), ("[]\n", ""));
}

#[test]
fn without_the_article_it_says_so_and_still_checks() {
    let ran = en(&format!("check {BLIND}"));
    assert_snapshot!(ran.out, @"
    no sound text of 1 article at hand: phrases, periods and coverage not checked; name the folder with
    --articles (hexi-news)
    1 college, 2 pillars, 9 outcomes: no findings
    ");
    assert_eq!(ran.code, Some(0));
    let rows = en(&format!("check {SOUND} --format jsonl"));
    assert_eq!((rows.out.as_str(), rows.code), ("", Some(0)));
    assert_snapshot!(rows.err, @"rongtu: no sound text of 1 article at hand: phrases, periods and coverage not checked; name the folder with --articles");
}

#[test]
fn a_code_is_explained() {
    assert_snapshot!(zh("check --explain value-differs").out, @"
    value-differs  error
      数值与所印的不符
      提示 value 用基本单位: 2000多万元 是 20000000，98% 是 98
    ");
    assert_snapshot!(en("check --explain tab --format jsonl").out, @r#"{"code":"tab","severity":"error","meaning":"There is a tab in the YAML","hint":"Indent with spaces"}"#);
    let all = en("check --explain all --format jsonl").out;
    assert_eq!(all.lines().count(), rongtu::finding::Code::ALL.len());
    let unknown = en("check --explain value-difers");
    assert_eq!(unknown.code, Some(2));
    assert_snapshot!(unknown.err, @"
    rongtu: there is no code value-difers
      hint: the nearest is value-differs; --explain all lists every code
    ");
}

#[test]
fn the_terminal_card_shows_every_policy() {
    let ran = zh("check --terminal");
    assert_snapshot!(ran.out, @r#"
    三组里，哪一组的字都完整、右端的竖线上下对齐，就用它的 --ambiguous。safe 在任何终端里都齐，只是有些
    标点换了写法。

    --ambiguous narrow  窄
    党建引领产教融合                  |
    “红链”引领，五链协同              |
    读·聚匠心——五育并举……             |
    ①②③ 25℃ ±5 × 3 → 4                |

    --ambiguous wide  宽
    党建引领产教融合                  |
    “红链”引领，五链协同            |
    读・聚匠心——五育并举……        |
    ①②③ 25℃ +-5 x  3 → 4         |

    --ambiguous safe  稳
    党建引领产教融合                  |
    "红链"引领，五链协同              |
    读・聚匠心--五育并举......        |
    (1)(2)(3) 25゜C +-5 x 3 -> 4      |
    "#);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    let rows = en("check --terminal --format jsonl --ambiguous wide").out;
    assert_eq!(rows.lines().count(), 12);
    assert_snapshot!(rows.lines().nth(1).unwrap(), @r#"{"ambiguous":"narrow","text":"“红链”引领，五链协同","cells":20}"#);
    let chosen = zh("check --terminal --explain all");
    assert_eq!((chosen.out.as_str(), chosen.code), ("", Some(2)));
}
