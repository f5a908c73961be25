//! The two articles the reader was first tried on, where their text is at hand.

use std::fs;
use std::path::PathBuf;

use crate::numeral::scan;

const TAIZHOU: &str = "34家 5个 4个 5个 2个 1人 7项 300多项 2000多万元 近2万人次 6支 50万元 1项 2项 1人 1人 3人 2人 \
    50余次 54家 6000元以上 98%以上 20家 50余人 7门 40个 1000余人 230名 2项 1项";

const SHANDONG: &str = "32家 65场 13个 12个 96个 1000余项 超过5000万元 2个 11个 13个 88家 360余个 700余项 14项 31项 \
    390余项 5个 4个 4个 30余个 35场次 2万余人 超50% 超80%";

fn article(name: &str) -> Option<String> {
    let folder = std::env::var_os("RONGTU_ARTICLES")
        .map_or_else(|| PathBuf::from("../shared/articles"), PathBuf::from);
    fs::read_to_string(folder.join(name)).ok()
}

fn quantities(text: &str, lines: std::ops::Range<usize>) -> String {
    let body = text.lines().skip(lines.start - 1).take(lines.len());
    let found = body.flat_map(|line| {
        scan(line)
            .into_iter()
            .filter(|found| found.quantity().is_some())
            .map(|found| &line[found.range])
            .collect::<Vec<_>>()
    });
    found.collect::<Vec<_>>().join(" ")
}

#[test]
#[expect(clippy::print_stderr, reason = "a test says when it is skipped")]
fn every_figure_of_the_articles_and_no_other() {
    for (name, lines, expected) in [
        ("000_67094ae2a98201f6.txt", 1..6, TAIZHOU),
        ("003_db37cdbf2dbde2b3.txt", 1..14, SHANDONG),
    ] {
        match article(name) {
            Some(text) => assert_eq!(quantities(&text, lines), expected, "{name}"),
            None => eprintln!("skipped: {name} is not in $RONGTU_ARTICLES or ../shared/articles"),
        }
    }
}
