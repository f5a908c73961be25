//! The provinces: where each stands in official lists, and which one a text prints.

use crate::lang::Bilingual;

/// Short names, Chinese and English, in the order of their codes in GB/T 2260, which is that of the ministry's lists of colleges.
const PLACES: [(&str, &str); 34] = [
    ("北京", "Beijing"),
    ("天津", "Tianjin"),
    ("河北", "Hebei"),
    ("山西", "Shanxi"),
    ("内蒙古", "Inner Mongolia"),
    ("辽宁", "Liaoning"),
    ("吉林", "Jilin"),
    ("黑龙江", "Heilongjiang"),
    ("上海", "Shanghai"),
    ("江苏", "Jiangsu"),
    ("浙江", "Zhejiang"),
    ("安徽", "Anhui"),
    ("福建", "Fujian"),
    ("江西", "Jiangxi"),
    ("山东", "Shandong"),
    ("河南", "Henan"),
    ("湖北", "Hubei"),
    ("湖南", "Hunan"),
    ("广东", "Guangdong"),
    ("广西", "Guangxi"),
    ("海南", "Hainan"),
    ("重庆", "Chongqing"),
    ("四川", "Sichuan"),
    ("贵州", "Guizhou"),
    ("云南", "Yunnan"),
    ("西藏", "Tibet"),
    ("陕西", "Shaanxi"),
    ("甘肃", "Gansu"),
    ("青海", "Qinghai"),
    ("宁夏", "Ningxia"),
    ("新疆", "Xinjiang"),
    ("台湾", "Taiwan"),
    ("香港", "Hong Kong"),
    ("澳门", "Macao"),
];

/// Its place, whether the name is short (浙江) or long (浙江省); what is on no list follows by its English name.
pub(crate) fn province_rank(name: &Bilingual) -> (usize, &str) {
    let at = PLACES.iter().position(|(short, _)| name.zh.starts_with(short));
    (at.unwrap_or(PLACES.len()), &name.en)
}

/// The province that a college's name begins with.
pub(crate) fn province_in_front(name: &str) -> Option<Bilingual> {
    let (zh, en) = PLACES.iter().find(|(short, _)| name.starts_with(short))?;
    Some(Bilingual::new(*zh, *en))
}

/// The one province that `lines` print as one (浙江省); none where they print several, or none. Without its ending a name may
/// be part of another, 河南 of 黄河南岸.
pub(crate) fn printed_province(lines: &[&str]) -> Option<Bilingual> {
    const ENDINGS: [&str; 6] = ["省", "市", "自治区", "壮族", "回族", "维吾尔"];
    let is_whole = |line: &&str, short: &str| {
        let ends = |at: usize| {
            ENDINGS
                .iter()
                .any(|ending| line[at + short.len()..].starts_with(ending))
        };
        line.match_indices(short).any(|(at, _)| ends(at))
    };
    let is_printed = |short: &str| lines.iter().any(|line| is_whole(line, short));
    let mut printed = PLACES.iter().filter(|(short, _)| is_printed(short));
    match (printed.next(), printed.next()) {
        (Some((zh, en)), None) => Some(Bilingual::new(*zh, *en)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_stand_where_short_ones_do() {
        let at = |zh: &str, en: &str| province_rank(&Bilingual::new(zh, en)).0;
        assert_eq!(at("浙江", "Zhejiang"), at("浙江省", "Zhejiang"));
        assert_eq!(at("内蒙古自治区", "Inner Mongolia"), 4);
        assert!(at("山西", "Shanxi") < at("陕西", "Shaanxi"));
        assert_eq!(at("某地", "Somewhere"), PLACES.len());
    }
}
