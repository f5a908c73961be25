//! In which order the college pane stands: what is offered, and what choosing it does.

use std::sync::Arc;

use super::{App, Offers, Pane};
use crate::{
    find::{Filter, Index, Target},
    lang::Lang,
    model::{Atlas, Kind, MetricIx},
    order::{By, Order, stated},
    text::fold::fold_str,
    tui::words,
};

impl App {
    /// Opens the list of orders.
    pub(super) fn start_sort(&mut self) {
        self.pick(Offers::Orders(Vec::new()));
        self.offer();
    }

    /// The orders that suit what is typed: Chinese, English, and for metrics pinyin and initials.
    pub(super) fn orders(&self, typed: &str) -> Vec<(By, usize)> {
        let stated = stated(self.atlas());
        let words: Vec<_> = typed.split_whitespace().map(fold_str).collect();
        let metrics = match words.is_empty() {
            true => (0..stated.len()).map(|at| MetricIx(at as u16)).collect(),
            false => self.metrics(typed),
        };
        let all = self.atlas().colleges.len();
        let placed = self
            .atlas()
            .colleges
            .iter()
            .filter(|college| college.province.is_some());
        let fixed = [(By::Loaded, all), (By::Name, all), (By::Province, placed.count())];
        let suits = |(by, _): &(By, usize)| {
            let told = [Lang::Zh, Lang::En].map(|lang| fold_str(words::by(lang, self.atlas(), *by)));
            words
                .iter()
                .all(|word| told.iter().any(|told| told.contains(word)))
        };
        let counted = metrics.into_iter().map(|ix| (By::Metric(ix), stated[ix.at()]));
        fixed
            .into_iter()
            .filter(suits)
            .chain(counted.filter(|(_, n)| *n > 0))
            .collect()
    }

    /// The metrics that `typed` finds, best first. The index of everything is not needed for that, and may not be there.
    fn metrics(&self, typed: &str) -> Vec<MetricIx> {
        let filter = Filter {
            kind: Some(Kind::Metric),
            ..Filter::default()
        };
        let registers = Atlas {
            themes: self.atlas().themes.clone(),
            families: self.atlas().families.clone(),
            metrics: self.atlas().metrics.clone(),
            ..Atlas::default()
        };
        let hits = Index::new(&registers).search(&registers, typed, usize::MAX, filter);
        hits.iter()
            .filter_map(|hit| match hit.target {
                Target::Metric(ix) => Some(ix),
                _ => None,
            })
            .collect()
    }

    /// Puts the colleges in order by `by`; the order that holds already is turned round.
    pub(super) fn sort(&mut self, by: By) {
        let now = self.browse.shelf.order;
        let reversed = now.by == by && !now.reversed;
        let (data, regions) = (Arc::clone(&self.data), self.regions());
        self.browse.sort(&data.atlas, &regions, Order { by, reversed });
        self.notice = words::ordered(self.look.lang, by).map(str::to_owned);
    }

    /// To the next or last group of colleges.
    pub(super) fn leap(&mut self, ahead: bool) {
        let (data, regions) = (Arc::clone(&self.data), self.regions());
        if self.browse.pane != Pane::Colleges || !self.browse.leap(&data.atlas, &regions, ahead) {
            self.notice = Some(words::no_groups(self.look.lang));
        }
    }

    /// The order that holds, as the metrics of `atlas` have it; as loaded when its metric is gone.
    pub(super) fn order_in(&self, atlas: &Atlas) -> Order {
        let order = self.browse.shelf.order;
        let By::Metric(ix) = order.by else { return order };
        let id = &self.atlas().metric(ix).id;
        let at = atlas.metrics.iter().position(|metric| metric.id == *id);
        at.map_or_else(Order::default, |at| Order {
            by: By::Metric(MetricIx(at as u16)),
            ..order
        })
    }
}
