//! Where a province stands in official lists.

use crate::lang::Bilingual;

/// Short names in the order of their codes in GB/T 2260, which is that of the ministry's lists of colleges.
const PLACES: [&str; 34] = [
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "海南",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "台湾",
    "香港",
    "澳门",
];

/// Its place, whether the name is short (浙江) or long (浙江省); what is on no list follows by its English name.
pub(crate) fn place(name: &Bilingual) -> (usize, &str) {
    let at = PLACES.iter().position(|short| name.zh.starts_with(short));
    (at.unwrap_or(PLACES.len()), &name.en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_stand_where_short_ones_do() {
        let at = |zh: &str, en: &str| place(&Bilingual::new(zh, en)).0;
        assert_eq!(at("浙江", "Zhejiang"), at("浙江省", "Zhejiang"));
        assert_eq!(at("内蒙古自治区", "Inner Mongolia"), 4);
        assert!(at("山西", "Shanxi") < at("陕西", "Shaanxi"));
        assert_eq!(at("某地", "Somewhere"), PLACES.len());
    }
}
