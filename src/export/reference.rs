//! Where a fact comes from, as a report cites it.
//!
//! Owns the words of a source and the entry of a list of references after GB/T 7714-2015. What the article does not
//! print is left out or said not to be printed, never made up: not the date on which a page was read, either.

use crate::{lang::Lang, model::Source};

/// Authors whom an entry names before it says 等 (GB/T 7714-2015, 8.1.2).
const AUTHORS: usize = 3;

/// Byline, title, outlet, date and address of `source`, as far as they are printed.
pub(crate) fn words(source: &Source, lang: Lang) -> String {
    let byline = source.byline.join(lang.pick("、", ", "));
    let title = source.title.as_deref().map(|title| format!("《{title}》"));
    let parts = [
        Some(byline).filter(|names| !names.is_empty()),
        title,
        source.outlet.as_deref().map(str::to_owned),
        source.published.as_deref().map(str::to_owned),
        source.url.as_deref().map(str::to_owned),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts[..] {
        [] => source.id.to_string(),
        _ => parts.join(lang.pick("，", ", ")),
    }
}

/// The entry of `source` in a list of references: newspaper article, online where an address is printed.
pub(crate) fn gbt7714(source: &Source) -> String {
    let named = source.byline.iter().take(AUTHORS).map(|name| &**name);
    let mut authors = named.collect::<Vec<_>>().join(", ");
    if source.byline.len() > AUTHORS {
        authors += ", 等";
    }
    let title = source.title.as_deref().unwrap_or("[题名未载明]");
    let sort = match source.url {
        Some(_) => "[N/OL]",
        None => "[N]",
    };
    let outlet = source.outlet.as_deref().unwrap_or("[媒体未载明]");
    let date = source.published.as_deref().map(|date| format!(", {date}"));
    let parts = [
        Some(authors).filter(|names| !names.is_empty()),
        Some(format!("{title}{sort}")),
        Some(format!("{outlet}{}", date.unwrap_or_default())),
        source.url.as_deref().map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ") + "."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Origin, load};

    fn source(id: &str) -> Source {
        let atlas = load(&Origin::Embedded).atlas;
        atlas.source(atlas.source_by_id(id).unwrap()).clone()
    }

    #[test]
    fn what_is_printed_is_cited_and_what_is_not_is_not_made_up() {
        let mut cited = source("jyb-tzvcst");
        cited.url = Some("https://example.org/a".into());
        assert_eq!(
            gbt7714(&cited),
            "徐兵, 陈晓, 吴金龙. [题名未载明][N/OL]. 中国教育报客户端. https://example.org/a."
        );
        assert_eq!(
            words(&cited, Lang::Zh),
            "徐兵、陈晓、吴金龙，中国教育报客户端，https://example.org/a"
        );
        cited.byline.push("某某".into());
        cited.title = Some("题名".into());
        cited.published = Some("2024-05-06".into());
        assert_eq!(
            gbt7714(&cited),
            "徐兵, 陈晓, 吴金龙, 等. 题名[N/OL]. 中国教育报客户端, 2024-05-06. https://example.org/a."
        );
        let bare = source("news-sdcit");
        let title = bare.title.clone().unwrap();
        assert_eq!(gbt7714(&bare), format!("{title}[N]. [媒体未载明]."));
        assert_eq!(words(&bare, Lang::En), format!("《{title}》"));
    }
}
