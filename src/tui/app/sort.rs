//! In which order the college pane stands: what is offered, and what choosing it does.

use super::{App, Offers};
use crate::{
    find::{NameQuery, orders},
    model::{Atlas, MetricIx},
    order::{Order, OrderBy, stated},
    tui::{msg::Action, regions::Pane, words},
};

impl App {
    /// Opens the list of orders.
    pub(super) fn start_sort(&mut self) {
        self.pick(Offers::Orders(Vec::new()));
        self.offer();
    }

    /// The orders that what is typed names, best first, and how many colleges each has something to go by for; metrics
    /// that no college states are left out.
    pub(super) fn orders(&self, typed: &str) -> Vec<(OrderBy, usize)> {
        let (query, counts) = (NameQuery::new(typed), self.order_counts());
        let mut fitting: Vec<_> = orders(self.atlas())
            .into_iter()
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .filter_map(|((by, names), count)| Some((query.fit(&names)?, by, count)))
            .collect();
        fitting.sort_by_key(|(fit, ..)| *fit);
        fitting.into_iter().map(|(_, by, count)| (by, count)).collect()
    }

    /// How many colleges each of [`orders`] has something to go by for.
    fn order_counts(&self) -> impl Iterator<Item = usize> {
        let colleges = &self.atlas().colleges;
        let placed = colleges.iter().filter(|college| college.province.is_some());
        [colleges.len(), colleges.len(), placed.count()]
            .into_iter()
            .chain(stated(self.atlas()))
    }

    /// Puts the colleges in order by `by`; the order that holds already is turned round.
    pub(super) fn sort(&mut self, by: OrderBy) {
        let now = self.browse.colleges.order;
        let reversed = now.by == by && !now.reversed;
        self.browse(|browse, atlas, regions| browse.sort(atlas, regions, Order { by, reversed }));
        let (next, previous) = (self.key_of(Action::Next), self.key_of(Action::Previous));
        self.notice = words::ordered(self.look.lang, by, &next, &previous);
    }

    /// To the next or last group of colleges.
    pub(super) fn leap(&mut self, ahead: bool) {
        let leaps = self.browse.pane == Pane::Colleges
            && self.browse(|browse, atlas, regions| browse.leap(atlas, regions, ahead));
        if !leaps {
            self.notice = Some(words::no_groups(self.look.lang, &self.key_of(Action::Sort)));
        }
    }

    /// The order that holds, as the metrics of `atlas` have it; as loaded when its metric is gone.
    pub(super) fn order_in(&self, atlas: &Atlas) -> Order {
        let order = self.browse.colleges.order;
        let OrderBy::Metric(ix) = order.by else {
            return order;
        };
        let id = &self.atlas().metric(ix).id;
        let at = atlas.metrics.iter().position(|metric| metric.id == *id);
        at.map_or_else(Order::default, |at| Order {
            by: OrderBy::Metric(MetricIx(at as u16)),
            ..order
        })
    }
}
