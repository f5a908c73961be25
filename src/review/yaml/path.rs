//! Paths of values, `outcomes[3].cite.exact`, and what a change does to the values themselves.

use std::{fmt, str::FromStr};

use serde_yaml::Value;

use super::Change;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PathStep {
    /// Into a mapping.
    Field(String),
    /// Into a list, from 0.
    At(usize),
}

/// The way from the top of a file to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Path(pub Vec<PathStep>);

impl Path {
    /// The last step and the way to what it is taken from.
    pub(crate) fn split(&self) -> Option<(&PathStep, Self)> {
        let (last, parent) = self.0.split_last()?;
        Some((last, Self(parent.to_vec())))
    }

    /// One step further.
    pub(crate) fn field(&self, name: &str) -> Self {
        let step = PathStep::Field(name.to_owned());
        Self(self.0.iter().cloned().chain([step]).collect())
    }

    /// The item at a place of a list under a top-level key.
    pub(crate) fn item(list: &str, at: usize) -> Self {
        Self(vec![PathStep::Field(list.to_owned()), PathStep::At(at)])
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, key) in self.0.iter().enumerate() {
            match key {
                PathStep::Field(name) if at == 0 => f.write_str(name)?,
                PathStep::Field(name) => write!(f, ".{name}")?,
                PathStep::At(at) => write!(f, "[{at}]")?,
            }
        }
        Ok(())
    }
}

impl FromStr for Path {
    type Err = ();

    /// Reads what [`Display`](fmt::Display) writes.
    fn from_str(path: &str) -> Result<Self, ()> {
        let mut keys = Vec::new();
        for part in path.split('.').filter(|part| !part.is_empty()) {
            let mut steps = part.split('[');
            let name = steps.next().unwrap_or_default();
            if !name.is_empty() {
                keys.push(PathStep::Field(name.to_owned()));
            }
            for step in steps {
                let at = step.strip_suffix(']').and_then(|at| at.parse().ok());
                keys.push(PathStep::At(at.ok_or(())?));
            }
        }
        Ok(Self(keys))
    }
}

/// The value at `path`.
pub(crate) fn get<'a>(root: &'a Value, path: &Path) -> Option<&'a Value> {
    path.0.iter().try_fold(root, |value, key| match key {
        PathStep::Field(name) => value.as_mapping()?.get(name.as_str()),
        PathStep::At(at) => value.as_sequence()?.get(*at),
    })
}

fn get_mut<'a>(root: &'a mut Value, path: &Path) -> Option<&'a mut Value> {
    path.0.iter().try_fold(root, |value, key| match key {
        PathStep::Field(name) => value.as_mapping_mut()?.get_mut(name.as_str()),
        PathStep::At(at) => value.as_sequence_mut()?.get_mut(*at),
    })
}

/// The values after `change`.
pub(super) fn changed(mut root: Value, change: &Change) -> Option<Value> {
    match change {
        Change::Set(path, value, _) => match path.split()? {
            (PathStep::Field(name), parent) => {
                let map = get_mut(&mut root, &parent)?.as_mapping_mut()?;
                map.insert(name.as_str().into(), value.clone());
            }
            (PathStep::At(_), _) => *get_mut(&mut root, path)? = value.clone(),
        },
        Change::Remove(path) => remove(&mut root, path)?,
        Change::Push(list, value, _) => {
            let map = root.as_mapping_mut()?;
            match map.get_mut(*list) {
                Some(Value::Sequence(items)) => items.push(value.clone()),
                None | Some(Value::Null) => {
                    map.insert((*list).into(), Value::Sequence(vec![value.clone()]));
                }
                Some(_) => return None,
            }
        }
    }
    Some(root)
}

fn remove(root: &mut Value, path: &Path) -> Option<()> {
    let (key, parent) = path.split()?;
    let holder = get_mut(root, &parent)?;
    match key {
        PathStep::Field(name) => holder.as_mapping_mut()?.remove(name.as_str()).map(drop),
        PathStep::At(_) if holder.as_sequence()?.len() == 1 => remove(root, &parent),
        PathStep::At(at) => {
            let items = holder.as_sequence_mut()?;
            (*at < items.len()).then(|| drop(items.remove(*at)))
        }
    }
}
