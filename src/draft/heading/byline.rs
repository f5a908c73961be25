//! Short lines that stand like a heading and are none: who wrote it, the name of a school, what stands below a picture.

/// What stands below a picture: 图为…, 学生在车间操作设备.
pub(super) fn is_caption(text: &str) -> bool {
    const PEOPLE: [&str; 10] = [
        "学生", "师生", "教师", "同学", "学员", "党员", "校长", "书记", "老师", "与会",
    ];
    const SCENES: [&str; 9] = [
        "现场", "合影", "留念", "掠影", "一角", "场景", "仪式", "全景", "外景",
    ];
    let picture = text.strip_prefix('图').and_then(|rest| rest.chars().next());
    let numbered = picture.is_some_and(|c| "为中片：:（(一二三四五六①②③".contains(c) || c.is_ascii_digit());
    let people = PEOPLE.iter().any(|word| text.starts_with(word));
    let acts = people && (text.contains(['在', '正']) || !text.contains(['，', ' ', '：', '“']));
    numbered || acts || text.contains("正在") || SCENES.iter().any(|word| text.ends_with(word))
}

/// The name of a college or of a part of it and nothing else: who wrote it.
pub(super) fn is_institution(text: &str) -> bool {
    const ENDS: [&str; 11] = [
        "学院",
        "大学",
        "学校",
        "委员会",
        "党委",
        "党总支",
        "党支部",
        "宣传部",
        "办公室",
        "课题组",
        "编辑部",
    ];
    const NAMES: [&str; 5] = ["职业", "大学", "高等专科", "技师学院", "中共"];
    let one = !text.contains([' ', '，', '：', '、', '“', '—', '\u{3000}']);
    let leads = ["走进", "走近", "记", "访", "来自", "探访"]
        .iter()
        .any(|word| text.starts_with(word));
    one && !leads
        && ENDS.iter().any(|word| text.ends_with(word))
        && NAMES.iter().any(|word| text.contains(word))
}

/// Who wrote, took or sent it: 通讯员 某某, 图为…, names apart, a school and names.
pub(super) fn is_byline(text: &str) -> bool {
    const STARTS: [&str; 22] = [
        "受访人",
        "受访者",
        "采访人",
        "对话嘉宾",
        "通讯员",
        "本报",
        "本刊",
        "记者",
        "作者",
        "特约",
        "图为",
        "图一",
        "图1",
        "图2",
        "图3",
        "资料图",
        "供图",
        "摄影",
        "文 ·",
        "文·",
        "图 ·",
        "图·",
    ];
    const ENDS: [&str; 5] = ["摄", "供图", "报道", "通讯员", "记者"];
    const POSTS: [&str; 15] = [
        "党委",
        "宣传部",
        "记者",
        "通讯员",
        "作者",
        "学院",
        "大学",
        "学校",
        "书记",
        "院长",
        "校长",
        "主任",
        "教授",
        "处长",
        "部长",
    ];
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let short = |word: &str| word.chars().count() <= 3 && word != "·";
    let posts = |word: &str| POSTS.iter().any(|post| word.ends_with(post));
    // 某学院 党委书记 某某
    let others = words.clone().count() > 0 && words.all(|word| short(word) || posts(word));
    let names = others && (short(first) || posts(first)) && !is_spaced_out(text);
    // 申报单位：某学院
    let sender = text
        .split_once(['：', ':'])
        .is_some_and(|(_, name)| is_institution(name));
    // 记者走基层丨… is the name of a series.
    let series = text.contains(['丨', '｜', '|', '“', '《']);
    STARTS.iter().any(|word| text.starts_with(word)) && !series
        || ENDS.iter().any(|word| text.ends_with(word))
        || names
        || sender
}

/// Whether a blank stands between any two letters of a line: 党 旗 映 杏 林.
pub(super) fn is_spaced_out(text: &str) -> bool {
    const FEWEST: usize = 4;
    let mut words = text.split_whitespace();
    words.clone().count() >= FEWEST && words.all(|word| word.chars().count() == 1)
}
