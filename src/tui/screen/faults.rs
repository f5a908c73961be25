//! Faults known of other painters of Chinese text; each test is named after one. Numbers such as #2695 are
//! ratatui's own.

use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Clear, Widget};

use super::fill;
use super::replay::{Rig, URL};
use crate::text::width::Policy;

const PLAIN: Style = Style::new();
const CHOSEN: Style = Style::new().add_modifier(Modifier::REVERSED);

fn first_row(rig: &mut Rig) -> String {
    rig.show();
    rig.check();
    let row: String = rig.model.row(0).iter().map(|place| place.0.as_str()).collect();
    row.trim_end().to_owned()
}

/// #2695: panicked in the diff.
#[test]
fn styled_wide_glyph_in_the_last_cell_replaced_by_a_narrow_one() {
    let mut rig = Rig::narrow(4, 1);
    rig.buf[(3, 0)].set_symbol("中").set_style(CHOSEN);
    rig.show();
    rig.buf[(3, 0)].set_symbol("x").set_style(PLAIN);
    assert_eq!(first_row(&mut rig), "   x");
}

/// #2652: only the lead cell of the glyph lost its highlight.
#[test]
fn style_change_covers_both_halves() {
    let mut rig = Rig::narrow(8, 1);
    rig.put(0, 0, "产教融合", CHOSEN);
    first_row(&mut rig);
    rig.buf.set_style(
        Rect::new(0, 0, 8, 1),
        Style::new().remove_modifier(Modifier::REVERSED),
    );
    assert_eq!(first_row(&mut rig), "产教融合");
    assert!(rig.model.row(0).iter().all(|place| place.1.marks.is_empty()));
}

/// #2587: the right half kept the background of the glyph that was there.
#[test]
fn no_background_stays_behind_a_replaced_wide_glyph() {
    let mut rig = Rig::narrow(8, 1);
    rig.put(0, 0, "产教", Style::new().bg(Color::Indexed(4)));
    first_row(&mut rig);
    fill(&mut rig.buf, Rect::new(0, 0, 8, 1), PLAIN, Policy::Narrow);
    rig.put(0, 0, "ab", PLAIN);
    assert_eq!(first_row(&mut rig), "ab");
    assert!(rig.model.row(0).iter().all(|place| place.1.bg == Color::Reset));
}

/// #2063, #2357, #2651: an emoji with a variation selector left its second cell, or moved the rest of the row.
#[test]
fn variation_selector_spoils_no_neighbour() {
    for wide in [false, true] {
        let mut rig = Rig::new(12, 1, Policy::Safe, false, wide, false);
        rig.put(0, 0, "❤\u{fe0f}党建", PLAIN);
        assert!(first_row(&mut rig).ends_with("党建"));
        rig.put(0, 0, "a", PLAIN);
        assert_eq!(first_row(&mut rig), "a党建");
    }
}

/// #2685: everything after a symbol wider than its row was left out.
#[test]
fn over_long_symbol_hides_nothing_else() {
    let mut rig = Rig::narrow(6, 2);
    rig.buf[(4, 0)].set_symbol("👨\u{200d}👩\u{200d}👧\u{200d}👦");
    rig.put(0, 1, "党建ab", PLAIN);
    rig.show();
    let below: String = rig.model.row(1).iter().map(|place| place.0.as_str()).collect();
    assert_eq!(below, "党建ab");
}

/// #2738: cells equal in both buffers while old ink stood on the screen.
#[test]
fn scrolling_by_an_odd_column_leaves_no_ghost() {
    let mut rig = Rig::narrow(12, 1);
    for text in ["产教融合xy", "x产教融合y", "xy产教融合", " 教融合  ", "教融合xyz"] {
        fill(&mut rig.buf, Rect::new(0, 0, 12, 1), PLAIN, Policy::Narrow);
        rig.put(0, 0, text, PLAIN);
        assert_eq!(first_row(&mut rig), text.trim_end());
    }
}

/// #2526: a popup's edge over half a glyph left the other half, and opening and closing it added up.
#[test]
fn popup_edge_blanks_the_half_glyph_outside() {
    let mut rig = Rig::narrow(12, 1);
    rig.put(0, 0, "产教融合校企", PLAIN);
    first_row(&mut rig);
    let page = rig.buf.clone();
    fill(&mut rig.buf, Rect::new(3, 0, 4, 1), PLAIN, Policy::Narrow);
    rig.put(3, 0, "abcd", PLAIN);
    assert_eq!(first_row(&mut rig), "产 abcd 校企");
    rig.buf = page;
    assert_eq!(first_row(&mut rig), "产教融合校企");
}

/// The same with the widget that does not know of halves: the terminal still shows no half glyph.
#[test]
fn clear_widget_over_half_a_glyph_is_no_half_glyph() {
    let mut rig = Rig::narrow(12, 1);
    rig.put(0, 0, "产教融合校企", PLAIN);
    first_row(&mut rig);
    Clear.render(Rect::new(3, 0, 4, 1), &mut rig.buf);
    rig.buf[(3, 0)].set_symbol("a");
    rig.buf[(6, 0)].set_symbol("b");
    rig.show();
    let row: String = rig.model.row(0).iter().map(|place| place.0.as_str()).collect();
    assert_eq!(row, "产 a  b 校企");
}

/// xterm -cjk_width moves what follows · to the left and leaves old ink behind.
#[test]
fn latin1_signs_are_drawn_by_their_substitutes_when_wide() {
    for sure in [true, false] {
        let mut rig = Rig::new(12, 1, Policy::Wide, sure, true, false);
        rig.put(0, 0, "匠·心°é", PLAIN);
        assert_eq!(first_row(&mut rig), "匠・心゜e\u{301}");
        fill(&mut rig.buf, Rect::new(0, 0, 12, 1), PLAIN, Policy::Wide);
        rig.put(0, 0, "x党", PLAIN);
        assert_eq!(first_row(&mut rig), "x党");
    }
}

/// Half-width dakuten: two cells, not three.
#[test]
fn half_width_voiced_sound_mark_takes_two_cells() {
    let mut rig = Rig::narrow(6, 1);
    assert_eq!(rig.put(0, 0, "ｶﾞ", PLAIN), 2);
    rig.put(2, 0, "中", PLAIN);
    assert!(first_row(&mut rig).ends_with('中'));
}

/// `Cell::set_symbol` lets control characters through.
#[test]
fn control_characters_never_reach_the_terminal() {
    let mut rig = Rig::narrow(10, 1);
    rig.buf[(0, 0)].set_symbol("\x1b]0;x\x07");
    rig.buf[(1, 0)].set_symbol("\u{9b}2J");
    rig.buf[(2, 0)].set_symbol("\u{202e}");
    rig.put(3, 0, "a\x1b[2Jb\u{202e}", PLAIN);
    rig.show();
    let text = String::from_utf8(rig.sent).unwrap();
    for hostile in ["\x1b]", "\x07", "\u{9b}", "\u{202e}"] {
        assert!(!text.contains(hostile), "{hostile:?}");
    }
    assert_eq!(text.matches("\x1b[2J").count(), 1, "only our own erase");
}

/// 63 % of the bytes of a Chinese page were cursor moves after each wide glyph.
#[test]
fn chinese_text_costs_little_more_than_its_own_bytes() {
    let mut rig = Rig::narrow(80, 24);
    let line = "产教融合，校企共建；以“党建”引领育人，98%以上的学生参与。";
    (0..24).for_each(|y| {
        rig.put(0, y, line, PLAIN);
    });
    let frame = rig.show();
    rig.check();
    let text = line.len() * 24;
    assert!(
        frame.bytes * 100 <= text * 105,
        "{} bytes for {text}",
        frame.bytes
    );
}

/// Without the terminal's word on “ the cost of addressing anew stays small.
#[test]
fn disputed_glyphs_are_readdressed_cheaply() {
    let mut rig = Rig::new(80, 24, Policy::Wide, false, true, false);
    let line = "产教融合，校企共建；以“党建”引领育人，98%以上的学生参与。";
    (0..24).for_each(|y| {
        rig.put(0, y, line, PLAIN);
    });
    let frame = rig.show();
    rig.check();
    let text = line.len() * 24;
    assert!(
        frame.bytes * 100 <= text * 140,
        "{} bytes for {text}",
        frame.bytes
    );
}

#[test]
fn a_highlight_that_moves_costs_two_rows() {
    let mut rig = Rig::narrow(40, 10);
    for y in 0..10 {
        rig.put(0, y, "台州示例学院  四", if y == 3 { CHOSEN } else { PLAIN });
    }
    first_row(&mut rig);
    rig.put(0, 4, "台州示例学院  四", CHOSEN);
    rig.buf.set_style(
        Rect::new(0, 3, 40, 1),
        Style::new().remove_modifier(Modifier::REVERSED),
    );
    let frame = rig.show();
    rig.check();
    assert_eq!((frame.cells, frame.text), (2 * 16, 2 * 23));
    assert!(frame.bytes < frame.text + 50, "{}", frame.bytes);
}

#[test]
fn prompt_cursor_is_shown_where_asked_and_parked_otherwise() {
    let mut rig = Rig::narrow(20, 5);
    rig.cursor = Some(Position::new(6, 4));
    rig.put(0, 4, "/党建", PLAIN);
    rig.show();
    rig.check();
    rig.cursor = None;
    rig.show();
    rig.check();
    assert_eq!(rig.sent, b"\x1b[?2026h\x1b[?25l\r\x1b[?2026l");
}

#[test]
fn empty_buffer_draws_nothing_and_does_not_panic() {
    let mut rig = Rig::narrow(1, 1);
    rig.buf.resize(Rect::new(0, 0, 0, 0));
    assert!(rig.screen.present(&rig.buf, None).is_ok());
}

/// A writer that fails leaves the screen unknown, so the next frame paints it all.
#[test]
fn a_failed_frame_is_painted_again_in_full() {
    struct Once(bool, Vec<u8>);
    impl std::io::Write for Once {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if std::mem::take(&mut self.0) {
                return Err(std::io::ErrorKind::Other.into());
            }
            self.1.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut screen = super::Screen::new(
        Once(true, Vec::new()),
        super::Abilities::default(),
        super::Widths::default(),
    );
    let mut buf = ratatui::buffer::Buffer::empty(Rect::new(0, 0, 4, 1));
    super::put(&mut buf, 0, 0, "党建", PLAIN, Policy::Safe, 4);
    assert!(screen.present(&buf, None).is_err());
    assert!(screen.present(&buf, None).is_ok());
    assert!(String::from_utf8_lossy(&screen.writer().1).contains("\x1b[2J党建"));
}

/// A link is what is read, ends with it, and takes no cell.
#[test]
fn an_address_is_a_hyperlink_and_looks_as_it_did() {
    let text = format!("网址 {URL} 第 5 行");
    let mut rig = Rig::narrow(40, 3);
    let end = rig.put(0, 1, &text, PLAIN);
    first_row(&mut rig);
    let linked = |rig: &Rig| rig.model.links.iter().filter(|link| *link == URL).count();
    assert_eq!((end, linked(&rig)), (5 + URL.len() as u16 + 8, URL.len()));
    let cells = rig.model.cells.clone();
    let mut plain = Rig::narrow(40, 3);
    plain.screen.set_urls(&[]);
    plain.put(0, 1, &text, PLAIN);
    first_row(&mut plain);
    assert_eq!((&plain.model.cells, linked(&plain)), (&cells, 0));
    // Part of an address leads nowhere, and neither does what stands where one was.
    rig.put(22, 1, "  ", PLAIN);
    first_row(&mut rig);
    assert_eq!(linked(&rig), 0);
}
