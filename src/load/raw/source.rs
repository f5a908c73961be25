//! `seeds/<source-id>.yaml` as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    RawList, Two, Version,
    forms::{date, id, lines, sha256, version},
};
use crate::model::ExcuseKind;

/// The record of one article. 一篇文章的来源记录。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Source")]
pub(crate) struct RawSource {
    /// The schema the file is written for; 1 where it does not say. 所依的格式版本，不写即为 1。
    #[serde(default, rename = "schema")]
    #[schemars(schema_with = "version")]
    pub(crate) _schema: Version,
    /// Its id, also the name of the file. 编号，与文件名相同。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// Title, if printed. 标题，文中印出才写。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) title: Option<String>,
    /// Who published it, if printed. 媒体，文中印出才写。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) outlet: Option<String>,
    /// The authors, if printed. 作者，文中印出才写。
    #[serde(default)]
    pub(crate) byline: Option<Vec<String>>,
    /// Address on the web, if printed. 网址，文中印出才写。
    #[serde(default)]
    #[schemars(url)]
    pub(crate) url: Option<String>,
    /// BCP 47 tag of the language: zh-Hans. 语言。
    #[schemars(length(min = 2))]
    pub(crate) language: String,
    /// Date of publication, if printed: "2024-05-06". 发表日期，文中印出才写。
    #[serde(default)]
    #[schemars(schema_with = "date")]
    pub(crate) published: Option<String>,
    /// The text file. 文本文件。
    pub(crate) text: RawText,
    /// Lines of the article itself: "2-13" or "1-4, 6". 正文的行。
    #[schemars(schema_with = "lines")]
    pub(crate) body: String,
    /// Lines that are the site's. 网页附带的行。
    #[serde(default)]
    pub(crate) furniture: RawList<RawFurniture>,
    /// What each part says, in your own words. 各部分的提要，用自己的话。
    #[serde(default)]
    pub(crate) outline: RawList<RawOutline>,
    /// Numerals of the body that are no outcome. 正文里不是成效的数词。
    #[serde(default)]
    pub(crate) excused: RawList<RawExcuse>,
}

/// The article's text file. 文章的文本文件。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Text")]
pub(crate) struct RawText {
    /// SHA-256 of the file, 64 lowercase hex digits. 文件的 SHA-256，64 个小写十六进制数字。
    #[schemars(schema_with = "sha256")]
    pub(crate) sha256: String,
    /// Lines; a last one without a line feed counts. 行数；末行没有换行符也算。
    pub(crate) lines: u32,
    /// Length in bytes. 字节数。
    pub(crate) bytes: u64,
}

/// Lines of the site around the article. 网页附带的行。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Furniture")]
pub(crate) struct RawFurniture {
    /// Which lines: "1" or "14-18". 哪些行。
    #[schemars(schema_with = "lines")]
    pub(crate) lines: String,
    /// What they are: label, link, teaser, list. 是什么。
    #[schemars(length(min = 1))]
    pub(crate) kind: String,
    /// More about them. 说明。
    #[serde(default)]
    pub(crate) note: Option<Two>,
}

/// One entry of the outline. 一条提要。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Outline")]
pub(crate) struct RawOutline {
    /// Line of the text, from 1. 行号，从 1 起。
    #[schemars(range(min = 1))]
    pub(crate) line: u32,
    /// What it says, in Chinese. 中文提要。
    #[schemars(length(min = 1))]
    pub(crate) zh: String,
    /// What it says, in English. 英文提要。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
}

/// A numeral of the body that is no outcome. 正文里不是成效的数词。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Excuse")]
pub(crate) struct RawExcuse {
    /// Line of the text, from 1. 行号，从 1 起。
    #[schemars(range(min = 1))]
    pub(crate) line: u32,
    /// The printed phrase that holds it, once in its line. 含有它的原文，在该行只出现一次。
    #[schemars(length(min = 1))]
    pub(crate) exact: String,
    /// What it is instead. 是什么。
    pub(crate) kind: ExcuseKind,
    /// Why it is no outcome. 为什么不是成效。
    pub(crate) reason: Two,
}
