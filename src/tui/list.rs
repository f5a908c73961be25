//! Cursor and scroll arithmetic of one list or page. Pure numbers; it has never seen a row.

/// Where a list stands: the row under the cursor and the first row on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct List {
    /// Row under the cursor, from 0.
    pub(crate) cursor: usize,
    /// First row on screen.
    pub(crate) offset: usize,
}

/// Rows of one turn of the wheel.
const WHEEL: usize = 3;

/// A step through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListStep {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Half a screen up.
    HalfUp,
    /// Half a screen down.
    HalfDown,
    /// The first row.
    First,
    /// The last row.
    Last,
}

impl List {
    /// The list after `step`, of `len` rows with `height` of them on screen. The cursor moves.
    #[must_use]
    pub(crate) fn step(self, step: ListStep, len: usize, height: usize) -> Self {
        let page = height.saturating_sub(1).max(1);
        let cursor = match step {
            ListStep::Up => self.cursor.saturating_sub(1),
            ListStep::Down => self.cursor.saturating_add(1),
            ListStep::PageUp => self.cursor.saturating_sub(page),
            ListStep::PageDown => self.cursor.saturating_add(page),
            ListStep::HalfUp => self.cursor.saturating_sub(half(height)),
            ListStep::HalfDown => self.cursor.saturating_add(half(height)),
            ListStep::First => 0,
            ListStep::Last => len,
        };
        Self { cursor, ..self }.keep(len, height)
    }

    /// The same for text that is read rather than chosen from: the screen moves, and the cursor with it.
    #[must_use]
    pub(crate) fn scroll(self, step: ListStep, len: usize, height: usize) -> Self {
        let page = height.saturating_sub(1).max(1);
        let last = len.saturating_sub(height);
        let offset = match step {
            ListStep::Up => self.offset.saturating_sub(1),
            ListStep::Down => self.offset.saturating_add(1),
            ListStep::PageUp => self.offset.saturating_sub(page),
            ListStep::PageDown => self.offset.saturating_add(page),
            ListStep::HalfUp => self.offset.saturating_sub(half(height)),
            ListStep::HalfDown => self.offset.saturating_add(half(height)),
            ListStep::First => 0,
            ListStep::Last => last,
        };
        let offset = offset.min(last);
        Self {
            cursor: offset,
            offset,
        }
    }

    /// The list after a turn of the wheel: the screen moves, the cursor only to stay on it.
    #[must_use]
    pub(crate) fn wheel(self, ahead: bool, len: usize, height: usize) -> Self {
        let last = len.saturating_sub(height);
        let offset = match ahead {
            true => (self.offset + WHEEL).min(last),
            false => self.offset.saturating_sub(WHEEL),
        };
        let end = offset + height.max(1) - 1;
        let cursor = self.cursor.clamp(offset, end);
        Self { cursor, offset }.keep(len, height)
    }

    /// The list a step up or down: its cursor on the row that is sought, if that is on screen or just beyond, else
    /// scrolled by a row.
    #[must_use]
    pub(crate) fn seek(self, sought: Option<usize>, step: ListStep, len: usize, height: usize) -> Self {
        let near = |row: &usize| self.offset <= row + 1 && *row <= self.offset + height;
        if let Some(row) = sought.filter(near) {
            return self.at(row, len, height);
        }
        let scrolled = self.scroll(step, len, height);
        let cursor = match scrolled.offset == self.offset {
            true => self.step(step, len, height).cursor,
            false => self.cursor,
        };
        let last = scrolled.offset + height.saturating_sub(1);
        Self {
            cursor: cursor.clamp(scrolled.offset, last.max(scrolled.offset)),
            ..scrolled
        }
        .keep(len, height)
    }

    /// The list with its cursor within `len` rows and on screen.
    #[must_use]
    pub(crate) fn keep(self, len: usize, height: usize) -> Self {
        let height = height.max(1);
        let cursor = self.cursor.min(len.saturating_sub(1));
        let highest = cursor.saturating_sub(height - 1);
        let offset = self.offset.clamp(highest, cursor).min(len.saturating_sub(height));
        Self { cursor, offset }
    }

    /// The list with its cursor on `row`.
    #[must_use]
    pub(crate) fn at(self, row: usize, len: usize, height: usize) -> Self {
        Self { cursor: row, ..self }.keep(len, height)
    }

    /// The list with its cursor past a heading, or before it when `back`. The heading over the row that is first on
    /// screen is shown with it.
    #[must_use]
    pub(crate) fn past_headings(
        self,
        back: bool,
        len: usize,
        height: usize,
        is_heading: impl Fn(usize) -> bool,
    ) -> Self {
        let list = self.keep(len, height);
        let cursor = match is_heading(list.cursor) {
            true if back && list.cursor > 0 => list.cursor - 1,
            true => list.cursor + 1,
            false => list.cursor,
        };
        let list = list.at(cursor, len, height);
        let headed = cursor > 0 && is_heading(cursor - 1);
        match headed && list.offset == cursor && height > 1 {
            true => Self {
                offset: cursor - 1,
                ..list
            },
            false => list,
        }
    }

    /// The rows on screen.
    pub(crate) fn window(self, len: usize, height: usize) -> std::ops::Range<usize> {
        let from = self.offset.min(len);
        from..(from + height).min(len)
    }
}

fn half(height: usize) -> usize {
    (height / 2).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn steps(list: List, steps: &[ListStep], len: usize, height: usize) -> (usize, usize) {
        let end = steps
            .iter()
            .fold(list, |list, step| list.step(*step, len, height));
        (end.cursor, end.offset)
    }

    #[test]
    fn movements() {
        use ListStep::*;
        let top = List::default();
        assert_eq!(steps(top, &[Down, Down, Up], 10, 4), (1, 0));
        assert_eq!(steps(top, &[Down; 4], 10, 4), (4, 1));
        assert_eq!(steps(top, &[PageDown], 10, 4), (3, 0));
        assert_eq!(steps(top, &[PageDown, PageDown], 10, 4), (6, 3));
        assert_eq!(steps(top, &[Last], 10, 4), (9, 6));
        assert_eq!(steps(top, &[Last, PageUp, First], 10, 4), (0, 0));
        assert_eq!(steps(top, &[Up], 10, 4), (0, 0));
        assert_eq!(steps(top, &[HalfDown, HalfDown, HalfUp], 10, 4), (2, 1));
        assert_eq!(steps(top, &[Last, Down], 0, 4), (0, 0));
    }

    #[test]
    fn text_scrolls_to_its_last_screenful_and_no_further() {
        let end = List::default()
            .scroll(ListStep::Last, 10, 4)
            .scroll(ListStep::Down, 10, 4);
        assert_eq!((end.cursor, end.offset), (6, 6));
        assert_eq!(List::default().scroll(ListStep::Down, 3, 4), List::default());
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_on_screen(cursor in 0usize..200, offset in 0usize..200, len in 0usize..100, height in 0usize..30) {
            let list = List { cursor, offset }.keep(len, height);
            prop_assert!(list.cursor < len.max(1));
            prop_assert!(list.offset <= list.cursor && list.cursor < list.offset + height.max(1));
            prop_assert_eq!(list.keep(len, height), list);
        }
    }
}
