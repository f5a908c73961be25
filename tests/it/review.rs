//! `rongtu review` in a terminal: a fresh article of an invented college, drafted, reviewed with keys alone, and checked.

use std::{fs, path::Path, process::Command, thread, time::Duration};

use tempfile::TempDir;

use crate::{
    curating::checkout,
    pty::{Answer, Pty, RONGTU},
};

const ARTICLE: &str = "tests/fixtures/review/yunze.txt";

/// What a curator types where this is asked for. The first that fits is taken.
const TYPED: &[(&str, &str)] = &[
    ("中文 (校名)", "云泽职业学院"),
    ("简称 (校名)", "云泽"),
    ("英文名 (校名)", "Yunze Vocational College"),
    ("拼音 (校名)", "yunze zhiye xueyuan"),
    ("中文 (报告者)", "云泽职业学院"),
    ("英文名 (报告者)", "Yunze Vocational College"),
    (
        "中文 (概要)",
        "党委与企业党组织结对，共办课程与班级，并以培训和服务回报地方。",
    ),
    (
        "英文名 (概要)",
        "The Party committee pairs with firms, runs courses with them and serves the region.",
    ),
    ("英文名 (支柱 组织共建)", "Organisations built together"),
    ("提要 (支柱 组织共建)", "支部与企业结成一体，合办基地与学院。"),
    (
        "英文提要 (支柱 组织共建)",
        "Branches join with firms and run bases and institutes.",
    ),
    ("英文名 (支柱 育人共抓)", "Education shared"),
    ("提要 (支柱 育人共抓)", "与企业合编课程教材，以竞赛和就业检验。"),
    (
        "英文提要 (支柱 育人共抓)",
        "Courses and textbooks with firms, tested by contests and employment.",
    ),
    ("英文名 (支柱 服务共享)", "Service shared"),
    ("提要 (支柱 服务共享)", "以课题、专利、培训和帮扶服务当地。"),
    (
        "英文提要 (支柱 服务共享)",
        "Projects, patents, training and help for the region.",
    ),
    ("英文名 (1.2万余人)", "Students enrolled"),
    ("英文名 (780名)", "Staff"),
    ("英文名 (36家)", "Firms whose Party organisations are paired"),
    ("英文名 (12个)", "Joint Party branches on the industry chain"),
    ("英文名 (58名)", "Party-member teachers sent to firms"),
    ("英文名 (120个)", "Training bases outside the campus"),
    ("英文名 (5个)", "Industry institutes"),
    (
        "英文名 (2600多万元)",
        "Equipment investment brought in from firms",
    ),
    ("英文名 (86门)", "Courses developed with firms"),
    ("英文名 (34部)", "Textbooks written"),
    ("英文名 (7部)", "National planned textbooks"),
    ("英文名 (45个)", "Classes to order"),
    ("英文名 (近3000人)", "Modern apprentices trained"),
    ("英文名 (18项)", "National prizes in skills contests"),
    ("英文名 (96项)", "Provincial prizes in skills contests"),
    ("英文名 (97.6%)", "Employment rate of graduates"),
    ("英文名 (七成以上)", "Share of graduates employed in the province"),
    ("英文名 (150余项)", "Projects commissioned by firms"),
    ("英文名 (1800万元)", "Income received for technical service"),
    ("英文名 (42件)", "Invention patents granted"),
    ("英文名 (2.3万人次)", "Training of firms' employees"),
    ("英文名 (480场)", "Volunteer activities"),
    ("英文名 (5万余人次)", "People served"),
    ("英文名 (9个)", "Villages paired with"),
    ("英文名 (600户)", "Farming households helped"),
    ("英文名 (4200元)", "Increase of income a household"),
];

/// The shipped dossiers and, beside them, the article drafted.
fn drafted() -> TempDir {
    let dir = checkout();
    fs::create_dir_all(dir.path().join("articles")).unwrap();
    let article = dir.path().join("articles/yunze.txt");
    fs::copy(ARTICLE, &article).unwrap();
    let (article, out) = (article.to_str().unwrap(), dir.path().to_str().unwrap());
    let ran = rongtu(dir.path(), &["draft", article, "--id", "yunze", "--out", out]);
    assert!(ran.status.success(), "{ran:?}");
    dir
}

fn rongtu(dir: &Path, words: &[&str]) -> std::process::Output {
    let mut command = Command::new(RONGTU);
    command
        .args(words)
        .current_dir(dir)
        .env_clear()
        .env("LANG", "C.UTF-8");
    command.output().unwrap()
}

/// A review in a terminal and what was pressed.
struct Curator {
    pty: Pty,
    keys: usize,
    fields: usize,
    decisions: usize,
}

impl Curator {
    fn sit_down(dir: &Path) -> Self {
        let (dir, articles) = (dir.to_str().unwrap(), dir.join("articles"));
        let command = [RONGTU, "review", dir, "--articles", articles.to_str().unwrap()];
        let pty = Pty::start(&command, &[], Answer::Narrow);
        pty.sees("[窄]");
        Self {
            pty,
            keys: 0,
            fields: 0,
            decisions: 0,
        }
    }

    /// Presses a key and waits until the screen has answered.
    fn press(&mut self, key: &str) {
        let before = ends(&self.pty.screen());
        self.keys += 1;
        self.pty.keys(key);
        self.pty
            .until(&format!("an answer to {key:?}"), |screen| ends(screen) != before);
        // A frame may come in parts.
        let mut shown = self.pty.bytes().len();
        loop {
            thread::sleep(Duration::from_millis(40));
            match self.pty.bytes().len() {
                now if now == shown => return,
                now => shown = now,
            }
        }
    }

    fn write(&mut self, text: &str) {
        self.fields += 1;
        self.keys += text.chars().count();
        self.pty.keys(&format!("\x15\x1b[200~{text}\x1b[201~"));
        let end = text.chars().last().unwrap_or_default();
        self.pty.until(text, |screen| {
            footer(screen).ends_with(end) && footer(screen).contains(':')
        });
    }

    fn footer(&self) -> String {
        footer(&self.pty.screen())
    }

    /// One thing after the other, as the screen asks, until nothing is left.
    fn work(&mut self) {
        while !self.pty.screen().contents().contains("已核完") {
            assert!(self.decisions < 200, "{}", self.pty.screen().contents());
            let footer = self.footer();
            let known = TYPED
                .iter()
                .find(|(asked, _)| footer.starts_with(&format!("{asked}:")));
            if footer.starts_with("主题:") {
                self.decide("\r");
            } else if let Some((asked, text)) = known {
                // What the draft or a metric proposes is taken.
                if footer.ends_with(':') || asked.contains(|c: char| c.is_ascii_digit()) {
                    self.write(text);
                }
                self.decide("\r");
            } else {
                assert!(
                    !footer.contains(": "),
                    "{footer} is not known\n{}",
                    self.pty.screen().contents()
                );
                let proposed = self.pty.screen().contents().contains("候选指标");
                self.press(if proposed { "1" } else { "\r" });
                let asks = self.footer().contains(": ") || self.footer().ends_with(':');
                self.decisions += usize::from(!asks);
            }
        }
    }

    fn decide(&mut self, key: &str) {
        self.decisions += 1;
        self.press(key);
    }
}

/// The last row, without the keys at its end while something is asked.
fn footer(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let row = contents.lines().last().unwrap_or_default();
    let keys = ["输入可筛", "Enter 写入"];
    let end = keys.iter().filter_map(|word| row.find(word)).min();
    row[..end.unwrap_or(row.len())].trim().to_owned()
}

/// What changes with every step: how much is left, which item it is, what is asked.
fn ends(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let head: Vec<_> = contents.lines().take(2).collect();
    head.join("\n") + &footer(screen)
}

#[test]
fn a_fresh_article_is_reviewed_with_keys_alone_and_passes_check() {
    let dir = drafted();
    let mut curator = Curator::sit_down(dir.path());
    // The outline is not wanted: one decision for all of it.
    curator.press("A");
    curator.write("提要");
    curator.decide("\r");
    curator.work();
    curator.press("q");
    let told = format!(
        "{} keys, {} fields typed, {} decisions",
        curator.keys, curator.fields, curator.decisions
    );
    assert!(curator.pty.ends().success());
    let ran = rongtu(
        dir.path(),
        &["check", ".", "--articles", "articles", "--lang", "en"],
    );
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(out.contains("no findings"), "{told}\n{out}");
    assert!(curator.decisions <= 60, "{told}");
    // What has to be typed is English and gists; more would mean that a proposal was lost.
    assert!(curator.fields <= 35 && curator.keys <= 1100, "{told}");
}
