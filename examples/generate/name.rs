//! Made-up colleges in real places: names, short names, English names, pinyin and ids.
//!
//! A name is place + made-up word + field + kind, so that it names no college that exists. The places are chosen
//! for their readings as well: 重庆, 长沙, 厦门, 六安, 蚌埠, 乐清 … are read otherwise than tables of single
//! characters would have it.

use std::collections::HashSet;

use crate::random::Random;

pub(crate) struct Name {
    pub id: String,
    pub zh: String,
    pub short: String,
    pub en: String,
    pub short_en: String,
    pub pinyin: String,
    pub place: &'static str,
    pub field: &'static str,
    pub field_en: &'static str,
    /// Chinese and English; some dossiers have none.
    pub province: Option<(&'static str, &'static str)>,
}

impl Name {
    /// The department that some dossiers speak for.
    pub(crate) fn department(&self) -> String {
        format!("{}学院党总支", self.field)
    }
}

/// Place, syllables, province, province in English.
const PLACES: &[[&str; 4]] = &[
    ["重庆", "chong qing", "重庆", "Chongqing"],
    ["长沙", "chang sha", "湖南", "Hunan"],
    ["厦门", "xia men", "福建", "Fujian"],
    ["六安", "lu an", "安徽", "Anhui"],
    ["蚌埠", "beng bu", "安徽", "Anhui"],
    ["乐山", "le shan", "四川", "Sichuan"],
    ["乐清", "yue qing", "浙江", "Zhejiang"],
    ["台州", "tai zhou", "浙江", "Zhejiang"],
    ["丽水", "li shui", "浙江", "Zhejiang"],
    ["番禺", "pan yu", "广东", "Guangdong"],
    ["长春", "chang chun", "吉林", "Jilin"],
    ["长治", "chang zhi", "山西", "Shanxi"],
    ["朝阳", "chao yang", "辽宁", "Liaoning"],
    ["都匀", "du yun", "贵州", "Guizhou"],
    ["会理", "hui li", "四川", "Sichuan"],
    ["洪洞", "hong tong", "山西", "Shanxi"],
    ["黄陂", "huang pi", "湖北", "Hubei"],
    ["东阿", "dong e", "山东", "Shandong"],
    ["天台", "tian tai", "浙江", "Zhejiang"],
    ["阆中", "lang zhong", "四川", "Sichuan"],
    ["渑池", "mian chi", "河南", "Henan"],
    ["荥阳", "xing yang", "河南", "Henan"],
    ["枞阳", "zong yang", "安徽", "Anhui"],
    ["铅山", "yan shan", "江西", "Jiangxi"],
    ["亳州", "bo zhou", "安徽", "Anhui"],
    ["儋州", "dan zhou", "海南", "Hainan"],
    ["郴州", "chen zhou", "湖南", "Hunan"],
    ["衢州", "qu zhou", "浙江", "Zhejiang"],
    ["兖州", "yan zhou", "山东", "Shandong"],
    ["莒县", "ju xian", "山东", "Shandong"],
    ["莘县", "shen xian", "山东", "Shandong"],
    ["北京", "bei jing", "北京", "Beijing"],
    ["天津", "tian jin", "天津", "Tianjin"],
    ["上海", "shang hai", "上海", "Shanghai"],
    ["石家庄", "shi jia zhuang", "河北", "Hebei"],
    ["唐山", "tang shan", "河北", "Hebei"],
    ["太原", "tai yuan", "山西", "Shanxi"],
    ["呼和浩特", "hu he hao te", "内蒙古", "Inner Mongolia"],
    ["沈阳", "shen yang", "辽宁", "Liaoning"],
    ["大连", "da lian", "辽宁", "Liaoning"],
    ["哈尔滨", "ha er bin", "黑龙江", "Heilongjiang"],
    ["齐齐哈尔", "qi qi ha er", "黑龙江", "Heilongjiang"],
    ["南京", "nan jing", "江苏", "Jiangsu"],
    ["无锡", "wu xi", "江苏", "Jiangsu"],
    ["常州", "chang zhou", "江苏", "Jiangsu"],
    ["杭州", "hang zhou", "浙江", "Zhejiang"],
    ["宁波", "ning bo", "浙江", "Zhejiang"],
    ["温州", "wen zhou", "浙江", "Zhejiang"],
    ["合肥", "he fei", "安徽", "Anhui"],
    ["福州", "fu zhou", "福建", "Fujian"],
    ["泉州", "quan zhou", "福建", "Fujian"],
    ["南昌", "nan chang", "江西", "Jiangxi"],
    ["赣州", "gan zhou", "江西", "Jiangxi"],
    ["济南", "ji nan", "山东", "Shandong"],
    ["潍坊", "wei fang", "山东", "Shandong"],
    ["郑州", "zheng zhou", "河南", "Henan"],
    ["洛阳", "luo yang", "河南", "Henan"],
    ["武汉", "wu han", "湖北", "Hubei"],
    ["襄阳", "xiang yang", "湖北", "Hubei"],
    ["株洲", "zhu zhou", "湖南", "Hunan"],
    ["湘潭", "xiang tan", "湖南", "Hunan"],
    ["广州", "guang zhou", "广东", "Guangdong"],
    ["东莞", "dong guan", "广东", "Guangdong"],
    ["南宁", "nan ning", "广西", "Guangxi"],
    ["柳州", "liu zhou", "广西", "Guangxi"],
    ["海口", "hai kou", "海南", "Hainan"],
    ["成都", "cheng du", "四川", "Sichuan"],
    ["绵阳", "mian yang", "四川", "Sichuan"],
    ["贵阳", "gui yang", "贵州", "Guizhou"],
    ["昆明", "kun ming", "云南", "Yunnan"],
    ["拉萨", "la sa", "西藏", "Xizang"],
    ["西安", "xi an", "陕西", "Shaanxi"],
    ["咸阳", "xian yang", "陕西", "Shaanxi"],
    ["兰州", "lan zhou", "甘肃", "Gansu"],
    ["西宁", "xi ning", "青海", "Qinghai"],
    ["银川", "yin chuan", "宁夏", "Ningxia"],
    ["乌鲁木齐", "wu lu mu qi", "新疆", "Xinjiang"],
];

const WORDS: &[(&str, &str)] = &[
    ("启明", "qi ming"),
    ("云岭", "yun ling"),
    ("汇川", "hui chuan"),
    ("恒远", "heng yuan"),
    ("青禾", "qing he"),
    ("博雅", "bo ya"),
    ("朝晖", "zhao hui"),
    ("乐行", "le xing"),
    ("长风", "chang feng"),
    ("重光", "chong guang"),
    ("知行", "zhi xing"),
    ("厚朴", "hou pu"),
    ("凌云", "ling yun"),
    ("海棠", "hai tang"),
    ("星河", "xing he"),
    ("松涛", "song tao"),
    ("晨曦", "chen xi"),
    ("远帆", "yuan fan"),
    ("瑞丰", "rui feng"),
    ("景行", "jing xing"),
    ("明德", "ming de"),
    ("求索", "qiu suo"),
    ("天工", "tian gong"),
    ("匠心", "jiang xin"),
    ("润泽", "run ze"),
    ("睿达", "rui da"),
    ("弘毅", "hong yi"),
    ("思源", "si yuan"),
    ("鸿鹄", "hong hu"),
    ("锦程", "jin cheng"),
    ("东篱", "dong li"),
    ("西岭", "xi ling"),
    ("南屏", "nan ping"),
    ("北辰", "bei chen"),
    ("还山", "huan shan"),
    ("调和", "tiao he"),
    ("会稽", "kuai ji"),
    ("流光", "liu guang"),
    ("听泉", "ting quan"),
    ("朗月", "lang yue"),
];

const FIELDS: &[[&str; 3]] = &[
    ["机电", "ji dian", "Mechatronics"],
    ["信息", "xin xi", "Information Technology"],
    ["交通", "jiao tong", "Transport"],
    ["会计", "kuai ji", "Accounting"],
    ["农林", "nong lin", "Agriculture and Forestry"],
    ["纺织", "fang zhi", "Textiles"],
    ["水利", "shui li", "Water Conservancy"],
    ["旅游", "lv you", "Tourism"],
    ["轨道", "gui dao", "Rail Transit"],
    ["银行", "yin hang", "Banking"],
    ["汽车", "qi che", "Automobiles"],
    ["航空", "hang kong", "Aviation"],
    ["化工", "hua gong", "Chemical Engineering"],
    ["建筑", "jian zhu", "Construction"],
    ["护理", "hu li", "Nursing"],
    ["铁路", "tie lu", "Railways"],
    ["数控", "shu kong", "Numerical Control"],
    ["音乐", "yin yue", "Music"],
    ["电子", "dian zi", "Electronics"],
    ["陶瓷", "tao ci", "Ceramics"],
];

const KINDS: &[[&str; 3]] = &[
    [
        "职业技术学院",
        "zhiye jishu xueyuan",
        "Vocational and Technical College",
    ],
    ["职业学院", "zhiye xueyuan", "Vocational College"],
    ["职业技术大学", "zhiye jishu daxue", "Vocational University"],
];

/// The `n`-th college's name. Every pair of place and word comes once before any comes again.
pub(crate) fn name(n: usize, random: &mut Random, taken: &mut HashSet<String>) -> Name {
    let pairs = PLACES.len() * WORDS.len();
    // 1,009 is prime and no factor of the number of pairs, so that this visits each of them once.
    let pair = (n % pairs) * 1009 % pairs;
    let [place, place_said, province, province_en] = PLACES[pair % PLACES.len()];
    let (word, word_said) = WORDS[pair / PLACES.len()];
    let [field, field_said, field_en] = random.pick(FIELDS);
    let [kind, kind_said, kind_en] = random.pick(KINDS);
    let said = [place_said, word_said, field_said];
    Name {
        id: id(&said, taken),
        zh: format!("{place}{word}{field}{kind}"),
        short: format!("{place}{word}"),
        en: format!(
            "{} {} {kind_en} of {field_en}",
            capital(place_said),
            capital(word_said)
        ),
        short_en: format!("{} {}", capital(place_said), capital(word_said)),
        pinyin: format!("{} {kind_said}", said.map(joined).join(" ")),
        place,
        field,
        field_en,
        province: random.chance(97).then_some((province, province_en)),
    }
}

/// Initials of the syllables, numbered when they are taken.
fn id(said: &[&str], taken: &mut HashSet<String>) -> String {
    let initials: String = said
        .iter()
        .flat_map(|word| word.split(' '))
        .filter_map(|syllable| syllable.chars().next())
        .collect();
    let numbered = (2..).map(|n| format!("{initials}-{n}"));
    let free = std::iter::once(initials.clone())
        .chain(numbered)
        .find(|id| !taken.contains(id))
        .unwrap_or(initials);
    taken.insert(free.clone());
    free
}

/// `chang sha` as one word.
fn joined(said: &str) -> String {
    said.replace(' ', "")
}

fn capital(said: &str) -> String {
    let word = joined(said);
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
        .unwrap_or_default()
}
