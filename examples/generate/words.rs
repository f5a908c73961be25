//! The stock of made-up phrases that stories are put together from. No phrase holds a numeral, so that every numeral
//! of a story is one that was put there on purpose.

/// Heading of a pillar and its English.
pub(crate) const HEADINGS: &[(&str, &str)] = &[
    ("组织联建", "Organisations joined"),
    ("平台共筑", "Platforms built together"),
    ("师资互聘", "Teachers shared"),
    ("课程同研", "Courses written together"),
    ("技术攻关", "Technology tackled"),
    ("就业护航", "Employment escorted"),
    ("文化浸润", "Culture soaking in"),
    ("乡村服务", "Service to villages"),
    ("品牌领航", "Brands that lead"),
    ("数字赋能", "Digital means"),
    ("党建凝心", "Party-building unites"),
    ("标准共订", "Standards set together"),
];

/// Halves of slogans.
pub(crate) const SLOGANS: &[&str] = &[
    "以联促建",
    "以建促融",
    "同题共答",
    "同向发力",
    "结对共建",
    "互学共进",
    "聚力同行",
    "共绘蓝图",
    "搭台唱戏",
    "把脉问需",
    "精准滴灌",
    "靶向服务",
    "支部扎根",
    "车间开课",
    "党旗领航",
    "匠心筑梦",
    "链上协同",
    "群上发力",
    "校企同频",
    "产教共振",
    "知行合拍",
    "德技并修",
    "先锋带路",
    "骨干攻坚",
    "书记领题",
    "党员破题",
    "校地连心",
    "资源下沉",
];

/// Title of a measure and its English.
pub(crate) const MEASURES: &[(&str, &str)] = &[
    ("织密组织网络", "A close net of organisations"),
    ("共建实训车间", "Training workshops built together"),
    ("互派骨干教师", "Key teachers exchanged"),
    ("联合开发课程", "Courses developed together"),
    ("组建攻关小组", "Groups that tackle problems"),
    ("访企问岗送岗", "Visits to firms for posts"),
    ("讲好工匠故事", "Stories of craftsmen told well"),
    ("推动成果落地", "Results put to use"),
    ("畅通协同渠道", "Open ways of working together"),
    ("健全联席制度", "Regular joint meetings"),
    ("深化订单培养", "Training to order"),
    ("拓展服务半径", "A wider reach of service"),
    ("选树先进典型", "Models found and shown"),
    ("完善评价办法", "Better ways of appraisal"),
    ("搭建数字平台", "A digital platform"),
    ("延伸支部触角", "Branches that reach further"),
];

/// Openings and joints of paragraphs.
pub(crate) const FILLERS: &[&str] = &[
    "学校坚持把支部建在产教结合的关键处，让组织优势化为办学优势。",
    "围绕地方重点产业布局专业群，党员带头走进车间、走近师傅。",
    "把难题列成清单，把责任落到支部，把成效写进课堂。",
    "校企党组织定期会商，围绕“用工难”“转型难”共寻良策。",
    "通过“课堂搬进厂区”，学生在真实项目里练本领、长见识。",
    "依托地方产业园区，推动设备、师资、岗位相互开放。",
    "老师傅讲工艺，青年教师讲原理，学生动手做样件。",
    "企业出题、学校答题、市场阅卷，成果在产线上见分晓。",
    "既看学生学得怎样，也看企业用得怎样，更看地方发展得怎样。",
    "党员教师认领任务，学生骨干跟岗实践，形成互帮互带的风气。",
    "坚持问题导向，凡是企业急需的技术，优先立项、优先保障。",
    "把“支部品牌”做成“育人名片”，让党徽在产线旁闪光。",
    "以“先锋岗”带动“示范岗”，以“示范岗”带动全员争先。",
    "打破“围墙”，让课堂与车间、教师与师傅、教材与图纸彼此贯通。",
    "注重过程管理，按月调度、按季通报、按年考核。",
    "引导毕业生扎根当地，到重点企业建功立业。",
];

/// What a curator says of a pillar, in words of its own.
pub(crate) const GISTS: &[(&str, &str)] = &[
    (
        "以支部为纽带，让教学与生产互通有无。",
        "Branches tie teaching to production.",
    ),
    (
        "从企业需要出发，安排师资和设备。",
        "Staff and equipment follow what firms need.",
    ),
    (
        "学校与地方共用平台，成果先在本地落脚。",
        "Platforms are shared and results stay local.",
    ),
    (
        "靠党员教师牵头，带学生做真项目。",
        "Party members among the teachers lead real projects.",
    ),
    (
        "用岗位检验课程，用课程回应岗位。",
        "Posts test the courses, and courses answer the posts.",
    ),
    (
        "把服务送到厂区和村镇，也把经验带回课堂。",
        "Service goes to works and villages, experience comes back.",
    ),
    (
        "以榜样和文化影响人，以制度留住做法。",
        "Examples and culture shape people, rules keep what works.",
    ),
];

/// What leads up to a figure.
pub(crate) const VERBS: &[&str] = &["共有", "建成", "形成", "达成", "开展", "实现", "取得", "落实"];

/// Firms, with a kind and English; the place stands before them.
pub(crate) const PARTNERS: &[(&str, &str, &str)] = &[
    ("华锐精密", "enterprise", "Huarui Precision"),
    ("远景智造", "enterprise", "Yuanjing Smart Works"),
    ("新禾农业", "enterprise", "Xinhe Agriculture"),
    ("安捷物流", "enterprise", "Anjie Logistics"),
    ("汇通软件", "enterprise", "Huitong Software"),
    ("金石材料", "enterprise", "Jinshi Materials"),
    ("绿源环保", "enterprise", "Lvyuan Environment"),
    ("宏图建工", "enterprise", "Hongtu Construction"),
    ("康养集团", "enterprise", "Kangyang Group"),
    ("理工大学", "university", "University of Technology"),
    ("人社局", "government", "Bureau of Human Resources"),
    ("高新区街道", "community", "High-tech Subdistrict"),
    ("装备制造协会", "organization", "Association of Equipment Makers"),
];

/// Names of honours and platforms: tail, kind, level, English.
pub(crate) const HONOURS: &[(&str, &str, Option<&str>, &str)] = &[
    (
        "省级样板支部",
        "title",
        Some("province"),
        "Provincial model branch",
    ),
    ("产教结合典型案例", "case", None, "Model case of joint education"),
    (
        "协同创新中心",
        "platform",
        None,
        "Collaborative innovation centre",
    ),
    (
        "产教结合示范基地",
        "platform",
        None,
        "Demonstration base of joint education",
    ),
    ("市级先进集体", "title", Some("city"), "Municipal advanced group"),
    (
        "全国优秀教学团队",
        "award",
        Some("national"),
        "National teaching team award",
    ),
    (
        "省级现场工程师培养项目",
        "project",
        Some("province"),
        "Provincial field-engineer training project",
    ),
];

/// Name, what is counted and its English, members and their English, English.
type Enumeration = (
    &'static str,
    [&'static str; 2],
    &'static [[&'static str; 2]],
    &'static str,
);

pub(crate) const FRAMEWORKS: &[Enumeration] = &[
    (
        "四方联动",
        ["方", "parties"],
        &[
            ["政府", "government"],
            ["行业", "trade"],
            ["企业", "firms"],
            ["学校", "college"],
        ],
        "Four parties acting together",
    ),
    (
        "三链相扣",
        ["链", "chains"],
        &[
            ["教育链", "chain of education"],
            ["产业链", "chain of industry"],
            ["人才链", "chain of talent"],
        ],
        "Three chains interlocked",
    ),
    (
        "五力并举",
        ["力", "strengths"],
        &[
            ["组织力", "strength in organisation"],
            ["学习力", "strength in learning"],
            ["创新力", "strength in innovation"],
        ],
        "Five strengths together",
    ),
    (
        "六联机制",
        ["联", "ways"],
        &[
            ["组织联建", "joint organisation"],
            ["党员联管", "joint care for Party members"],
            ["活动联办", "joint events"],
            ["人才联育", "joint training"],
        ],
        "Six ways of joining",
    ),
    (
        "双导师制",
        ["导师", "supervisors"],
        &[
            ["校内导师", "supervisors of the college"],
            ["企业导师", "supervisors of firms"],
        ],
        "Two supervisors for each student",
    ),
];

/// Ordinals of headings and of measures.
pub(crate) const ORDINALS: &[&str] = &["一", "二", "三", "四", "五", "六"];

/// Papers and sites.
pub(crate) const OUTLETS: &[&str] = &["职教周报", "教育新闻网", "产教观察", "地方教育客户端"];

/// Those who write for them.
pub(crate) const AUTHORS: &[&str] = &["林知远", "周行健", "吴清和", "郑乐言", "冯朗月", "陈思源"];
