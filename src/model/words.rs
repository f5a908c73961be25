//! English for what is printed in Chinese: measure words, times, and quantities with their bounds.
//!
//! Owns the tables. What a table does not know stays as printed, in corner brackets, and `check` says so.

use crate::{
    lang::Lang,
    numeral::{Bound, Quantity, RATIO, grouped},
};

/// What stands where the article says nothing: never a zero and never a blank.
pub(crate) const fn unstated(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "未载明",
        Lang::En => "not stated",
    }
}

/// Which line of the article: 第 2 行.
pub(crate) fn line_words(line: u32, lang: Lang) -> String {
    lang.pick(format!("第 {line} 行"), format!("line {line}"))
}

/// Measure words with their English for one and for several. Words that count things of any sort have none: English
/// names the thing itself, and the label of a figure does so already.
const UNITS: &[(&str, &str, &str)] = &[
    (
        "个 项 件 条 只 款 份 套 枚 门 件套 项次 门次 件次 台件 门类 小类 大项 小项 颗 粒 则 单 块 对 片 面 起 张",
        "",
        "",
    ),
    ("家 家次", "organisation", "organisations"),
    ("人 名 位", "person", "people"),
    ("人次", "participation", "participations"),
    ("次", "time", "times"),
    ("场", "event", "events"),
    ("场次", "session", "sessions"),
    ("期 轮 期次", "round", "rounds"),
    ("届", "edition", "editions"),
    ("批 批次", "batch", "batches"),
    ("班 班次", "class", "classes"),
    ("节 堂 节次 课次", "lesson", "lessons"),
    ("讲", "lecture", "lectures"),
    ("学时 课时", "class hour", "class hours"),
    ("学分", "credit", "credits"),
    ("分", "point", "points"),
    ("小时 志愿时 工时", "hour", "hours"),
    ("分钟", "minute", "minutes"),
    ("天 日", "day", "days"),
    ("个工作日", "working day", "working days"),
    ("年", "year", "years"),
    ("人时", "person-hour", "person-hours"),
    ("人天 人日", "person-day", "person-days"),
    ("人月", "person-month", "person-months"),
    ("人年", "person-year", "person-years"),
    ("元", "yuan", "yuan"),
    ("美元", "US dollar", "US dollars"),
    ("欧元", "euro", "euros"),
    ("英镑", "pound sterling", "pounds sterling"),
    ("港元", "Hong Kong dollar", "Hong Kong dollars"),
    ("日元", "yen", "yen"),
    ("韩元", "won", "won"),
    ("卢布", "rouble", "roubles"),
    ("泰铢", "baht", "baht"),
    ("个百分点 个点", "percentage point", "percentage points"),
    ("倍", "time", "times"),
    ("所 校 院 校次", "institution", "institutions"),
    ("支 队 团", "team", "teams"),
    ("户 户次", "household", "households"),
    ("台 台套 台次", "machine", "machines"),
    ("间", "room", "rooms"),
    ("栋 座 幢", "building", "buildings"),
    ("辆 车次", "vehicle", "vehicles"),
    ("架 架次", "aircraft", "aircraft"),
    ("艘", "ship", "ships"),
    ("列", "train", "trains"),
    ("标准箱 标箱", "TEU", "TEU"),
    ("稿", "draft", "drafts"),
    ("桌", "table", "tables"),
    ("餐", "meal", "meals"),
    ("趟 趟次 航次", "trip", "trips"),
    ("页", "page", "pages"),
    ("客次", "visit", "visits"),
    ("毫升", "millilitre", "millilitres"),
    ("克", "gram", "grams"),
    ("海里", "nautical mile", "nautical miles"),
    ("千伏安", "kVA", "kVA"),
    ("双", "pair", "pairs"),
    ("行", "row", "rows"),
    ("段", "section", "sections"),
    ("句", "sentence", "sentences"),
    ("处 点位 网点 点次", "site", "sites"),
    ("工位 机位", "workstation", "workstations"),
    ("床位", "bed", "beds"),
    ("席位 座位 餐位 席", "seat", "seats"),
    ("车位", "parking space", "parking spaces"),
    ("展位", "stand", "stands"),
    ("岗位", "post", "posts"),
    ("学位", "place", "places"),
    ("本 部 册 卷", "volume", "volumes"),
    ("篇 篇次", "paper", "papers"),
    ("封", "letter", "letters"),
    ("幅", "picture", "pictures"),
    ("字", "character", "characters"),
    ("首 把", "piece", "pieces"),
    ("集", "episode", "episodes"),
    ("章", "chapter", "chapters"),
    ("卡", "card", "cards"),
    ("笔", "transaction", "transactions"),
    ("株 棵", "plant", "plants"),
    ("头 羽 尾 匹", "head", "head"),
    ("口", "mouth to feed", "mouths to feed"),
    ("盒 箱", "box", "boxes"),
    ("袋", "bag", "bags"),
    ("瓶", "bottle", "bottles"),
    ("桶", "barrel", "barrels"),
    ("盆", "pot", "pots"),
    ("盏", "lamp", "lamps"),
    ("金", "gold medal", "gold medals"),
    ("银", "silver medal", "silver medals"),
    ("铜", "bronze medal", "bronze medals"),
    ("层", "storey", "storeys"),
    ("组", "group", "groups"),
    ("道", "line", "lines"),
    ("步 级次", "step", "steps"),
    ("站", "station", "stations"),
    ("端", "end", "ends"),
    ("环", "link", "links"),
    ("街", "street", "streets"),
    ("度", "degree", "degrees"),
    ("例 宗 例次", "case", "cases"),
    ("种", "kind", "kinds"),
    ("类 大类", "category", "categories"),
    ("平方米", "square metre", "square metres"),
    ("平方公里", "square kilometre", "square kilometres"),
    ("立方米", "cubic metre", "cubic metres"),
    ("米", "metre", "metres"),
    ("厘米", "centimetre", "centimetres"),
    ("毫米", "millimetre", "millimetres"),
    ("公顷", "hectare", "hectares"),
    ("垧", "shang", "shang"),
    ("公斤", "kilogram", "kilograms"),
    ("斤", "jin", "jin"),
    ("升", "litre", "litres"),
    ("千瓦", "kilowatt", "kilowatts"),
    ("兆瓦", "megawatt", "megawatts"),
    ("千瓦时", "kilowatt-hour", "kilowatt-hours"),
    ("马力", "horsepower", "horsepower"),
    ("MB", "MB", "MB"),
    ("GB", "GB", "GB"),
    ("TB", "TB", "TB"),
    ("PB", "PB", "PB"),
    ("Mbps", "Mbps", "Mbps"),
    ("Gbps", "Gbps", "Gbps"),
    ("亩", "mu", "mu"),
    ("公里", "kilometre", "kilometres"),
    ("吨", "tonne", "tonnes"),
    ("村", "village", "villages"),
    ("乡 镇", "township", "townships"),
    ("县 区", "district", "districts"),
    ("市", "city", "cities"),
    ("省", "province", "provinces"),
    ("国", "country", "countries"),
];

/// The English for one and for several of a measure word; empty where English has no word after the figure.
fn unit(word: &str) -> Option<(&'static str, &'static str)> {
    let known = |words: &str| words.split(' ').any(|known| known == word);
    UNITS
        .iter()
        .find(|(words, ..)| known(words))
        .map(|(_, one, many)| (*one, *many))
}

/// Every measure word that has English.
pub(crate) fn known_units() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|(words, ..)| words.split(' '))
}

/// Whether a figure in `unit` can be said in English.
pub(crate) fn has_english(unit: &str) -> bool {
    unit.is_empty() || is_sign(unit) || unit == RATIO || self::unit(unit).is_some()
}

/// Whether a unit is a sign that stands close behind its figure in every language.
fn is_sign(unit: &str) -> bool {
    matches!(unit, "%" | "‰")
}

/// A measure word by itself, as in a list of units.
pub(crate) fn unit_word(word: &str, lang: Lang) -> String {
    match (lang, word) {
        (_, "") => lang.pick("无", "none").to_owned(),
        (Lang::Zh, word) => word.to_owned(),
        (Lang::En, word) => match unit(word) {
            Some(("", _)) => "items".to_owned(),
            Some((_, many)) => many.to_owned(),
            None if is_sign(word) => word.to_owned(),
            None if word == RATIO => "ratio".to_owned(),
            None => format!("「{word}」"),
        },
    }
}

/// A figure with its measure word: `98%`, `34 家`, `34 organisations`.
pub(crate) fn count(value: f64, word: &str, lang: Lang) -> String {
    figure_with_unit(value, word, true, lang)
}

fn figure_with_unit(value: f64, word: &str, exact: bool, lang: Lang) -> String {
    let figure = grouped(value);
    match (lang, unit(word)) {
        _ if word == RATIO => ratio(value),
        _ if word.is_empty() || is_sign(word) => format!("{figure}{word}"),
        (Lang::Zh, _) => format!("{figure} {word}"),
        (Lang::En, Some(("", _))) => figure,
        (Lang::En, Some((one, many))) => {
            let word = if exact && value == 1.0 { one } else { many };
            format!("{figure} {word}")
        }
        (Lang::En, None) => format!("{figure} 「{word}」"),
    }
}

/// A ratio as it is written: `16.2:1`, `1:16`, `2/3`; a share that is no fraction of small numbers by its decimals.
fn ratio(value: f64) -> String {
    // A value in base units has lost its terms to binary fractions: what is nearer than this is the same.
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs();
    let round = |value: f64| (value * 100.0).round() / 100.0;
    if value >= 1.0 {
        return format!("{}:1", grouped(round(value)));
    }
    let fraction = (2..=10).find_map(|whole: u8| {
        let part = (value * f64::from(whole)).round();
        (part > 0.0 && near(part / f64::from(whole), value)).then(|| format!("{part}/{whole}"))
    });
    let inverse = round(value.recip());
    fraction.unwrap_or_else(|| match near(inverse.recip(), value) {
        true => format!("1:{}", grouped(inverse)),
        false => value.to_string(),
    })
}

/// How far two figures in `unit` are apart: `2 家`, `7.8 个百分点`, `2 organisations`. None for multiples and ratios, whose
/// difference is no figure anybody states.
pub(crate) fn difference(by: f64, unit: &str, lang: Lang) -> Option<String> {
    match unit {
        "倍" | RATIO => None,
        "%" => Some(count(by, "个百分点", lang)),
        unit => Some(count(by, unit, lang)),
    }
}

/// The quantity in base units with its bound in words: `多于 20,000,000 元`, `more than 20,000,000 yuan`.
pub(crate) fn quantity(quantity: &Quantity, lang: Lang) -> String {
    let low = figure_with_unit(
        quantity.value,
        &quantity.unit,
        quantity.bound == Bound::Exact,
        lang,
    );
    match quantity.bound {
        Bound::Exact => low,
        Bound::Range => {
            let high = figure_with_unit(
                quantity.max.unwrap_or(quantity.value),
                &quantity.unit,
                false,
                lang,
            );
            let low = lang.pick(low, grouped(quantity.value));
            lang.pick(format!("{low} 至 {high}"), format!("{low} to {high}"))
        }
        bound => format!("{} {low}", self::bound(bound, lang)),
    }
}

/// How a printed figure stands to the true one.
pub(crate) fn bound(bound: Bound, lang: Lang) -> &'static str {
    match bound {
        Bound::Exact => lang.pick("恰为", "exactly"),
        Bound::AtLeast => lang.pick("至少", "at least"),
        Bound::MoreThan => lang.pick("多于", "more than"),
        Bound::Nearly => lang.pick("接近", "nearly"),
        Bound::About => lang.pick("约", "about"),
        Bound::LessThan => lang.pick("至多", "at most"),
        Bound::Range => lang.pick("区间", "range"),
    }
}

/// Times that are one fixed word.
const TIMES: &[(&str, &str)] = &[
    (
        "近年来 近年 近几年 近几年来 近些年 近些年来 最近几年",
        "in recent years",
    ),
    ("累计 累积", "cumulative"),
    ("共 共计 总计 合计 总共", "in total"),
    ("截至目前 截止目前 目前 至今 迄今 现已", "to date"),
    ("应届 应届毕业生 当届", "the year's graduates"),
    ("历届 历届毕业生", "all classes"),
    ("每年 年均", "each year"),
    ("今年 本年度", "this year"),
    ("“十三五”期间 十三五期间", "13th Five-Year Plan period"),
    ("“十四五”期间 十四五期间", "14th Five-Year Plan period"),
    ("“十四五”以来 十四五以来", "since the 14th Five-Year Plan"),
];

/// Times around a year: what stands before it, what after it, and the English with `#` for the year.
const YEARS: &[(&str, &str, &str)] = &[
    ("", "年", "#"),
    ("", "年度", "#"),
    ("", "年全年", "#"),
    ("", "年以来", "since #"),
    ("自", "年以来", "since #"),
    ("", "年起", "from # on"),
    ("截至", "年", "by #"),
    ("截至", "年底", "by the end of #"),
    ("截止", "年底", "by the end of #"),
    ("截至", "年末", "by the end of #"),
    ("截止到", "年底", "by the end of #"),
    ("", "年底", "by the end of #"),
    ("", "年末", "by the end of #"),
    ("", "届", "class of #"),
    ("", "届毕业生", "class of #"),
    ("", "年毕业生", "# graduates"),
    ("", "级", "entered in #"),
];

/// A printed time in English: `截至2023年底` is `by the end of 2023`, `近三年` is `in the last 3 years`.
pub(crate) fn time(printed: &str) -> Option<String> {
    let fixed = TIMES
        .iter()
        .find(|(words, _)| words.split(' ').any(|word| word == printed));
    if let Some((_, english)) = fixed {
        return Some((*english).to_owned());
    }
    around_year(printed).or_else(|| last_years(printed))
}

fn around_year(printed: &str) -> Option<String> {
    YEARS.iter().find_map(|(before, after, english)| {
        let year = printed.strip_prefix(before)?.strip_suffix(after)?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then(|| english.replace('#', year))
    })
}

/// 近三年, 近5年来.
fn last_years(printed: &str) -> Option<String> {
    let number = printed.strip_prefix('近')?;
    let number = number.strip_suffix('来').unwrap_or(number).strip_suffix('年')?;
    let hans = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let number = match hans.iter().position(|han| *han == number) {
        Some(at) => at + 1,
        None if number == "两" => 2,
        None => number.parse().ok().filter(|n| (1..100).contains(n))?,
    };
    Some(format!("in the last {number} years"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeral::measure_words;

    #[test]
    fn every_bound_is_said_in_words() {
        let said = |bound, lang| quantity(&Quantity::new(20_000_000.0, "元", bound), lang);
        assert_eq!(said(Bound::Exact, Lang::Zh), "20,000,000 元");
        assert_eq!(said(Bound::MoreThan, Lang::Zh), "多于 20,000,000 元");
        assert_eq!(said(Bound::MoreThan, Lang::En), "more than 20,000,000 yuan");
        let all: Vec<_> = Bound::ALL.iter().map(|bound| said(*bound, Lang::En)).collect();
        for (at, one) in all.iter().enumerate().skip(1) {
            assert!(!all[..at].contains(one), "{one}");
        }
    }

    #[test]
    fn units_stand_apart_and_percents_do_not() {
        let percent = Quantity::new(98.0, "%", Bound::AtLeast);
        assert_eq!(quantity(&percent, Lang::Zh), "至少 98%");
        let range = Quantity::range(2.0, 3.0, "名");
        assert_eq!(quantity(&range, Lang::Zh), "2 名 至 3 名");
        assert_eq!(quantity(&range, Lang::En), "2 to 3 people");
    }

    #[test]
    fn one_is_singular_and_things_of_any_sort_have_no_word() {
        let en = |value, unit| count(value, unit, Lang::En);
        assert_eq!(en(1.0, "人"), "1 person");
        assert_eq!(en(34.0, "家"), "34 organisations");
        assert_eq!(en(13.0, "个"), "13");
        assert_eq!(en(3.0, "箩"), "3 「箩」");
        assert!(!has_english("箩") && has_english("%") && has_english("场次"));
        assert_eq!(en(3.0, "‰"), "3‰");
        let more = Quantity::new(1.0, "人", Bound::MoreThan);
        assert_eq!(quantity(&more, Lang::En), "more than 1 people");
    }

    #[test]
    fn every_measure_word_that_a_figure_may_have_has_english() {
        let without: Vec<_> = measure_words().filter(|unit| !has_english(unit)).collect();
        assert_eq!(without, [""; 0]);
    }

    #[test]
    fn ratios_are_written_as_ratios() {
        for (value, written) in [
            (16.2, "16.2:1"),
            (16.0, "16:1"),
            (1.0, "1:1"),
            (1.0 / 16.0, "1:16"),
            (1.0 / 16.2, "1:16.2"),
            (2.0 / 3.0, "2/3"),
            (0.25, "1/4"),
            (0.37, "0.37"),
        ] {
            assert_eq!(count(value, "比", Lang::En), written);
            assert_eq!(count(value, "比", Lang::Zh), written);
        }
        let share = Quantity::new(2.0 / 3.0, "比", Bound::AtLeast);
        assert_eq!(quantity(&share, Lang::En), "at least 2/3");
    }

    #[test]
    fn percents_are_apart_by_percentage_points() {
        assert_eq!(difference(7.8, "%", Lang::Zh).as_deref(), Some("7.8 个百分点"));
        assert_eq!(
            difference(7.8, "%", Lang::En).as_deref(),
            Some("7.8 percentage points")
        );
        assert_eq!(difference(1.0, "人", Lang::En).as_deref(), Some("1 person"));
        assert_eq!(difference(1.5, "倍", Lang::En), None);
    }

    #[test]
    fn times_in_english() {
        for (printed, english) in [
            ("近年来", "in recent years"),
            ("2023年", "2023"),
            ("截至2023年底", "by the end of 2023"),
            ("2024届", "class of 2024"),
            ("2023年毕业生", "2023 graduates"),
            ("应届", "the year's graduates"),
            ("累计", "cumulative"),
            ("近三年", "in the last 3 years"),
            ("近5年来", "in the last 5 years"),
        ] {
            assert_eq!(time(printed).as_deref(), Some(english), "{printed}");
        }
        assert_eq!(time("上世纪末"), None);
    }
}
