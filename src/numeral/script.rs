//! Characters that stand for others: full width, the many dashes, traditional script, formal numerals.
//!
//! One character to one character. Says nothing of what a character means in its place.

/// The dash every dash is folded to.
pub(super) const DASH: char = '—';

/// A minus sign; where it is one is for `torn` to say, every other dash is a [`DASH`].
pub(super) const MINUS: char = '−';

/// The character that stands for `c` in every comparison.
pub(super) fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => fold(char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)),
        '\u{3000}' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => ' ',
        '–' | '―' | '‐' | '‑' | '‒' | '−' | '~' | '〜' | '∼' | '─' | '-' => DASH,
        '∶' => ':',
        '﹪' => '%',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        c => TRADITIONAL
            .iter()
            .find(|(old, _)| *old == c)
            .map_or(c, |&(_, new)| new),
    }
}

/// Whether `c` is seen by nobody; a line break only gets here within a number that it tears.
pub(super) fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\n' | '\r'
    )
}

/// The plain form of a formal numeral: 壹 is 一.
pub(super) fn formal(c: char) -> Option<char> {
    let at = "零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬万億亿圆圓元"
        .chars()
        .position(|formal| formal == c)?;
    "零一二二三三四五六六七八九十百千万万亿亿元元元".chars().nth(at)
}

/// The traditional characters that measure words, bounds and ranks are printed with.
#[rustfmt::skip]
const TRADITIONAL: &[(char, char)] = &[
    ('萬', '万'), ('幣', '币'), ('億', '亿'), ('兩', '两'), ('餘', '余'), ('幾', '几'), ('數', '数'), ('個', '个'), ('項', '项'),
    ('噸', '吨'), ('間', '间'), ('門', '门'), ('戶', '户'), ('張', '张'), ('條', '条'), ('種', '种'), ('類', '类'),
    ('屆', '届'), ('級', '级'), ('獎', '奖'), ('號', '号'), ('層', '层'), ('組', '组'), ('場', '场'), ('課', '课'),
    ('時', '时'), ('學', '学'), ('處', '处'), ('臺', '台'), ('輛', '辆'), ('棟', '栋'), ('冊', '册'), ('隻', '只'),
    ('雙', '双'), ('國', '国'), ('縣', '县'), ('鎮', '镇'), ('鄉', '乡'), ('區', '区'), ('約', '约'), ('過', '过'),
    ('達', '达'), ('於', '于'), ('從', '从'), ('為', '为'), ('與', '与'), ('開', '开'), ('設', '设'), ('獲', '获'),
    ('評', '评'), ('選', '选'), ('業', '业'), ('專', '专'), ('員', '员'), ('師', '师'), ('團', '团'), ('隊', '队'),
    ('務', '务'), ('訓', '训'), ('實', '实'), ('產', '产'), ('園', '园'), ('單', '单'), ('機', '机'), ('構', '构'),
    ('聯', '联'), ('結', '结'), ('對', '对'), ('計', '计'), ('總', '总'), ('萊', '莱'), ('載', '载'), ('連', '连'),
    ('續', '续'), ('內', '内'), ('後', '后'), ('來', '来'), ('這', '这'), ('標', '标'), ('準', '准'), ('劃', '划'),
    ('輪', '轮'), ('環', '环'), ('點', '点'), ('維', '维'), ('優', '优'), ('績', '绩'),
    ('長', '长'), ('減', '减'), ('漲', '涨'), ('較', '较'), ('獨', '独'), ('當', '当'), ('進', '进'), ('購', '购'),
    ('賽', '赛'), ('勞', '劳'), ('動', '动'), ('榮', '荣'), ('譽', '誉'), ('體', '体'), ('臨', '临'), ('歲', '岁'),
    ('陣', '阵'), ('塊', '块'), ('畝', '亩'), ('頃', '顷'), ('華', '华'), ('歷', '历'), ('論', '论'), ('雜', '杂'),
];
