//! The topmost page as rows, kept until anything it is made from changes.
//!
//! A theme or a metric of thousands of colleges takes longer to lay out than a key may. Kept by `update` alone, and only
//! looked at together with what it was made from: a page out of date is laid out again, never shown.

use std::{borrow::Cow, sync::Arc};

use super::{App, Overlay, What, pages};
use crate::{lang::Lang, load::Loaded, page::layout::Row, text::width::Policy, tui::regions::Regions};

/// A page and what it was made from.
#[derive(Clone, Debug)]
pub(crate) struct Laid {
    what: What,
    width: usize,
    lang: Lang,
    policy: Policy,
    data: Arc<Loaded>,
    rows: Arc<[Row]>,
}

impl Laid {
    fn is(&self, app: &App, overlay: &Overlay, width: usize) -> bool {
        let look = (app.look.lang, app.look.policy);
        self.width == width
            && (self.lang, self.policy) == look
            && self.what == overlay.what
            && Arc::ptr_eq(&self.data, &app.data)
    }
}

impl App {
    /// The rows of the topmost page at the width it has on screen.
    pub(crate) fn overlay_rows(&self, regions: &Regions) -> Cow<'_, [Row]> {
        let width = usize::from(regions.overlay.body.width);
        match (self.overlays.last(), &self.laid) {
            (None, _) => Cow::Borrowed(&[]),
            (Some(overlay), Some(laid)) if laid.is(self, overlay, width) => Cow::Borrowed(&laid.rows),
            (Some(overlay), _) => Cow::Owned(pages::rows(self, overlay, width)),
        }
    }

    /// Keeps the rows of the topmost page, if that is not what is kept. The overview is short, and is made from more
    /// than is looked at here.
    pub(super) fn keep_page(&mut self) {
        // Most keys are typed where there is no page; to lay the screen out for each would take longer than the key.
        if self.overlays.is_empty() {
            self.laid = None;
            return;
        }
        let width = usize::from(self.regions().overlay.body.width);
        self.laid = match (self.overlays.last(), self.laid.take()) {
            (None, _) => None,
            (Some(overlay), _) if overlay.what == What::Overview => None,
            (Some(overlay), Some(laid)) if laid.is(self, overlay, width) => Some(laid),
            (Some(overlay), _) => Some(Laid {
                what: overlay.what.clone(),
                width,
                lang: self.look.lang,
                policy: self.look.policy,
                data: Arc::clone(&self.data),
                rows: pages::rows(self, overlay, width).into(),
            }),
        };
    }
}
