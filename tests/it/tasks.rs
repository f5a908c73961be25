//! What people come for, with the keys counted from the first screen, at 80x24 in Chinese.

use rongtu::tui::msg::Effect;

use super::{
    run::{Given, TEXTS},
    support::Session,
};

/// An article of ten lines.
const ARTICLE: &str = "一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n";

/// The session after `keys`, of which there may be `most`.
fn after(keys: &[&str], most: usize) -> Session {
    assert!(keys.len() <= most, "{keys:?}");
    let mut session = Session::new(80, 24);
    for key in keys {
        session.press(key).fetch(Some(ARTICLE));
    }
    session
}

#[test]
fn how_many_firms_pair_and_may_they_be_compared() {
    let screen = after(&[], 2).screen();
    for part in ["32家", "34家", "可比吗", "不宜直接比大小"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    let screen = after(&["c"], 2).screen();
    for part in ["32家", "34家", "能否比较", "同一指标，但不宜直接比大小"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
}

#[test]
fn all_measures_of_one_pillar() {
    let screen = after(&["1", "t"], 3).screen();
    for part in ["[举措 15]", "1.1 ", "1.2 ", "1.3 "] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
}

#[test]
fn the_employment_rate_with_its_passage_by_pinyin() {
    let screen = after(&["/", "j", "y", "l", "<Enter>"], 8).screen();
    assert!(
        screen.contains("98%以上") && screen.contains("「就业率达98%以上」"),
        "{screen}"
    );
    let screen = after(&["/", "j", "y", "l", "<Enter>", "s"], 8).screen();
    assert!(
        screen.contains("原文第") && screen.contains("中国教育报客户端"),
        "{screen}"
    );
}

#[test]
fn a_comparison_with_its_sources_in_the_clipboard() {
    let session = after(&["c", "y", "<Enter>"], 3);
    let copied = session.effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    let text = copied.expect("something is copied");
    for part in ["32家", "34家", "红色引擎", "中国教育报客户端", "不宜直接比大小"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn leaving_takes_the_key_that_the_screen_names() {
    let first = after(&[], 0);
    assert!(
        first.screen().trim_end().ends_with("F10/q 退出"),
        "{}",
        first.screen()
    );
    for key in ["q", "<F10>"] {
        assert!(after(&[key], 1).effects.contains(&Effect::Quit));
    }
}

#[test]
fn the_tour_of_the_readme() {
    let mut session = Session::new(80, 24);
    let mut sees = |keys: &str, part: &str| {
        let screen = session.press(keys).fetch(Some(ARTICLE)).screen();
        assert!(screen.contains(part), "{keys}: {part}\n{screen}");
    };
    sees("<Down>", "别的院校未载明");
    sees("c", "能否比较");
    sees("p", "支柱对照");
    sees("<Esc>", "[成效 24]");
    sees("/jyl", "98%以上");
    sees("<Enter>", "「就业率达98%以上」");
    sees("s", "原文第");
    sees("W", "存为");
    sees("<Esc>?", "帮助");
    sees("<Esc>q", "「就业率达98%以上」");
    session.press("<F10>");
    assert!(session.effects.contains(&Effect::Quit));
    for readme in ["README.md", "README.zh.md"] {
        let text = std::fs::read_to_string(readme).unwrap();
        let tour = text.split("\n## ").nth(2).unwrap();
        for key in ["Down", "c", "p", "Esc", "/", "Enter", "s", "W", "?", "q", "F10"] {
            assert!(tour.contains(&format!("`{key}`")), "{readme} names no {key}");
        }
    }
}

#[test]
fn a_filter_outlives_the_choice_of_a_pillar() {
    for digit in ["0", "1", "3"] {
        let mut session = Session::new(80, 24);
        let screen = session.press("f企<Enter>").press(digit).screen();
        assert!(screen.contains("[企]"), "{screen}");
    }
}

#[test]
fn a_language_there_is_not_is_refused_in_that_of_the_locale() {
    for given in [
        Given::default().env("LANG", "zh_CN.UTF-8"),
        Given::default()
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("RONGTU_LANG", ""),
    ] {
        let ran = given.run(&format!("list --lang fr {TEXTS}"));
        assert_eq!(ran.code, Some(2));
        assert!(
            ran.err.contains("不能是 fr") && ran.err.contains("zh 是中文，en 是 English"),
            "{}",
            ran.err
        );
    }
    let ran = Given::default().run("list --lang fr");
    assert!(ran.err.contains("zh is 中文, en is English"), "{}", ran.err);
}

#[test]
fn the_manual_names_the_file_and_the_variables() {
    for (lang, word) in [("zh", "环境变量"), ("en", "ENVIRONMENT")] {
        let page = Given::default().run(&format!("man --lang {lang}")).out;
        for part in [word, "RONGTU_THEME_NAME", "RONGTU_MOUSE", "config.yaml"] {
            assert!(page.contains(part), "{lang}: {part}");
        }
    }
}

#[test]
fn completion_offers_things_before_options() {
    let script = Given::default().run("completions bash --lang en").out;
    let lists: Vec<_> = script
        .lines()
        .filter_map(|line| line.trim().strip_prefix("opts=\""))
        .collect();
    assert!(lists.len() > 10);
    for list in lists {
        let words: Vec<_> = list.trim_end_matches('"').split(' ').collect();
        let options = words
            .iter()
            .position(|word| word.starts_with('-'))
            .unwrap_or(words.len());
        assert!(
            words[options..].iter().all(|word| word.starts_with('-')),
            "{list}"
        );
    }
}
