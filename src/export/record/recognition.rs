//! Awards, cases, titles, projects and named platforms as rows.

use super::record;
use crate::model::{Addr, Atlas, College, Fact, Recognition};

record! {
    /// One recognition.
    RecognitionRow {
        /// Its address.
        addr: String,
        /// The college's id.
        college: &'a str,
        /// The number of its pillar; absent in the introduction.
        pillar: Option<u8>,
        /// What sort it is.
        kind: &'static str,
        /// Its name as printed.
        name: &'a str,
        /// The work or case it was given to.
        work: Option<&'a str>,
        /// Who gives it.
        level: Option<&'static str>,
        /// The year.
        year: Option<u16>,
        /// Who holds it.
        holder: Option<&'a str>,
        /// The address of the outcome that counts it.
        outcome: Option<String>,
        /// The source's id.
        source: &'a str,
        /// 1-based line of the article's text.
        line: u32,
        /// The printed phrase.
        exact: &'a str,
        /// The name in English.
        en: &'a str,
        /// What the article claims of it beside its name, as printed.
        claim: Option<&'a str>,
        /// The id of the family it stands beside in a comparison, when no outcome counts it.
        family: Option<&'a str>,
        /// What a reader has to know of how it is printed, in the curator's words.
        note: Option<&'a str>,
        /// The claim in English.
        claim_en: Option<&'a str>,
        /// The note in English.
        note_en: Option<&'a str>,
    }
}

impl<'a> RecognitionRow<'a> {
    /// The row of `recognition`.
    pub(crate) fn of(atlas: &'a Atlas, college: &'a College, recognition: &'a Recognition) -> Self {
        let counted = recognition.outcome.as_ref();
        Self {
            addr: Fact::Recognition(college, recognition).addr().to_string(),
            college: college.id.as_str(),
            pillar: recognition.pillar,
            kind: recognition.kind.as_str(),
            name: &recognition.name.zh,
            work: recognition.work.as_deref(),
            level: recognition.level.map(|level| level.as_str()),
            year: recognition.year,
            holder: recognition.holder.as_deref(),
            outcome: counted.map(|id| Addr::fact(&college.id, id).to_string()),
            source: atlas.source(college.source).id.as_str(),
            line: recognition.cite.line,
            exact: &recognition.cite.exact,
            en: &recognition.name.en,
            claim: recognition.claim.as_ref().map(|claim| &*claim.zh),
            family: recognition.family.map(|ix| atlas.family(ix).id.as_str()),
            note: recognition.note.as_ref().map(|note| &*note.zh),
            claim_en: recognition.claim.as_ref().map(|claim| &*claim.en),
            note_en: recognition.note.as_ref().map(|note| &*note.en),
        }
    }
}
