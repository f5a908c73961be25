//! Which known metrics an outcome may be of, by the words of its own clause.
//!
//! A proposal for a person to confirm. A metric goes by its name and by what curated dossiers call it, in the same unit;
//! it is taken as likely only where such a name stands next to the figure and nothing else does.

use super::{ArticleFigure, clause::Clause};
use crate::model::{Atlas, Guess, Metric};

/// How many metrics are proposed.
const MOST: usize = 5;

/// Fewest characters of a name that speak for its metric where the whole name is not printed.
const PART: usize = 4;

/// Words that make a clause speak of something else than what a metric without them counts.
const CONTRARY: [&str; 24] = [
    "新增", "新建", "同比", "增长", "增加", "增幅", "提高", "提升", "下降", "降低", "减少", "占比", "满意",
    "合格", "目标", "平均", "人均", "户均", "计划", "倍", "全国", "全省", "全市", "行业",
];

/// Words behind which a name stands whole: 建成产业学院5个 counts them, 省级产业学院5个 some of them.
const LEADING: [&str; 21] = [
    "建成", "共建", "建有", "成立", "组建", "开设", "设立", "设有", "拥有", "现有", "共有", "培养", "培育",
    "获", "获得", "完成", "开展", "实现", "有", "为", "的",
];

/// Words that mean the same in this field, each pair of one length.
const SAME: [(&str, &str); 3] = [("职工", "员工"), ("到款", "到账"), ("到帐", "到账")];

/// The metrics that are known, each with the names it goes by.
#[derive(Clone, Debug, Default)]
pub(crate) struct KnownMetrics<'a>(Vec<(&'a Metric, Vec<String>)>);

/// What is proposed for a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Proposed {
    /// The likeliest first.
    pub(crate) guesses: Vec<Guess>,
    /// Whether the first is likely enough to stand as the metric until a person has looked.
    pub(crate) is_likely: bool,
}

impl<'a> KnownMetrics<'a> {
    /// Those of `atlas`, by their names and by the labels of outcomes that a person has confirmed.
    pub(crate) fn new(atlas: &'a Atlas) -> Self {
        let mut known: Vec<_> = (atlas.metrics.iter())
            .map(|metric| (metric, names(&metric.name.zh).collect::<Vec<_>>()))
            .collect();
        let outcomes = atlas.colleges.iter().flat_map(|college| &college.outcomes);
        for outcome in outcomes.filter(|outcome| outcome.guesses.is_none()) {
            let Some((metric, called)) = outcome.metric.and_then(|metric| known.get_mut(metric.at())) else {
                continue;
            };
            if metric.unit == outcome.quantity.unit {
                called.extend(names(&outcome.label.zh));
            }
        }
        for (_, called) in &mut known {
            called.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
            called.dedup();
        }
        Self(known)
    }

    /// The metrics of the figure's unit for which `clause` speaks.
    pub(super) fn propose(&self, clause: Clause<'_>, figure: &ArticleFigure) -> Proposed {
        let words = clause.words();
        let folded = folded(&words);
        let mut found: Vec<(bool, usize, Guess)> = Vec::new();
        for (metric, called) in self.0.iter().filter(|(metric, _)| metric.unit == figure.unit) {
            let contrary = |word: &str| words.contains(word) && !metric.name.zh.contains(word);
            if CONTRARY.iter().any(|word| contrary(word)) || is_of_another_rank(&words, &metric.name.zh) {
                continue;
            }
            let best = called.iter().filter_map(|name| {
                let common = common(&folded, name);
                let length = common.len();
                let likely = length == name.chars().count() && stands_alone(clause, name);
                let printed: String = words.chars().skip(common.start).take(length).collect();
                let whole = length == name.chars().count();
                (whole || length >= PART && says_something(&printed)).then_some((likely, length, printed))
            });
            if let Some((likely, length, words)) = best.max_by_key(|(likely, length, _)| (*likely, *length)) {
                let metric = metric.id.clone();
                found.push((
                    likely,
                    length,
                    Guess {
                        metric,
                        words: words.into(),
                    },
                ));
            }
        }
        found.sort_by_key(|(likely, length, _)| std::cmp::Reverse((*likely, *length)));
        let likely = found.iter().filter(|(likely, ..)| *likely).count();
        Proposed {
            // Two that are as likely speak for neither alone.
            is_likely: likely == 1 || likely > 1 && found[0].1 > found[1].1,
            guesses: found.into_iter().take(MOST).map(|(.., guess)| guess).collect(),
        }
    }
}

/// Whether the clause names a level or a grade, and the metric another of the kind: 国家级一等奖 is no 省级一等奖.
fn is_of_another_rank(words: &str, name: &str) -> bool {
    const RANKS: [&[&str]; 2] = [
        &["世界", "国际", "国家级", "全国", "省级", "省部级", "市级", "校级"],
        &[
            "特等奖",
            "一等奖",
            "二等奖",
            "三等奖",
            "金奖",
            "银奖",
            "铜奖",
            "金牌",
            "银牌",
            "铜牌",
        ],
    ];
    let named = |ranks: &&[&str]| {
        let both = |rank: &&&str| words.contains(**rank) && name.contains(**rank);
        let of = |text: &str| ranks.iter().any(|rank| text.contains(rank));
        of(words) && of(name) && !ranks.iter().any(|rank| both(&rank))
    };
    RANKS.iter().any(named)
}

/// Whether part of a name says what is counted: 省级 and 毕业生 do not.
fn says_something(part: &str) -> bool {
    let short = part.chars().count() == PART && part.ends_with(['省', '市', '级', '生', '家', '的']);
    !short && !part.contains(['“', '”', '、'])
}

/// A name as printed, and with its verb in front: 企业员工培训, 培训企业员工, 企业培训员工.
fn names(name: &str) -> impl Iterator<Item = String> {
    let parts = ["培训", "走访"]
        .into_iter()
        .find_map(|verb| Some((verb, name.strip_suffix(verb).filter(|rest| !rest.is_empty())?)));
    let in_front = parts.map(|(verb, rest)| format!("{verb}{rest}"));
    let within = parts.and_then(|(verb, rest)| Some(format!("企业{verb}{}", rest.strip_prefix("企业")?)));
    let all = [Some(name.to_owned()), in_front, within];
    all.into_iter().flatten().map(|name| folded(&name))
}

/// Whether `name` stands next to the figure with nothing around it that narrows or widens what is counted.
fn stands_alone(clause: Clause<'_>, name: &str) -> bool {
    let (before, after) = (folded(clause.before()), folded(clause.after()));
    let led = |words: &str| {
        let words = super::leading_words::without_start(words);
        words.is_empty() || LEADING.contains(&words)
    };
    let in_front = after.is_empty() && before.strip_suffix(name).is_some_and(led);
    let behind = after == name && led(&before);
    !clause.is_a_start() && (in_front || behind)
}

/// The longest part of `name` that `words` hold: where it stands there, in characters.
fn common(words: &str, name: &str) -> std::ops::Range<usize> {
    let name: Vec<(usize, char)> = name.char_indices().collect();
    let end = |at: usize| name.get(at).map_or(usize::MAX, |(at, _)| *at);
    let whole: String = name.iter().map(|(_, c)| c).collect();
    for length in (PART.min(name.len())..=name.len()).rev() {
        for from in 0..=name.len() - length {
            let part = &whole[name[from].0..end(from + length).min(whole.len())];
            if let Some(at) = words.find(part) {
                let start = words[..at].chars().count();
                return start..start + length;
            }
        }
    }
    0..0
}

/// The text with one word for those that mean the same, character for character.
fn folded(text: &str) -> String {
    let text = SAME
        .iter()
        .fold(text.to_owned(), |text, (word, same)| text.replace(word, same));
    text.replace(['“', '”'], "·")
}
