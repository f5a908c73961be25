//! `config`: every setting, its value and who says so.

use super::{
    Answer,
    args::Format,
    exit::{Exit, Failure},
    layers::{Layer, Setting},
    settings::Settings,
};
use crate::{
    export::record::SettingRow,
    page::{
        Run,
        block::{Block, Cell, Column, Record, Table},
    },
};

/// Answers `config`.
///
/// # Errors
/// Those of the writer.
pub(crate) fn run(answer: &mut Answer<'_, '_>) -> Result<Exit, Failure> {
    let lang = answer.settings.lang;
    let settings = effective(&answer.settings);
    match answer.settings.format {
        Format::Csv | Format::Json | Format::Jsonl => {
            answer.rows(settings.iter().map(|setting| SettingRow {
                setting: &setting.name,
                value: &setting.value,
                from: setting.layer.name(lang),
            }))?;
        }
        Format::Table | Format::Md => {
            let cell = |run: Run| Cell::new([run]);
            let record = |setting: &Setting| {
                Record::new([
                    cell(Run::label(&*setting.name)),
                    cell(Run::value(setting.value.as_str())),
                    cell(Run::muted(setting.layer.name(lang))),
                ])
            };
            let table = Table {
                columns: vec![
                    Column::flexible().titled(lang.pick("设置", "setting")),
                    Column::flexible().titled(lang.pick("值", "value")),
                    Column::flexible().titled(lang.pick("来自", "from")),
                ],
                header: true,
                records: settings.iter().map(record).collect(),
                gap: 2,
                ..Table::default()
            };
            answer.page(vec![Block::from(table)])?;
        }
    }
    Ok(Exit::Found)
}

/// The settings with what nobody chose filled in as this run has it.
fn effective(settings: &Settings) -> Vec<Setting> {
    let open = |setting: &Setting| match &*setting.name {
        "lang" | "explorer.lang" => settings.lang.as_str().to_owned(),
        "width" => settings.width.to_string(),
        "data" => settings.lang.pick("内置", "built in").to_owned(),
        "cache" => settings.load.cache.as_ref().map_or_else(String::new, |cache| {
            crate::text::clean::clean(&cache.folder.to_string_lossy()).into_owned()
        }),
        "articles" => String::new(),
        "mouse" => "off".to_owned(),
        "start" => "browse".to_owned(),
        keys if keys.starts_with("keys.") => setting.value.clone(),
        _ => "auto".to_owned(),
    };
    let filled = |setting: &Setting| match setting.layer {
        Layer::Default => Setting {
            value: open(setting),
            ..setting.clone()
        },
        _ => setting.clone(),
    };
    settings.chosen.iter().map(filled).collect()
}
