//! `config`: every setting, its value and who says so.

use super::{
    Answer, World,
    args::{Format, Globals, ThemeName},
    exit::{Exit, Failure},
    layers::{Layer, Setting},
    settings::Settings,
};
use crate::{
    export::record::SettingRow,
    lang::Lang,
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

/// Says of each colour of the user's own that can hardly be read, on which background.
///
/// # Errors
/// Those of the writer.
pub(crate) fn warn_of_faint_colours(
    globals: &Globals,
    lang: Lang,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let grounds: &[bool] = match globals.theme_name.unwrap_or_default() {
        ThemeName::Auto => &[false, true],
        ThemeName::Dark => &[false],
        ThemeName::Light => &[true],
        ThemeName::Mono => &[],
    };
    for faint in globals.own_colours.faint(grounds) {
        let (role, found, least) = (faint.role, faint.contrast, faint.least);
        let ground = match faint.on_light {
            true => lang.pick("浅色背景", "light backgrounds"),
            false => lang.pick("深色背景", "dark backgrounds"),
        };
        let warning = lang.pick(
            format!("警告: theme.{role} 在{ground}上对比度 {found:.1}:1，应有 {least}:1"),
            format!(
                "warning: theme.{role} has a contrast of {found:.1}:1 on {ground}, where {least}:1 is needed"
            ),
        );
        writeln!(world.err, "rongtu: {warning}")?;
    }
    Ok(())
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
        own if own.starts_with("keys.") => setting.value.clone(),
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
