//! What an edit changes, line by line, and that it changes nothing else.

use proptest::prelude::*;
use serde_yaml::Value;

use super::*;

const TEXT: &str = "\
# A dossier.
id: hedong   # its id
name: {zh: 河东, short: 河}

pillars:
  - n: 1
    gist:
      # in own words
      zh: 支部与企业结对
      en: TODO # to do
    themes: []
    cite: {line: 3, exact: 党建引链}
  # the second
  - n: 2
    themes: [a, b]

outcomes:
  - id: firms # the first
    value: 28
    unit: '%'
    cite:
      line: 4
      exact: 28家企业

  - {id: b, value: 3}
# the end
";

fn value(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).unwrap()
}

fn set(path: &str, yaml: &str, order: &'static [&'static str]) -> Change {
    Change::Set(path.parse().unwrap(), value(yaml), order)
}

fn remove(path: &str) -> Change {
    Change::Remove(path.parse().unwrap())
}

/// The lines that a change takes away (`-`) and brings (`+`).
fn lines(text: &str, change: &Change) -> String {
    let edit = edit(text, change).unwrap();
    let after = edit.apply(text);
    assert_eq!(edit.inverse(text).apply(&after), text);
    let (before, after): (Vec<_>, Vec<_>) = (text.lines().collect(), after.lines().collect());
    let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let least = before.len().min(after.len()) - same;
    let (a, b) = (before.iter().rev(), after.iter().rev());
    let tail = a.zip(b).take(least).take_while(|(a, b)| a == b).count();
    let of = |sign: &str, lines: &[&str]| {
        let lines = &lines[same..lines.len() - tail];
        lines
            .iter()
            .map(|line| format!("{sign}{line}\n"))
            .collect::<String>()
    };
    of("-", &before) + &of("+", &after)
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    insta::assert_snapshot!(lines(TEXT, &set("pillars[0].gist.en", "'Branches pair: with firms'", &[])), @r#"
    -      en: TODO # to do
    +      en: "Branches pair: with firms" # to do
    "#);
    insta::assert_snapshot!(lines(TEXT, &set("outcomes[0].unit", "'家'", &[])), @"
    -    unit: '%'
    +    unit: 家
    ");
    insta::assert_snapshot!(lines(TEXT, &set("name.short", "'a, b'", &[])), @r#"
    -name: {zh: 河东, short: 河}
    +name: {zh: 河东, short: "a, b"}
    "#);
    insta::assert_snapshot!(lines(TEXT, &set("outcomes[0].unit", "'1:5'", &[])), @r#"
    -    unit: '%'
    +    unit: "1:5"
    "#);
    insta::assert_snapshot!(lines(TEXT, &set("pillars[0].themes", "[x, y]", &[])), @"
    -    themes: []
    +    themes: [x, y]
    ");
    insta::assert_snapshot!(lines(TEXT, &set("outcomes[0].cite", "{line: 5, exact: '28 家'}", &[])), @"
    -    cite:
    -      line: 4
    -      exact: 28家企业
    +    cite: {line: 5, exact: 28 家}
    ");
    insta::assert_snapshot!(lines(TEXT, &set("pillars[0].gist", "{zh: 甲, en: a}", &[])), @"
    -      zh: 支部与企业结对
    -      en: TODO # to do
    +      {zh: 甲, en: a} # to do
    ");
}

#[test]
fn a_new_key_stands_where_it_is_usually_written() {
    const ORDER: &[&str] = &["id", "metric", "value", "unit", "bound", "period", "cite"];
    insta::assert_snapshot!(lines(TEXT, &set("outcomes[0].bound", "nearly", ORDER)), @"+    bound: nearly");
    insta::assert_snapshot!(lines(TEXT, &set("outcomes[0].metric", "firms", ORDER)), @"+    metric: firms");
    insta::assert_snapshot!(lines(TEXT, &set("outcomes[0].scope", "college", ORDER)), @"+    scope: college");
    insta::assert_snapshot!(lines(TEXT, &set("outcomes[1].metric", "firms", ORDER)), @"
    -  - {id: b, value: 3}
    +  - {id: b, metric: firms, value: 3}
    ");
}

#[test]
fn what_is_removed_takes_its_lines_along_and_no_others() {
    insta::assert_snapshot!(lines(TEXT, &remove("pillars[0].themes")), @"-    themes: []");
    insta::assert_snapshot!(lines(TEXT, &remove("pillars[0].gist")), @"
    -    gist:
    -      # in own words
    -      zh: 支部与企业结对
    -      en: TODO # to do
    ");
    insta::assert_snapshot!(lines(TEXT, &remove("outcomes[0]")), @"
    -  - id: firms # the first
    -    value: 28
    -    unit: '%'
    -    cite:
    -      line: 4
    -      exact: 28家企业
    ");
    insta::assert_snapshot!(lines(TEXT, &remove("name.zh")), @"
    -name: {zh: 河东, short: 河}
    +name: {short: 河}
    ");
    insta::assert_snapshot!(lines(TEXT, &remove("pillars[1].themes[1]")), @"
    -    themes: [a, b]
    +    themes: [a]
    ");
    let rest = edit(TEXT, &remove("outcomes[1]")).unwrap().apply(TEXT);
    insta::assert_snapshot!(lines(&rest, &remove("outcomes[0]")), @"
    -outcomes:
    -  - id: firms # the first
    -    value: 28
    -    unit: '%'
    -    cite:
    -      line: 4
    -      exact: 28家企业
    ");
}

#[test]
fn one_more_record_ends_the_list() {
    const ORDER: &[&str] = &["id", "name", "pillars", "partners", "outcomes"];
    let record = |yaml: &str| value(yaml);
    let push = |list, yaml| Change::Push(list, record(yaml), ORDER);
    insta::assert_snapshot!(lines(TEXT, &push("outcomes", "{id: c, cite: {line: 4, exact: a}}")), @"+  - {id: c, cite: {line: 4, exact: a}}");
    insta::assert_snapshot!(lines(TEXT, &push("pillars", "{n: 3, gist: {zh: 甲, en: '1'}}")), @r#"
    +  - n: 3
    +    gist: {zh: 甲, en: "1"}
    "#);
    insta::assert_snapshot!(lines(TEXT, &push("partners", "{id: p, name: 'x: y'}")), @r#"
    +partners:
    +  - id: p
    +    name: "x: y"
    +
    "#);
    insta::assert_snapshot!(lines("id: a\nlist: []", &Change::Push("list", record("a"), &[])), @"
    -list: []
    +list:
    +  - a
    ");
    insta::assert_snapshot!(lines("id: a\nlist:", &Change::Push("list", record("{a: 1}"), &[])), @"+  - a: 1");
}

#[test]
fn the_line_breaks_are_those_of_the_file() {
    let text = TEXT.replace('\n', "\r\n");
    let push = Change::Push("outcomes", value("{id: c, value: 4}"), &[]);
    let after = edit(&text, &push).unwrap().apply(&text);
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    let text = "a:\r\n  - b: 1\r\n    c: 2";
    let after = edit(text, &set("a[0].d", "3", &[])).unwrap().apply(text);
    assert_eq!(after, "a:\r\n  - b: 1\r\n    c: 2\r\n    d: 3");
}

#[test]
fn what_is_not_understood_is_refused() {
    for (text, change) in [
        ("a: &x 1\nb: *x\n", set("b", "2", &[])),
        ("a: !t 1\n", set("a", "2", &[])),
        ("a: 1\n---\nb: 2\n", set("a", "2", &[])),
        ("a: [1\n", set("a", "2", &[])),
        ("a: 1\n", set("b.c", "2", &[])),
        ("a: 1\n", remove("b")),
        ("a: 1\n", Change::Push("a", value("b"), &[])),
        ("- a: 1\n", Change::Push("a", value("b"), &[])),
        ("a:\n  -\n    b: 1\n  - c\n", remove("a[0]")),
    ] {
        assert_eq!(edit(text, &change), Err(EditRefused), "{text}");
    }
}

/// Mappings of texts, lists of mappings, in block and in flow style, with comments and blank lines between.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z]{1,4}",
        Just("党建 引链".to_owned()),
        Just("\"a: #b\"".to_owned()),
        Just("'97%'".to_owned())
    ];
    let gap = prop_oneof![3 => Just(""), 1 => Just("\n"), 1 => Just("  # note\n"), 1 => Just("# note\n\n")];
    let tail = prop_oneof![4 => Just(""), 1 => Just(" # tail")];
    let field = |indent: &'static str| {
        (word.clone(), tail.clone(), gap.clone()).prop_map(move |(word, tail, gap)| (indent, word, tail, gap))
    };
    let item = prop_oneof![
        proptest::collection::vec(field("    "), 1..4).prop_map(|fields| {
            let line = |(at, (indent, word, tail, gap)): (usize, &(&str, String, &str, &str))| {
                let start = if at == 0 { "  - " } else { indent };
                format!("{start}f{at}: {word}{tail}\n{gap}")
            };
            fields.iter().enumerate().map(line).collect::<String>()
        }),
        (word.clone(), word.clone(), tail.clone())
            .prop_map(|(a, b, tail)| format!("  - {{f0: {a}, f1: {b}}}{tail}\n")),
    ];
    let list = proptest::collection::vec(item, 1..4).prop_map(|items| items.concat());
    (field(""), list.clone(), field(""), list, any::<bool>()).prop_map(
        |((_, a, t, g), one, (_, b, u, h), two, cut)| {
            let text = format!("a: {a}{t}\n{g}one:\n{one}b: {b}{u}\n{h}two:\n{two}");
            if cut { text.trim_end().to_owned() } else { text }
        },
    )
}

fn changes() -> impl Strategy<Value = Change> {
    const ORDER: &[&str] = &["a", "one", "b", "c", "two", "f0", "f1", "f2", "f3"];
    let words = prop_oneof![
        any::<String>().prop_map(Value::from),
        "[ -~]{0,6}".prop_map(Value::from),
        Just(value("{k: 'a, b', l: [1, '2', x: y]}")),
        any::<i32>().prop_map(Value::from),
    ];
    let path = prop_oneof![
        Just("a"),
        Just("c"),
        Just("one[0].f0"),
        Just("one[0].f1"),
        Just("one[1].f2"),
        Just("two[0].f3"),
        Just("two[2].f1"),
    ];
    let gone = prop_oneof![
        Just("b"),
        Just("one[0]"),
        Just("one[1]"),
        Just("two[0]"),
        Just("two[0].f1"),
        Just("one[1].f0"),
        Just("two"),
    ];
    prop_oneof![
        (path, words.clone()).prop_map(|(path, value)| Change::Set(path.parse().unwrap(), value, ORDER)),
        gone.prop_map(|path| Change::Remove(path.parse().unwrap())),
        (prop_oneof![Just("one"), Just("two"), Just("new")], words).prop_map(|(list, words)| Change::Push(
            list,
            [("f0".into(), words)]
                .into_iter()
                .collect::<serde_yaml::Mapping>()
                .into(),
            ORDER
        )),
    ]
}

proptest! {
    #[test]
    fn every_other_line_stays_as_it_is_and_all_can_be_undone(
        text in texts(),
        changes in proptest::collection::vec(changes(), 1..8),
    ) {
        let mut now = text.clone();
        let mut back = Vec::new();
        for change in &changes {
            let Ok(edit) = edit(&now, change) else { continue };
            // Whole lines before and behind are the same bytes, comments of theirs included.
            let next = edit.apply(&now);
            let above = now[..edit.at.start].matches('\n').count();
            let behind = &now[edit.at.end..];
            let own = usize::from(edit.at.end > 0 && !now[..edit.at.end].ends_with('\n'));
            let below = behind.lines().count() - own.min(behind.lines().count());
            prop_assert!(now.lines().take(above).eq(next.lines().take(above)));
            prop_assert!(now.lines().rev().take(below).eq(next.lines().rev().take(below)));
            let notes = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
            if !matches!(change, Change::Remove(_)) {
                prop_assert_eq!(notes(&now), notes(&next));
            }
            let loads = serde_yaml::from_str::<Value>(&next).is_ok();
            prop_assert!(loads);
            back.push(edit.inverse(&now));
            now = next;
        }
        for edit in back.into_iter().rev() {
            now = edit.apply(&now);
        }
        prop_assert_eq!(now, text);
    }

    #[test]
    fn a_sound_file_is_edited_and_not_refused(text in texts(), word in "[a-z ]{1,8}|[\u{4e00}-\u{4eff}，：“”]{1,6}|[0-9]{1,3}") {
        for change in [
            Change::Set("a".parse().unwrap(), word.as_str().into(), &[]),
            Change::Set("one[0].f0".parse().unwrap(), word.as_str().into(), &[]),
            Change::Set("one[0].new".parse().unwrap(), word.as_str().into(), &[]),
            Change::Push("two", [("f0".into(), word.as_str().into())].into_iter().collect::<serde_yaml::Mapping>().into(), &[]),
            Change::Remove("one[0]".parse().unwrap()),
            Change::Remove("b".parse().unwrap()),
        ] {
            prop_assert!(edit(&text, &change).is_ok(), "{:?}\n{}", change, text);
        }
    }
}
