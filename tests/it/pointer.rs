//! The mouse, as whoever asked for it meets it: what is under it is found by its text on the screen.

use ratatui::layout::Position;
use rongtu::tui::{
    mouse::{Deed, Mouse},
    msg::Effect,
    view::pointed,
};

use super::{
    pty::{Answer, Pty, RONGTU},
    support::Session,
};

impl Session {
    /// The first cell of `text`, the `n`th on the screen from 0.
    fn find(&self, text: &str, n: usize) -> Position {
        let (buf, _) = self.draw();
        let mut cells = Vec::new();
        let mut all = String::new();
        for y in 0..buf.area.height {
            for x in 0..buf.area.width {
                cells.push((all.len(), Position::new(x, y)));
                all += buf[(x, y)].symbol();
            }
            all.push('\n');
        }
        let at = all.match_indices(text).nth(n);
        let (at, _) = at.unwrap_or_else(|| panic!("no {text} on\n{all}"));
        cells.iter().rev().find(|(start, _)| *start <= at).unwrap().1
    }

    fn point(&mut self, deed: Deed, at: Position) -> &mut Self {
        let (column, row) = (at.x, at.y);
        if let Some(msg) = pointed(&self.app, Mouse { deed, column, row }) {
            self.send(msg);
        }
        self
    }

    fn click(&mut self, text: &str) -> &mut Self {
        let at = self.find(text, 0);
        self.point(Deed::Click, at)
    }
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut session = Session::new(120, 36);
    session.click("创新平台  ");
    assert!(session.reversed().contains("创新平台"), "{}", session.reversed());
    assert!(session.screen().contains("13 个"), "{}", session.screen());
    session.click("创新平台  ");
    assert!(
        session
            .screen()
            .lines()
            .nth(1)
            .unwrap()
            .starts_with("-- sdcit/innovation-platforms")
    );
    session.press("<Esc>").click("台州科技");
    assert!(session.screen().contains("[成效 29]"), "{}", session.screen());
    session.click("2 党建聚智");
    assert!(session.reversed().contains("党建聚智"), "{}", session.reversed());
}

#[test]
fn tabs_hints_and_hits_act() {
    let mut session = Session::new(120, 36);
    session.click("举措 15");
    assert!(session.screen().contains("[举措 15]"), "{}", session.screen());
    session.click("对比");
    assert!(session.screen().starts_with("对比"), "{}", session.screen());
    session.click("返回").press("/jyl").click("毕业生就业率");
    assert!(session.reversed().contains("毕业生就业率") && session.screen().contains("至少 98%"));
    session.click("总览").click("平台建设");
    assert!(session.reversed().contains("平台建设"));
    session.click("平台建设");
    assert!(session.screen().contains("-- 平台建设"), "{}", session.screen());
    session.click("退出");
    assert!(session.effects.contains(&Effect::Quit));
}

#[test]
fn a_click_in_a_comparison_goes_to_the_cell() {
    let mut session = Session::new(120, 36);
    session.press("c").click("34家");
    assert!(session.reversed().contains("34家"), "{}", session.reversed());
    session.click("34家");
    assert!(
        session.screen().contains("tzvcst/mould-firms"),
        "{}",
        session.screen()
    );
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut session = Session::new(80, 24);
    let colleges = session.find("山东信息", 0);
    let facts = session.find("创新平台", 0);
    let before = session.screen();
    assert_eq!(
        session.point(Deed::WheelDown, colleges).screen(),
        before,
        "all colleges are in sight"
    );
    session
        .point(Deed::WheelDown, facts)
        .point(Deed::WheelDown, facts);
    assert!(
        !session
            .screen()
            .contains("党组织结对联建企业                   32家")
    );
    session.point(Deed::WheelUp, facts).point(Deed::WheelUp, facts);
    assert!(session.screen().contains("联建单位共办活动"));
    session.press("<F1>").point(Deed::WheelDown, facts);
    assert!(session.screen().contains("4-23/"), "{}", session.screen());
    session
        .press("<Esc>c")
        .point(Deed::WheelDown, facts)
        .point(Deed::WheelDown, facts);
    assert!(!session.screen().contains("32家"), "{}", session.screen());
}

#[test]
fn any_click_at_any_size_on_any_screen_breaks_nothing() {
    for (width, height) in [(1, 1), (20, 5), (40, 12), (80, 24), (120, 36)] {
        for keys in [
            "", "z", "f企", "<Enter>", "s", "c", "cp", "o", "/qiye", ":", "<F1>", "y",
        ] {
            let mut first = Session::new(width, height);
            first.press(keys);
            for (deed, step) in [(Deed::Click, 3), (Deed::WheelDown, 7), (Deed::WheelUp, 7)] {
                let mut session = first.clone();
                for y in (0..height + 2).step_by(step) {
                    for x in (0..width + 5).step_by(step * 3) {
                        session.point(deed, Position::new(x, y)).draw();
                    }
                }
            }
        }
    }
}

#[test]
fn the_mouse_is_reported_where_it_was_asked_for_and_never_afterwards() {
    let off = |pty: &Pty| pty.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None;
    assert!(off(&Pty::explorer(Answer::Narrow)));
    for end in ["q", "TERM", "HUP"] {
        let mut pty = Pty::start(&[RONGTU, "--mouse"], &[], Answer::Narrow);
        pty.sees("融图");
        assert!(!off(&pty), "{end}");
        // A click on the second college.
        pty.keys("\x1b[<0;4;4M\x1b[<0;4;4m");
        pty.sees("[成效 29]");
        match end {
            "q" => pty.keys("q"),
            "TERM" => pty.signal(rustix::process::Signal::TERM),
            _ => pty.signal(rustix::process::Signal::HUP),
        }
        pty.ends();
        pty.closes();
        assert!(off(&pty), "{end}");
    }
    let mut pty = Pty::start(
        &[crate::pty::card().to_str().unwrap(), "--mouse"],
        &[],
        Answer::Narrow,
    );
    pty.sees("q 退出");
    assert!(!off(&pty));
    pty.keys("!");
    assert_eq!(pty.ends().exit_code(), 101);
    pty.closes();
    assert!(off(&pty), "after a panic");
    let mut kiosk = Pty::start(&[RONGTU, "kiosk"], &[("RONGTU_MOUSE", "on")], Answer::Narrow);
    kiosk.sees("融图");
    assert!(off(&kiosk), "in a kiosk");
    kiosk.keys("q");
    kiosk.ends();
}

#[test]
fn the_mouse_is_turned_on_and_off_by_a_key_and_by_its_name() {
    let off = |pty: &Pty| pty.screen().mouse_protocol_mode() == vt100::MouseProtocolMode::None;
    let mut pty = Pty::start(&[RONGTU, "--lang", "zh"], &[], Answer::Narrow);
    pty.sees("融图");
    // Not asked for, the bytes of a report are nobody's click.
    pty.keys("\x1b[<0;4;4M");
    pty.keys("\x1bc");
    pty.sees("鼠标: 开");
    assert!(!off(&pty));
    pty.keys("\x1b[<0;4;4M\x1b[<0;4;4m");
    pty.sees("[成效 29]");
    pty.keys(":shubiao\r");
    pty.sees("鼠标: 关");
    assert!(off(&pty));
    pty.keys("\x1bc");
    pty.sees("鼠标: 开");
    pty.keys("q");
    pty.ends();
    pty.closes();
    assert!(off(&pty));
}

#[test]
fn stopped_and_back_the_mouse_is_off_and_on() {
    let pty = Pty::start(&["sh", "-i"], &[("PS1", "$ ")], Answer::Narrow);
    pty.sees("$ ");
    pty.keys(&format!("{RONGTU} --mouse\r"));
    let none = vt100::MouseProtocolMode::None;
    pty.until("the mouse", |screen| screen.mouse_protocol_mode() != none);
    pty.keys("\x1a");
    // Until the shell says so it is still stopping, and what is typed would be the program's.
    pty.until("no mouse", |screen| {
        let is_back = !screen.alternate_screen() && screen.contents().contains("topped");
        is_back && screen.mouse_protocol_mode() == none
    });
    pty.keys("fg\r");
    pty.until("the mouse again", |screen| screen.mouse_protocol_mode() != none);
    pty.keys("q");
    pty.until("no mouse again", |screen| {
        !screen.alternate_screen() && screen.mouse_protocol_mode() == none
    });
}
