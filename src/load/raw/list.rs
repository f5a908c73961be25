//! A list of records that keeps each record's place in the file.

use std::{borrow::Cow, fmt, marker::PhantomData};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};

/// Records with their 0-based places, which stay true when bad ones are left out.
#[derive(Debug)]
pub(crate) struct RawList<T>(Vec<(u32, T)>);

/// No records: what an absent list means.
impl<T> Default for RawList<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> RawList<T> {
    /// The records with their places, in order.
    pub(crate) fn into_records(self) -> impl Iterator<Item = (u32, T)> {
        self.0.into_iter()
    }

    /// Parses `yaml` as the record at place `at`.
    ///
    /// # Errors
    /// What the YAML reader says.
    pub(crate) fn add(&mut self, at: u32, yaml: &str) -> Result<(), serde_yaml::Error>
    where
        T: for<'de> Deserialize<'de>,
    {
        self.0.push((at, serde_yaml::from_str(yaml)?));
        Ok(())
    }
}

impl<T: JsonSchema> JsonSchema for RawList<T> {
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

impl<'de, T: Deserialize<'de>> Deserialize<'de> for RawList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Records(PhantomData))
    }
}

/// Takes records, or nothing, and numbers them as they come.
struct Records<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Records<T> {
    type Value = RawList<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_none<E>(self) -> Result<RawList<T>, E> {
        Ok(RawList::default())
    }

    fn visit_unit<E>(self) -> Result<RawList<T>, E> {
        Ok(RawList::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawList<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<RawList<T>, A::Error> {
        let mut list = RawList::default();
        while let Some(record) = records.next_element()? {
            list.0.push((list.0.len() as u32, record));
        }
        Ok(list)
    }
}
