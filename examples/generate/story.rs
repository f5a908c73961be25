//! One college's article and, fact by fact, what its dossier says of it.

use rongtu::model::{Atlas, Metric};

use crate::{
    figure::{Figure, figure},
    name::Name,
    paper::{Cite, Paper},
    random::Random,
    words::{
        AUTHORS, FILLERS, FRAMEWORKS, GISTS, HEADINGS, HONOURS, MEASURES, ORDINALS, OUTLETS, PARTNERS,
        SLOGANS, VERBS,
    },
};

pub(crate) struct Pillar {
    pub heading: (&'static str, &'static str),
    pub slogan: String,
    pub printed: String,
    pub themes: Vec<String>,
    pub gist: (&'static str, &'static str),
    pub cite: Cite,
}

pub(crate) struct Measure {
    pub id: String,
    pub pillar: usize,
    pub title: (&'static str, &'static str),
    pub slogan: Option<&'static str>,
    pub cite: Cite,
}

pub(crate) struct Framework {
    pub id: String,
    pub name: &'static str,
    pub en: &'static str,
    pub unit: &'static str,
    pub unit_en: &'static str,
    pub total: usize,
    pub members: Vec<[&'static str; 2]>,
    pub cite: Cite,
}

pub(crate) struct Recognition {
    pub id: String,
    pub pillar: usize,
    pub kind: &'static str,
    pub name: String,
    pub en: String,
    pub level: Option<&'static str>,
    pub year: Option<u16>,
    pub cite: Cite,
}

pub(crate) struct Partner {
    pub id: String,
    pub pillar: usize,
    pub kind: &'static str,
    pub name: String,
    pub en: String,
    pub cite: Cite,
}

pub(crate) struct Period {
    pub kind: &'static str,
    pub text: String,
    pub year: Option<u16>,
}

pub(crate) struct Outcome {
    pub id: String,
    pub metric: String,
    pub pillar: Option<usize>,
    pub label: String,
    pub en: String,
    pub unit: String,
    pub figure: Figure,
    pub period: Option<Period>,
    pub cite: Cite,
}

/// What the site prints of where an article comes from.
#[derive(Default)]
pub(crate) struct Imprint {
    pub outlet: Option<&'static str>,
    pub authors: Vec<String>,
    pub url: Option<String>,
}

pub(crate) struct Story {
    pub paper: Paper,
    /// Lines of the article itself; what follows is the site's.
    pub body: usize,
    pub imprint: Imprint,
    pub title: String,
    /// Whether the figures speak for one department.
    pub department: bool,
    pub pillars: Vec<Pillar>,
    pub measures: Vec<Measure>,
    pub frameworks: Vec<Framework>,
    pub recognitions: Vec<Recognition>,
    pub partners: Vec<Partner>,
    pub outcomes: Vec<Outcome>,
}

const NUMERALS: &str = "零一二三四五六七八九十百千万亿两双半";

/// A story about `name`, told of the metrics that `atlas` defines.
pub(crate) fn story(name: &Name, atlas: &Atlas, random: &mut Random) -> Story {
    let mut slogans = random.some(SLOGANS, SLOGANS.len());
    let mut story = Story {
        paper: Paper::default(),
        body: 0,
        imprint: Imprint::default(),
        title: format!(
            "{}：“{}”写好产教同行文章",
            name.short,
            slogans.pop().unwrap_or_default()
        ),
        department: random.chance(30),
        pillars: Vec::new(),
        measures: Vec::new(),
        frameworks: Vec::new(),
        recognitions: Vec::new(),
        partners: Vec::new(),
        outcomes: Vec::new(),
    };
    let mut chapters = chapters(atlas, random);
    story.introduce(name, &mut chapters, random);
    let headed = random.chance(50);
    let last = chapters.len();
    for (n, chapter) in chapters.into_iter().enumerate().take(last) {
        let slogan = [slogans.pop(), slogans.pop()].map(Option::unwrap_or_default);
        story.begin(n, &chapter, slogan, headed);
        story.tell(n + 1, name, &chapter, slogans.pop(), random);
    }
    story.body = story.paper.lines.len();
    story.sign(name, random);
    story
}

fn has_numeral(text: &str) -> bool {
    text.contains(|c| NUMERALS.contains(c))
}

/// What one pillar is about.
struct Chapter<'a> {
    heading: (&'static str, &'static str),
    measure: (&'static str, &'static str),
    themes: Vec<String>,
    metrics: Vec<&'a Metric>,
}

/// Four to six chapters with some thirty metrics between them, each theme in one chapter.
fn chapters<'a>(atlas: &'a Atlas, random: &mut Random) -> Vec<Chapter<'a>> {
    let count = random.between(4, 6);
    let usable: Vec<&Metric> = atlas.metrics.iter().collect();
    let wanted = random.between(27, 33);
    let chosen = random.some(&usable, wanted);
    let order = random.some(&(0..atlas.themes.len()).collect::<Vec<_>>(), atlas.themes.len());
    let headings = random.some(HEADINGS, count);
    let measures = random.some(MEASURES, count);
    let chapter = |n: usize| Chapter {
        heading: headings[n],
        measure: measures[n],
        themes: order
            .iter()
            .skip(n)
            .step_by(count)
            .map(|theme| atlas.themes[*theme].id.to_string())
            .collect(),
        metrics: chosen
            .iter()
            .copied()
            .filter(|metric| {
                order
                    .iter()
                    .position(|theme| *theme == metric.theme.at())
                    .unwrap_or(0)
                    % count
                    == n
            })
            .collect(),
    };
    (0..count).map(chapter).collect()
}

impl Story {
    /// Title and introduction, with up to two figures that belong to no pillar.
    fn introduce(&mut self, name: &Name, chapters: &mut [Chapter<'_>], random: &mut Random) {
        let title = self.title.clone();
        self.paper.say(&title);
        self.excuse_place(name);
        self.paper.end_line();
        self.present(name);
        self.paper.say("坚持党建与产教同谋划、同推进，构建");
        self.framework(random);
        self.paper.say(random.pick(FILLERS));
        for chapter in chapters.iter_mut().take(random.below(3)) {
            if let Some(metric) = chapter.metrics.pop() {
                self.outcome(None, name, metric, random);
            }
        }
        self.paper.end_line();
    }

    /// Who it is about, and from where.
    fn present(&mut self, name: &Name) {
        if let Some((province, _)) = name.province.filter(|(province, _)| *province != name.place) {
            self.paper.say("扎根");
            self.paper.say(province);
            if has_numeral(province) {
                self.paper.excuse(province, "name", "地名", "name of a place");
            }
            self.paper.say("的");
        }
        self.paper.say(&name.zh);
        self.excuse_place(name);
        if self.department {
            self.paper.say(&name.department());
        }
    }

    fn excuse_place(&mut self, name: &Name) {
        if has_numeral(name.place) {
            self.paper.excuse(name.place, "name", "地名", "name of a place");
        }
    }

    fn framework(&mut self, random: &mut Random) {
        let (name, [unit, unit_en], members, en) = random.pick(FRAMEWORKS);
        let quoted = format!("“{name}”");
        let cite = self.paper.cite(&quoted);
        self.paper
            .excuse(&quoted, "framework", "体系名", "name of a framework");
        let named = random.between(1, members.len());
        self.paper.say("工作格局，由");
        let names: Vec<_> = members[..named].iter().map(|[zh, _]| *zh).collect();
        self.paper.say(&names.join("、"));
        self.paper.say("带动全局。");
        let at = "零一双三四五六".chars().position(|c| name.starts_with(c));
        self.frameworks.push(Framework {
            id: "working-pattern".into(),
            name,
            en,
            unit,
            unit_en,
            total: at.unwrap_or(members.len()),
            members: members[..named].to_vec(),
            cite,
        });
    }

    /// The heading of a pillar: a line of its own, or the beginning of its paragraph.
    fn begin(&mut self, n: usize, chapter: &Chapter<'_>, slogan: [&str; 2], headed: bool) {
        let slogan = slogan.join("、");
        let (heading, _) = chapter.heading;
        let (printed, exact) = match headed {
            true => (
                format!("{}、{heading}，{slogan}", ORDINALS[n]),
                format!("{heading}，{slogan}"),
            ),
            false => (format!("{heading}：“{slogan}”"), format!("{heading}：“{slogan}”")),
        };
        self.paper.say(&printed);
        let cite = self.paper.here(&exact);
        if headed {
            let start = format!("{}、{heading}", ORDINALS[n]);
            self.paper
                .excuse(&start, "ordinal", "标题序号", "number of a heading");
            self.paper.end_line();
        } else {
            self.paper.say("。");
        }
        let slogan_len = slogan.len();
        self.pillars.push(Pillar {
            heading: chapter.heading,
            slogan,
            printed,
            themes: chapter.themes.clone(),
            gist: GISTS[(n * 5 + slogan_len) % GISTS.len()],
            cite,
        });
    }

    /// The paragraph of pillar `n`, counted from 1.
    fn tell(
        &mut self,
        n: usize,
        name: &Name,
        chapter: &Chapter<'_>,
        slogan: Option<&'static str>,
        random: &mut Random,
    ) {
        let fillers = random.some(FILLERS, 2);
        self.paper.say(fillers[0]);
        if random.chance(70) {
            self.measure(n, chapter, slogan, random);
        }
        if random.chance(60) {
            self.partner(n, name, random);
        }
        for metric in &chapter.metrics {
            self.outcome(Some(n), name, metric, random);
        }
        if random.chance(45) {
            self.recognition(n, name, random);
        }
        self.paper.say(fillers[1]);
        self.paper.end_line();
    }

    fn measure(
        &mut self,
        n: usize,
        chapter: &Chapter<'_>,
        slogan: Option<&'static str>,
        random: &mut Random,
    ) {
        let (title, _) = chapter.measure;
        let start = format!("一是{title}");
        self.paper.say(&start);
        self.paper
            .excuse(&start, "ordinal", "举措序号", "number of a measure");
        let slogan = slogan.filter(|_| random.chance(70));
        let exact = match slogan {
            Some(slogan) => format!("{title}，{slogan}"),
            None => title.to_owned(),
        };
        self.paper.say(&exact[title.len()..]);
        self.paper.say("。");
        self.measures.push(Measure {
            id: format!("measure-{n}"),
            pillar: n,
            title: chapter.measure,
            slogan,
            cite: self.paper.here(&exact),
        });
    }

    fn partner(&mut self, n: usize, name: &Name, random: &mut Random) {
        let (firm, kind, en) = random.pick(PARTNERS);
        let firm = format!("{}{firm}", name.place);
        if self.partners.iter().any(|partner| partner.name == firm) {
            return;
        }
        self.paper.say("与");
        let cite = self.paper.cite(&firm);
        if has_numeral(name.place) {
            self.paper.excuse(&firm, "name", "地名", "name of a place");
        }
        self.paper.say("等常来常往，");
        self.partners.push(Partner {
            id: format!("partner-{n}"),
            pillar: n,
            kind,
            name: firm,
            en: en.to_owned(),
            cite,
        });
    }

    fn outcome(&mut self, pillar: Option<usize>, name: &Name, metric: &Metric, random: &mut Random) {
        let prefix = if random.chance(25) { name.field } else { "" };
        let label = format!("{prefix}{}", metric.name.zh);
        let figure = figure(metric, random);
        let period = self.period(random);
        self.paper.say(random.pick(VERBS));
        if has_numeral(&metric.name.zh) {
            self.paper.excuse(
                &metric.name.zh,
                "name",
                "所计之物的名称",
                "name of what is counted",
            );
        }
        let cite = self.paper.cite(&format!("{label}{}", figure.as_written));
        self.paper.say("。");
        self.outcomes.push(Outcome {
            id: format!("f{}", self.outcomes.len() + 1),
            metric: metric.id.to_string(),
            pillar,
            label,
            en: metric.name.en.to_string(),
            unit: metric.unit.to_string(),
            figure,
            period,
            cite,
        });
    }

    /// The time of the next figure; most figures are printed without any.
    fn period(&mut self, random: &mut Random) -> Option<Period> {
        let year = 2018 + random.below(7) as u16;
        let (kind, text, numeral) = match random.below(14) {
            0 => ("year", format!("{year}年"), Some("年份")),
            1 => ("as_of", format!("截至{year}年底"), Some("年份")),
            2 => ("class", format!("{year}届"), Some("届次")),
            3 => ("cumulative", "累计".to_owned(), None),
            4 => ("recent", "近年来".to_owned(), None),
            _ => return None,
        };
        if let Some(what) = numeral {
            if !self.paper.take_year(year) {
                return None;
            }
            let kind = if kind == "class" { "class_year" } else { "year" };
            self.paper
                .excuse(text.trim_start_matches("截至"), kind, what, "time of a figure");
        }
        self.paper.say(&text);
        Some(Period {
            kind,
            text,
            year: numeral.map(|_| year),
        })
    }

    fn recognition(&mut self, n: usize, name: &Name, random: &mut Random) {
        let (tail, kind, level, en) = random.pick(HONOURS);
        let honour = format!("{}{tail}", name.field);
        if self
            .recognitions
            .iter()
            .any(|recognition| recognition.name == honour)
        {
            return;
        }
        let year = 2018 + random.below(7) as u16;
        let year = Some(year)
            .filter(|_| random.chance(50))
            .filter(|year| self.paper.take_year(*year));
        if let Some(year) = year {
            let text = format!("{year}年");
            self.paper.say(&text);
            self.paper
                .excuse(&text, "year", "荣誉的年份", "year of the honour");
        }
        self.paper.say("获评");
        let cite = self.paper.cite(&format!("“{honour}”"));
        self.paper.say("。");
        self.recognitions.push(Recognition {
            id: format!("honour-{n}"),
            pillar: n,
            kind,
            name: honour,
            en: format!("{en}, {}", name.field_en),
            level,
            year,
            cite,
        });
    }

    /// The lines below the article; many articles come without some of them, or without any.
    fn sign(&mut self, name: &Name, random: &mut Random) {
        if random.chance(70) {
            let outlet = random.pick(OUTLETS);
            self.imprint.outlet = Some(outlet);
            self.paper.say(&format!("来源：{outlet}"));
        }
        if random.chance(60) {
            let authors = random.some(AUTHORS, 2);
            self.paper.say(&format!("作者：{}", authors.join("、")));
            self.imprint.authors = authors.into_iter().map(str::to_owned).collect();
        }
        self.paper.end_line();
        if random.chance(80) {
            let url = format!("https://news.example/{}", name.id);
            self.paper.say(&url);
            self.paper.end_line();
            self.imprint.url = Some(url);
        }
    }

    /// Everything that is cited.
    pub(crate) fn cites(&self) -> impl Iterator<Item = &Cite> {
        let pillars = self.pillars.iter().map(|fact| &fact.cite);
        let measures = self.measures.iter().map(|fact| &fact.cite);
        let frameworks = self.frameworks.iter().map(|fact| &fact.cite);
        let recognitions = self.recognitions.iter().map(|fact| &fact.cite);
        let partners = self.partners.iter().map(|fact| &fact.cite);
        let outcomes = self.outcomes.iter().map(|fact| &fact.cite);
        pillars
            .chain(measures)
            .chain(frameworks)
            .chain(recognitions)
            .chain(partners)
            .chain(outcomes)
    }
}
