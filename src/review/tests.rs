//! Decisions on a fresh draft, and that whatever is decided can be undone.

use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::{
    check::State,
    draft::{draft, receive, skeleton},
    load::{Articles, Origin, load},
    model::ExcuseKind,
};

const ARTICLE: &str = "tests/fixtures/review/yunze.txt";

/// The review of a fresh draft of the invented college.
pub(crate) fn review() -> Review {
    static FRESH: std::sync::OnceLock<Review> = std::sync::OnceLock::new();
    FRESH.get_or_init(fresh).clone()
}

fn fresh() -> Review {
    let dir = TempDir::new().unwrap();
    let at = |path: &str| dir.path().join(path);
    for folder in ["data/colleges", "seeds"] {
        fs::create_dir_all(at(folder)).unwrap();
    }
    for register in ["data/themes.yaml", "data/metrics.yaml"] {
        fs::copy(register, at(register)).unwrap();
    }
    let article = receive(fs::read(ARTICLE).unwrap()).unwrap();
    let ids = crate::draft::DraftIds {
        college: "yunze".parse().unwrap(),
        source: "news-yunze".parse().unwrap(),
    };
    let atlas = load(&Origin::Embedded).atlas;
    let files = skeleton(
        &draft(&article.text),
        &article,
        &ids,
        &crate::draft::KnownMetrics::new(&atlas),
    );
    fs::write(at("data/colleges/yunze.yaml"), files.dossier).unwrap();
    fs::write(at("seeds/news-yunze.yaml"), files.record).unwrap();
    fs::copy(ARTICLE, at("seeds/yunze.txt")).unwrap();
    let origin = Origin::Folder(dir.path().to_owned());
    let loaded = load(&origin);
    let held = Articles::new([at("seeds")]).held(&loaded.atlas).remove(0);
    let entries = origin.entries().0;
    let case = Case::new(&loaded, &entries, &loaded.atlas.colleges[0], held).unwrap();
    let texts = FileTexts::new(|file| {
        String::from_utf8(case.entry(file).read().unwrap().into_owned())
            .unwrap()
            .into()
    });
    let guessed = with_guesses(&case, texts);
    Review::new(case, guessed).unwrap()
}

/// The dossier with every figure of the article as an outcome that nobody has confirmed.
fn with_guesses(case: &Case, texts: FileTexts) -> FileTexts {
    let mut text = texts.get(File::Dossier).to_owned();
    text.truncate(text.find("\noutcomes:").unwrap_or(text.len()) + 1);
    for (n, (line, range)) in figures(case).into_iter().enumerate() {
        let mut record = case.proposal(line, &range).unwrap().record.clone();
        record["id"] = format!("outcome-{n}").into();
        record["guess"] = serde_json::json!([{"metric": "joint-party-firms", "words": "结对"}]);
        record.as_object_mut().unwrap().remove("metric");
        let change = yaml::Change::Push(
            "outcomes",
            serde_yaml::to_value(&record).unwrap(),
            fields::DOSSIER,
        );
        text = edit(&text, &change).unwrap().apply(&text);
    }
    texts.with(File::Dossier, text)
}

fn figures(case: &Case) -> Vec<(u32, std::ops::Range<usize>)> {
    let lines = (1..).zip(case.article().lines());
    let of = |(line, text): (u32, &str)| {
        let found = crate::numeral::scan(text)
            .into_iter()
            .filter(|found| found.quantity().is_some());
        found.map(|found| (line, found.range)).collect::<Vec<_>>()
    };
    lines.flat_map(of).collect()
}

fn reason() -> Reason {
    Reason {
        kind: ExcuseKind::Other,
        zh: "不是本校的数字".into(),
        en: "a figure of others".into(),
    }
}

fn item(review: &Review, printed: &str) -> ReviewItem {
    let reading = review.reading();
    let at = reading
        .numerals
        .iter()
        .position(|numeral| review.case().line(numeral.line)[numeral.range.clone()].contains(printed));
    review.items()[review.item_of(at.unwrap())].clone()
}

fn decide(review: &mut Review, printed: &str, decision: Decision) {
    let subject = item(review, printed).subject;
    review
        .decide(&[(subject, decision.clone())])
        .unwrap_or_else(|refusal| panic!("{decision:?} {refusal:?}"));
}

fn outcome(review: &Review, printed: &str) -> String {
    let item = item(review, printed);
    let (file, path) = item.at.unwrap_or_else(|| {
        panic!(
            "{:?} {:?} {:?}",
            item.subject,
            item.state,
            review.reading().loaded.findings
        )
    });
    serde_yaml::to_string(get(review.reading().file(file), &path).unwrap()).unwrap()
}

#[test]
fn a_guess_that_is_accepted_is_curated_and_can_be_guessed_again() {
    let mut review = review();
    let before = review.texts().clone();
    let left = review.left();
    assert_eq!(item(&review, "36家").state, Some(State::Guessed));
    decide(
        &mut review,
        "36家",
        Decision::Field("en".parse().unwrap(), Some("Firms".into())),
    );
    decide(&mut review, "36家", Decision::Accept);
    assert_eq!(item(&review, "36家").state, Some(State::Curated));
    assert_eq!(review.left(), left - 1);
    assert!(!outcome(&review, "36家").contains("guess"));
    review.undo().unwrap();
    review.undo().unwrap();
    assert_eq!((review.texts(), review.left()), (&before, left));
}

#[test]
fn a_figure_becomes_an_excuse_and_an_excuse_a_figure() {
    let mut review = review();
    decide(&mut review, "780名", Decision::Excuse(reason()));
    assert_eq!(item(&review, "780名").state, Some(State::Excused));
    let record = review.texts().get(File::Record);
    assert!(
        record.contains("reason: {zh: 不是本校的数字, en: a figure of others}"),
        "{record}"
    );
    assert!(!review.texts().get(File::Dossier).contains("780名"));
    // Without the excuse it is open, and what the draft would make of it is accepted.
    let Some((file, path)) = item(&review, "780名").at else {
        panic!()
    };
    let edit = edit(review.texts().get(file), &yaml::Change::Remove(path)).unwrap();
    let text = edit.apply(review.texts().get(file));
    assert_eq!(
        review.changed_underneath(review.texts().with(file, text)).0,
        Rebased::Dropped
    );
    assert_eq!(item(&review, "780名").state, Some(State::Open));
    decide(
        &mut review,
        "780名",
        Decision::Metric(Some("employment-rate".into())),
    );
    let record = outcome(&review, "780名");
    assert!(
        record.contains("metric: employment-rate") && record.contains("as_written: 780名"),
        "{record}"
    );
}

#[test]
fn a_metric_is_chosen_or_made() {
    let mut review = review();
    decide(
        &mut review,
        "36家",
        Decision::Metric(Some("joint-party-firms".into())),
    );
    assert!(outcome(&review, "36家").contains("metric: joint-party-firms"));
    decide(&mut review, "36家", Decision::Metric(None));
    assert!(!outcome(&review, "36家").contains("metric:"));
    let metric = NewMetric {
        id: "villages".into(),
        zh: "帮扶村庄".into(),
        en: "Villages helped".into(),
        theme: "community".into(),
        definition_zh: "结对帮扶的村庄数。".into(),
        definition_en: "Villages the college is paired with.".into(),
    };
    decide(&mut review, "9个", Decision::NewMetric(metric.clone()));
    assert!(outcome(&review, "9个").contains("metric: villages"));
    assert!(review.texts().get(File::Metrics).ends_with(
        "  - id: villages\n    zh: 帮扶村庄\n    en: Villages helped\n    theme: community\n    unit: 个\n    \
         definition: {zh: 结对帮扶的村庄数。, en: Villages the college is paired with.}\n"
    ));
    let subject = item(&review, "12个").subject;
    let again = review.decide(&[(subject, Decision::NewMetric(metric))]);
    assert_eq!(again, Err(StepRefusal::Objection(Objection::BadId)));
}

#[test]
fn a_change_from_outside_is_kept_and_the_step_taken_again() {
    let mut review = review();
    let noted = |review: &Review| {
        let text = format!("# a note\n{}", review.texts().get(File::Dossier));
        review.texts().with(File::Dossier, text)
    };
    let other = noted(&review);
    decide(&mut review, "36家", Decision::Accept);
    let (rebased, saves) = review.changed_underneath(other.clone());
    assert_eq!((rebased, saves.len()), (Rebased::Again, 1));
    assert_eq!(saves[0].before, other.get(File::Dossier));
    assert!(saves[0].after.starts_with("# a note\n"));
    assert_eq!(item(&review, "36家").state, Some(State::Curated));
    review.undo().unwrap();
    assert_eq!(review.texts(), &other);

    // What the step was about is another now.
    let changed = other
        .get(File::Dossier)
        .replace("as_written: 36家", "as_written: 36");
    decide(&mut review, "36家", Decision::Accept);
    let (rebased, saves) = review.changed_underneath(other.with(File::Dossier, changed.clone()));
    assert_eq!((rebased, saves.len()), (Rebased::Dropped, 0));
    assert_eq!(review.texts().get(File::Dossier), changed);
    assert_eq!(review.undo(), Err(StepRefusal::NoStep));

    // A file that cannot be read is not taken in.
    let (rebased, _) = review.changed_underneath(other.with(File::Dossier, "outcomes: ["));
    assert_eq!(rebased, Rebased::Unreadable);
    assert_eq!(review.texts().get(File::Dossier), changed);
}

#[test]
fn a_step_that_cannot_be_written_is_taken_back() {
    let mut review = review();
    let before = (review.texts().clone(), review.cursor());
    decide(&mut review, "36家", Decision::Accept);
    review.not_saved();
    assert_eq!(
        (review.texts().clone(), review.cursor(), review.steps()),
        (before.0, before.1, 0)
    );
}

/// A decision of some sort, for whatever item it is made about.
fn decision() -> impl Strategy<Value = Decision> {
    let word = "[ -~]{1,8}|[\u{4e00}-\u{4eff}：，“”#]{1,5}";
    let fields = prop_oneof![
        Just("label"),
        Just("en"),
        Just("gist.zh"),
        Just("gist.en"),
        Just("zh"),
        Just("scope")
    ];
    prop_oneof![
        4 => Just(Decision::Accept),
        2 => (word, word).prop_map(|(zh, en)| Decision::Excuse(Reason { kind: ExcuseKind::Name, zh, en })),
        1 => Just(Decision::LeaveOut),
        2 => proptest::option::of(prop_oneof![Just("joint-party-firms"), Just("employment-rate")])
            .prop_map(|id| Decision::Metric(id.map(Into::into))),
        3 => (fields, proptest::option::of(word))
            .prop_map(|(field, text)| Decision::Field(field.parse().unwrap(), text.map(Into::into))),
        1 => proptest::option::of(1_u64..4).prop_map(Decision::Pillar),
        1 => Just(Decision::Field("themes".parse().unwrap(), Some(vec!["talent", "contests"].into()))),
        1 => Just(Decision::Field("period".parse().unwrap(), serde_yaml::from_str("{kind: recent, text: 近年来}").unwrap())),
    ]
}

/// The lines (from 0) of the record of `item` in `text`.
fn lines_of(item: &ReviewItem, file: File, text: &str) -> std::ops::Range<usize> {
    let spans = crate::load::positions::Spans::of(text);
    let range = match &item.at {
        Some((of, path)) if *of == file => spans.get(&path.to_string()).unwrap_or(0..0),
        _ => 0..0,
    };
    let line = |at: usize| text[..at].matches('\n').count();
    line(range.start)..line(range.end) + 1
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_decided_loads_touches_no_other_line_and_can_be_undone(
        steps in proptest::collection::vec((any::<prop::sample::Index>(), decision(), any::<bool>()), 1..8),
    ) {
        let mut review = review();
        let before = review.texts().clone();
        for (at, decision, undo) in steps {
            let item = review.items()[at.index(review.items().len())].clone();
            let old = review.texts().clone();
            let Ok(saves) = review.decide(&[(item.subject.clone(), decision)]) else {
                prop_assert_eq!(review.texts(), &old);
                continue;
            };
            for save in &saves {
                let (a, b): (Vec<_>, Vec<_>) = (save.before.lines().collect(), save.after.lines().collect());
                let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
                let most = a.len().min(b.len()) - head;
                let tail = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
                let own = lines_of(&item, save.file, &save.before);
                let gone = head..a.len() - tail;
                // A list that would be empty goes with its key, the line above.
                prop_assert!(gone.is_empty() || (own.start.saturating_sub(1) <= gone.start && gone.end <= own.end), "{:?} {:?}", gone, own);
            }
            let college = review.reading().college().is_some();
            prop_assert!(college);
            if undo {
                review.undo().unwrap();
                prop_assert_eq!(review.texts(), &old);
            }
        }
        while review.undo().is_ok() {}
        prop_assert_eq!(review.texts(), &before);
    }
}
