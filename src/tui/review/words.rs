//! The words of the review: what items, fields, states and values are called, and why a step was not taken.

use serde_yaml::Value;

use crate::{
    check::State,
    lang::{Bilingual, Lang},
    model::{ExcuseKind, Level, PartnerKind, RecognitionKind},
    numeral::Bound,
    review::{NoCase, Objection, Path, Rebased, Review, ReviewItem, StepRefusal, Subject},
    text::clean::clean,
};

/// The character a numeral of this state carries in the passage, so that it is seen without colour.
pub(crate) fn sign(state: State) -> char {
    match state {
        State::Curated => '=',
        State::Guessed => '?',
        State::Open => '!',
        State::Excused => '~',
    }
}

pub(crate) fn state(state: State, lang: Lang) -> &'static str {
    match state {
        State::Curated => lang.pick("已录", "curated"),
        State::Guessed => lang.pick("待核", "guessed"),
        State::Open => lang.pick("未定", "open"),
        State::Excused => lang.pick("不计", "excused"),
    }
}

pub(crate) fn excuse_kind(kind: ExcuseKind) -> String {
    serde_yaml::to_string(&kind)
        .unwrap_or_default()
        .trim_end()
        .to_owned()
}

/// What a numeral may be that is no figure, in words that stand as a reason.
pub(crate) const EXCUSES: [(ExcuseKind, &str, &str); 7] = [
    (ExcuseKind::Name, "名称", "part of a name"),
    (ExcuseKind::Ordinal, "序号或等次", "a place in an order"),
    (ExcuseKind::Framework, "体系名", "part of a framework"),
    (ExcuseKind::Year, "年份", "a year"),
    (ExcuseKind::Date, "日期或时间", "a date or a time"),
    (ExcuseKind::ClassYear, "届次或年级", "the year of a class"),
    (ExcuseKind::Duration, "时长", "a span of time"),
];

/// What a numeral that is no figure was read as, by its stable name.
pub(crate) fn excuse_word(name: &str, lang: Lang) -> Option<&'static str> {
    let mut kinds = EXCUSES.iter().filter(|(kind, ..)| excuse_kind(*kind) == name);
    match kinds.next() {
        Some((_, zh, en)) => Some(lang.pick(*zh, *en)),
        None if name == "multiple" => Some(lang.pick("倍数", "a multiple")),
        None if name == "other" => Some(lang.pick("其他", "something else")),
        None => None,
    }
}

/// What a list of records is called.
pub(crate) fn list(list: &str) -> (&'static str, &'static str) {
    match list {
        "pillars" => ("支柱", "pillars"),
        "measures" => ("举措", "measures"),
        "frameworks" => ("体系", "frameworks"),
        "recognitions" => ("荣誉", "recognitions"),
        "partners" => ("伙伴", "partners"),
        "outcomes" => ("成效", "outcomes"),
        "outline" => ("提要", "outline entries"),
        "furniture" => ("网页附带内容", "furniture"),
        "name" => ("校名", "names"),
        "province" => ("省份", "province"),
        "reporter" => ("报告者", "reporter"),
        "summary" => ("概要", "summary"),
        _ => ("记录", "records"),
    }
}

/// What an item is called: the printed figure, or the record and its name.
pub(crate) fn item(review: &Review, item: &ReviewItem) -> Bilingual {
    let both = |text: &str| Bilingual::new(text, text);
    match &item.subject {
        Subject::Outcome(_) => both(&review.field(item, "as_written")),
        Subject::Open(line, range) => {
            let text = review.case().line(*line).get(range.clone()).unwrap_or_default();
            both(&clean(text))
        }
        Subject::Excuse(_, exact) => both(&clean(exact)),
        Subject::Record(_, path) => {
            let path = path.to_string();
            let (zh, en) = list(path.split('[').next().unwrap_or_default());
            let own = ["heading", "title", "name"]
                .into_iter()
                .map(|field| review.field(item, field));
            let own = own
                .into_iter()
                .find(|text| !text.is_empty() && !text.contains('\n'))
                .unwrap_or_default();
            let place = match item.line {
                0 => String::new(),
                line => format!(" {line}"),
            };
            match own.is_empty() {
                true => Bilingual::new(format!("{zh}{place}"), format!("{en}{place}")),
                false => Bilingual::new(format!("{zh} {own}"), format!("{en} {own}")),
            }
        }
    }
}

/// The fields of a record that hold texts to be written by a person, and its themes.
pub(crate) fn texts(record: &Value) -> Vec<Path> {
    const FIXED: [&str; 12] = [
        "id", "n", "cite", "line", "exact", "pillar", "source", "printed", "groups", "outcome", "lines",
        "year",
    ];
    let mut found = Vec::new();
    gather(record, &Path::default(), &FIXED, &mut found);
    found
}

fn gather(value: &Value, path: &Path, fixed: &[&str], found: &mut Vec<Path>) {
    for (key, value) in value.as_mapping().into_iter().flatten() {
        let key = key.as_str().unwrap_or_default();
        if fixed.contains(&key) {
            continue;
        }
        match value {
            Value::Mapping(_) => gather(value, &path.field(key), fixed, found),
            _ => found.push(path.field(key)),
        }
    }
}

/// What a field is called; with its language where it has two.
pub(crate) fn field(path: &Path) -> Bilingual {
    let path = path.to_string();
    let (zh, en) = match path.as_str() {
        "label" => ("说法", "label"),
        "en" | "name.en" => ("英文名", "name in English"),
        "zh" => ("中文", "in Chinese"),
        "period" => ("时间", "period"),
        "scope" | "reporter.scope" => ("范围", "scope"),
        "bound" => ("界", "bound"),
        "value" => ("数值", "value"),
        "max" => ("上端", "upper end"),
        "unit" => ("单位", "unit"),
        "named" => ("点名的", "members named"),
        "themes" => ("主题", "themes"),
        "heading" => ("标题", "heading"),
        "slogan" => ("口号", "slogan"),
        "title" => ("标题", "title"),
        "name" | "name.zh" => ("名称", "name"),
        "short" => ("简称", "short name"),
        "pinyin" => ("拼音", "pinyin"),
        "kind" => ("种类", "kind"),
        "gist.zh" => ("提要", "gist in Chinese"),
        "gist.en" => ("英文提要", "gist in English"),
        "reason.zh" => ("缘由", "reason in Chinese"),
        "reason.en" => ("英文缘由", "reason in English"),
        "note.zh" => ("说明", "note in Chinese"),
        "note.en" => ("英文说明", "note in English"),
        other => (other, other),
    };
    Bilingual::new(zh, en)
}

/// A value in one line.
pub(crate) fn value(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Sequence(items) => items.iter().map(self::value).collect::<Vec<_>>().join(", "),
        Value::Mapping(map) => {
            let text = map.get("text").map(self::value).unwrap_or_default();
            let cumulative = map.get("cumulative").is_some();
            format!("{text}{}", if cumulative { " 累计" } else { "" })
        }
        Value::Null => String::new(),
        other => serde_yaml::to_string(other)
            .unwrap_or_default()
            .trim_end()
            .to_owned(),
    }
}

/// What a field says in words, where what stands in the file is one of few words.
pub(crate) fn field_words(field: &str, text: &str, lang: Lang) -> String {
    let word = match field.rsplit('.').next().unwrap_or_default() {
        "bound" => return bound(text, lang).to_owned(),
        "scope" => match text {
            "college" => Some(lang.pick("全校", "the whole college")),
            "unit" => Some(lang.pick("二级学院或部门", "a part of it")),
            _ => None,
        },
        "kind" => {
            let partners = PartnerKind::ALL
                .iter()
                .map(|kind| (kind.as_str(), kind.word(lang)));
            let recognitions = RecognitionKind::ALL
                .iter()
                .map(|kind| (kind.as_str(), kind.word(lang)));
            let mut all = partners.chain(recognitions);
            let known = all.find(|(word, _)| *word == text).map(|(_, word)| word);
            known.or_else(|| excuse_word(text, lang))
        }
        "level" => {
            let mut levels = Level::ALL.iter().map(|level| (level.as_str(), level.word(lang)));
            levels.find(|(word, _)| *word == text).map(|(_, word)| word)
        }
        _ => None,
    };
    word.unwrap_or(text).to_owned()
}

/// A bound in words; as it stands where it is none.
pub(crate) fn bound(text: &str, lang: Lang) -> &str {
    let mut bounds = Bound::ALL.into_iter();
    let bound = bounds.find(|bound| bound.as_str() == text);
    bound.map_or(text, |bound| lang.pick(bound_zh(bound), bound_en(bound)))
}

pub(crate) fn bound_zh(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "如数",
        Bound::AtLeast => "以上、至少",
        Bound::MoreThan => "多、余、超过",
        Bound::Nearly => "近、将近",
        Bound::About => "约、左右",
        Bound::LessThan => "以下、不足",
        Bound::Range => "区间",
    }
}

pub(crate) fn bound_en(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "as it is",
        Bound::AtLeast => "at least",
        Bound::MoreThan => "more than",
        Bound::Nearly => "nearly",
        Bound::About => "about",
        Bound::LessThan => "less than",
        Bound::Range => "a range",
    }
}

pub(crate) fn refusal(refusal: StepRefusal, lang: Lang) -> &'static str {
    match refusal {
        StepRefusal::Objection(Objection::NothingToAccept) => {
            lang.pick("这一项已定", "this is decided already")
        }
        StepRefusal::Objection(Objection::NoFigure) => {
            lang.pick("这一项没有可改之处", "nothing of that sort can be done here")
        }
        StepRefusal::Objection(Objection::Needed) => lang.pick(
            "这一项不能删去; Enter 填写",
            "this cannot be left out; Enter writes it",
        ),
        StepRefusal::Objection(Objection::BadId) => lang.pick(
            "编号要用小写字母、数字和连字符, 且没有用过",
            "an id is lowercase letters, digits and hyphens, and not taken",
        ),
        StepRefusal::Objection(Objection::BadText) => lang.pick(
            "文字是空的, 或含看不见的字符",
            "the text is empty or holds what cannot be seen",
        ),
        StepRefusal::NotInPlace(_) => lang.pick(
            "文件的这一处不能就地改写 (语法有误, 或用了锚点、标签); 请在编辑器里改",
            "this part of the file cannot be edited in place (an error, anchors or tags); use an editor",
        ),
        StepRefusal::NoStep => lang.pick("没有可撤销的了", "nothing left to undo"),
        StepRefusal::Nothing => lang.pick("没有改动", "nothing to change"),
    }
}

/// What became of the files that somebody else has changed.
pub(crate) fn rebased(rebased: Rebased, lang: Lang) -> &'static str {
    match rebased {
        Rebased::Again => lang.pick(
            "文件已被别处改动: 已重读, 这一步照做; 之前各步不能再撤销",
            "the files were changed elsewhere: read again, and the step taken; earlier steps cannot be undone",
        ),
        Rebased::Dropped => lang.pick(
            "文件已被别处改动: 已重读; 请再看这一项",
            "the files were changed elsewhere and read again; look at this once more",
        ),
        Rebased::Unreadable => lang.pick(
            "文件已被别处改动, 现在有错误, 什么也没写; 改好后按 F5",
            "the files were changed elsewhere and have errors now; nothing was written; mend them and press F5",
        ),
    }
}

/// Why a review cannot begin, and what helps.
pub(crate) fn no_case(no_case: &NoCase) -> (Bilingual, Bilingual) {
    match no_case {
        NoCase::Absent(Some(name)) => (
            Bilingual::new(
                format!("没有出处“{name}”"),
                format!("there is no source “{name}”"),
            ),
            Bilingual::new(
                "rongtu list sources --data 文件夹 列出编号",
                "rongtu list sources --data DIR lists the ids",
            ),
        ),
        NoCase::Absent(None) => (
            Bilingual::new("文件夹里没有档案", "the folder holds no dossier"),
            Bilingual::new("先用 rongtu draft 起草", "begin with rongtu draft"),
        ),
        NoCase::Which(names) => {
            let names = names.join(", ");
            (
                Bilingual::new(
                    format!("有几篇还没核完: {names}"),
                    format!("several are unfinished: {names}"),
                ),
                Bilingual::new("写明哪一篇", "say which"),
            )
        }
        NoCase::AllDecided(names) => {
            let names = names.join(", ");
            (
                Bilingual::new(
                    format!("各篇都已核完: {names}"),
                    format!("nothing is left to decide in any of {names}"),
                ),
                Bilingual::new(
                    "rongtu check 文件夹 作最后检查; 再看某一篇就写明它",
                    "rongtu check DIR is the last look; name one to see it again",
                ),
            )
        }
        NoCase::NoArticle(name) => (
            Bilingual::new(
                format!("手边没有 {name} 的原文，或已不是记录里的那一份"),
                format!("the article of {name} is not at hand, or is not the one on record"),
            ),
            Bilingual::new(
                "用 --articles 指明放原文的文件夹",
                "name the folder of article texts with --articles",
            ),
        ),
        NoCase::NoDossier(name) => (
            Bilingual::new(
                format!("没有引用 {name} 的档案"),
                format!("no dossier cites {name}"),
            ),
            Bilingual::new("rongtu check 说明哪里有错", "rongtu check says what is wrong"),
        ),
        NoCase::NoFile(name) => (
            Bilingual::new(
                format!("无法读取 {}", name.zh),
                format!("cannot read {}", name.en),
            ),
            Bilingual::new("rongtu check 说明哪里有错", "rongtu check says what is wrong"),
        ),
    }
}
