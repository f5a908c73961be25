//! `data/themes.yaml` and `data/metrics.yaml` as they are written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    RawList, Two, Version,
    forms::{id, version},
};

/// The themes of every dossier. 主题。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Themes")]
pub(crate) struct RawThemes {
    /// The schema the file is written for; 1 where it does not say. 所依的格式版本，不写即为 1。
    #[serde(default, rename = "schema")]
    #[schemars(schema_with = "version")]
    pub(crate) _schema: Version,
    /// Themes, in the order of every grouped list. 主题，按各处列出的次序。
    #[serde(default)]
    pub(crate) themes: RawList<RawTheme>,
}

/// What outcomes count. 指标与近似指标组。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Metrics")]
pub(crate) struct RawMetrics {
    /// The schema the file is written for; 1 where it does not say. 所依的格式版本，不写即为 1。
    #[serde(default, rename = "schema")]
    #[schemars(schema_with = "version")]
    pub(crate) _schema: Version,
    /// Families: metrics that belong side by side but are not the same count. 近似指标组：并列而不相比。
    #[serde(default)]
    pub(crate) families: RawList<RawFamily>,
    /// Metrics: two outcomes of one metric are comparable. 指标：同一指标的成效可以相比。
    #[serde(default)]
    pub(crate) metrics: RawList<RawMetric>,
}

/// A theme. 主题。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Theme")]
pub(crate) struct RawTheme {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// Its Chinese name. 中文名。
    #[schemars(length(min = 1))]
    pub(crate) zh: String,
    /// Its English name. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// What belongs to it and what does not. 包括什么，不包括什么。
    pub(crate) definition: Two,
}

/// A family of metrics. 近似指标组。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Family")]
pub(crate) struct RawFamily {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// Its Chinese name. 中文名。
    #[schemars(length(min = 1))]
    pub(crate) zh: String,
    /// Its English name. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// Id of the theme its metrics share. 各指标共同的主题。
    #[schemars(schema_with = "id")]
    pub(crate) theme: String,
    /// What the metrics share and how they differ. 各指标同在何处，异在何处。
    pub(crate) definition: Two,
}

/// A metric. 指标。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Metric")]
pub(crate) struct RawMetric {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// Its Chinese name. 中文名。
    #[schemars(length(min = 1))]
    pub(crate) zh: String,
    /// Its English name. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// Id of its theme, the same as its family's. 主题，与所属的组相同。
    #[schemars(schema_with = "id")]
    pub(crate) theme: String,
    /// The unit of its outcomes, without 万 or 亿: 家, 元, "%". 单位，不带万、亿。
    #[schemars(length(min = 1))]
    pub(crate) unit: String,
    /// What is counted and what is not, so that two readers agree. 计什么，不计什么，使两个人读来一样。
    pub(crate) definition: Two,
    /// Id of its family, if it has one. 所属的组，可以没有。
    #[serde(default)]
    #[schemars(schema_with = "id")]
    pub(crate) family: Option<String>,
}
