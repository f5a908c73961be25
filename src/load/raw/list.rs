//! A list of records that keeps each record's place in the file.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

/// Records with their 0-based places, which stay true when bad ones are left out.
#[derive(Debug)]
pub struct List<T>(Vec<(u32, T)>);

/// No records: what an absent list means.
impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> List<T> {
    /// The records with their places, in order.
    pub fn into_records(self) -> impl Iterator<Item = (u32, T)> {
        self.0.into_iter()
    }

    /// Parses `yaml` as the record at place `at`.
    ///
    /// # Errors
    /// What the YAML reader says.
    pub fn add(&mut self, at: u32, yaml: &str) -> Result<(), serde_yaml::Error>
    where
        T: for<'de> Deserialize<'de>,
    {
        self.0.push((at, serde_yaml::from_str(yaml)?));
        Ok(())
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("List_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["array", "null"], "items": generator.subschema_for::<T>()})
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let records: Option<Vec<T>> = Option::deserialize(deserializer)?;
        Ok(Self(
            records
                .unwrap_or_default()
                .into_iter()
                .enumerate()
                .map(|(at, r)| (at as u32, r))
                .collect(),
        ))
    }
}
