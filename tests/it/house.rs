//! The rules of the house that a machine can hold, read from the source tree.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The layers from the bottom up: a module may import from those of a lower rank, and from itself.
const RANKS: [&[&str]; 13] = [
    &["text", "lang", "parallel"],
    &["bindings", "numeral"],
    &["model", "finding"],
    &["load"],
    &["select", "order"],
    &["find", "compare", "check", "draft"],
    &["review"],
    &["page"],
    &["export"],
    &["report"],
    &["remembered"],
    &["cli", "tui"],
    &["explore"],
];

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        match entry.is_dir() {
            true => found.extend(files(entry.to_str().unwrap())),
            false if entry.extension().is_some_and(|ext| ext == "rs") => found.push(entry),
            false => {}
        }
    }
    found
}

fn rank(module: &str) -> Option<usize> {
    RANKS.iter().position(|names| names.contains(&module))
}

/// The top-level module a file of `src` belongs to; none for `lib.rs` and `main.rs`.
fn module(file: &Path) -> Option<String> {
    let below = file.strip_prefix("src").unwrap();
    let first = below.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!["lib", "main"].contains(&name)).then(|| name.to_owned())
}

/// The code of a file without its unit tests, which may look anywhere.
fn code(file: &Path) -> String {
    if file.file_stem().is_some_and(|name| name == "tests") {
        return String::new();
    }
    let text = fs::read_to_string(file).unwrap();
    text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned()
}

/// Every module named as `crate::module` or in `use crate::{…}`.
fn imports(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(heads(group)),
            None => names.push(word(rest)),
        }
    }
    names
}

/// The first word of each member of a use group.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut heads) = (0_usize, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(word(group[start..at].trim()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(word(group[start..at].trim()));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[test]
fn imports_are_read_as_they_are_written() {
    let code = "use crate::{\n    lang::Lang,\n    page::{Run, block::{Block, Cell}},\n    text,\n};\nuse crate::find;\n";
    assert_eq!(imports(code), ["lang", "page", "text", "find"]);
}

#[test]
fn imports_point_down() {
    let mut looked = 0;
    for file in files("src") {
        let Some(own) = module(&file) else { continue };
        let level = rank(&own).unwrap_or_else(|| panic!("{own} has no place among the layers"));
        for import in imports(&code(&file)).iter().filter(|import| **import != own) {
            if let Some(below) = rank(import) {
                looked += 1;
                assert!(below < level, "{}: {own} imports {import}", file.display());
            }
        }
    }
    assert!(looked > 50, "only {looked} imports seen");
}

#[test]
fn every_file_says_what_it_is() {
    for file in ["src", "tests", "benches", "examples"]
        .into_iter()
        .filter(|f| Path::new(f).is_dir())
        .flat_map(files)
    {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//! "), "{} has no head", file.display());
        let name = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            !["mod", "utils", "util", "helpers", "common", "misc"].contains(&name),
            "{}",
            file.display()
        );
    }
}

#[test]
fn every_test_file_is_wired_in() {
    for file in files("tests/it") {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let parent = match file.parent().unwrap() {
            folder if folder.ends_with("it") => folder.join("main.rs"),
            folder => folder.with_extension("rs"),
        };
        let parent = fs::read_to_string(parent).unwrap();
        assert!(
            name == "main" || parent.contains(&format!("mod {name};")),
            "{name} is forgotten"
        );
    }
}

/// A file of `src/` as the path of its module, `["find", "rank"]`.
type Module = Vec<String>;

/// The modules of a source tree with what each brings into scope, from which it can be told who needs whom.
///
/// The rule: what stands side by side imports in one direction. At each level of the tree, a file together with the
/// folder of its children is one node; an import ties two nodes when the *defining* file of what it names lies in the
/// other, whoever re-exports it. No circle may run through the nodes of a level. A child may use what its parent's own
/// file defines and a parent its children: they are one node to everybody beside them.
struct Tree {
    code: BTreeMap<Module, String>,
    /// The names that each module's `use` lines bring in, and the paths that they stand for.
    names: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Tree {
    /// Of files by their paths below `src/`, without unit tests, which may look anywhere.
    fn new<'a>(files: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let code: BTreeMap<Module, String> = files
            .into_iter()
            .map(|(path, text)| {
                (
                    path.trim_end_matches(".rs")
                        .split('/')
                        .map(str::to_owned)
                        .collect(),
                    text,
                )
            })
            .filter(|(module, _): &(Module, _)| !["lib", "main"].contains(&&*module[0]))
            .collect();
        let names = code.iter().map(|(module, text)| {
            let uses = uses(text).into_iter().flat_map(|tree| leaves(&tree, &[]));
            (module.clone(), uses.filter(|(name, _)| name != "_").collect())
        });
        Self {
            names: names.collect(),
            code,
        }
    }

    /// The whole path of what `module` calls `path`; none for what is not of this crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Module> {
        let (first, rest) = path.split_first()?;
        let below = |base: &[String], rest: &[String]| [base, rest].concat();
        match &**first {
            "crate" => Some(rest.to_vec()),
            "self" => Some(below(module, rest)),
            "super" => {
                let up = path.iter().take_while(|step| *step == "super").count();
                Some(below(module.get(..module.len().checked_sub(up)?)?, &path[up..]))
            }
            _ if self.code.contains_key(&below(module, &path[..1])) => Some(below(module, path)),
            _ => None,
        }
    }

    /// The file that defines what `path` names, through all that re-exports it.
    fn defining(&self, path: &[String], steps: u8) -> Option<Module> {
        let mut at = Module::new();
        for (n, step) in path.iter().enumerate() {
            let below = [&at[..], std::slice::from_ref(step)].concat();
            if self.code.contains_key(&below) {
                at = below;
                continue;
            }
            let Some(named) = self.names.get(&at).and_then(|names| names.get(step)) else {
                break;
            };
            let named = self.absolute(&at, named)?;
            if named == below || steps == 0 {
                break;
            }
            return self.defining(&[&named[..], &path[n + 1..]].concat(), steps - 1);
        }
        Some(at).filter(|at| !at.is_empty())
    }

    /// The files that each file needs.
    fn ties(&self) -> BTreeSet<(Module, Module)> {
        let mut ties = BTreeSet::new();
        for (module, text) in &self.code {
            let names = &self.names[module];
            let inline = paths(text).into_iter().map(|path| match names.get(&path[0]) {
                Some(named) => [&named[..], &path[1..]].concat(),
                None => path,
            });
            for path in names.values().cloned().chain(inline) {
                let defining = self
                    .absolute(module, &path)
                    .and_then(|path| self.defining(&path, 9));
                ties.extend(
                    defining
                        .filter(|other| other != module)
                        .map(|other| (module.clone(), other)),
                );
            }
        }
        ties
    }

    /// Nodes that stand side by side and need each other around a circle, each with the files that tie it to the next.
    fn circles(&self) -> Vec<String> {
        let mut beside = BTreeMap::<(Module, Module), String>::new();
        for (file, other) in self.ties() {
            let shared = file.iter().zip(&other).take_while(|(a, b)| a == b).count();
            if shared < file.len().min(other.len()) {
                let ends = (file[..=shared].to_vec(), other[..=shared].to_vec());
                let tie = format!("{} needs {}", file.join("/"), other.join("/"));
                beside.entry(ends).or_insert(tie);
            }
        }
        let reaches = |from: &Module, to: &Module| {
            let (mut seen, mut left) = (BTreeSet::new(), vec![from.clone()]);
            while let Some(node) = left.pop() {
                if seen.insert(node.clone()) {
                    left.extend(
                        beside
                            .keys()
                            .filter(|(one, _)| *one == node)
                            .map(|(_, next)| next.clone()),
                    );
                }
            }
            seen.contains(to)
        };
        let round = beside.iter().filter(|((one, other), _)| reaches(other, one));
        round.map(|(_, tie)| tie.clone()).collect()
    }
}

/// The trees of all `use` declarations.
fn uses(code: &str) -> Vec<String> {
    let starts = code.match_indices("use ").filter(|(at, _)| {
        let before = code[..*at].trim_end_matches(' ');
        before.is_empty() || before.ends_with(['\n', ')', '{', '}', ';']) || before.ends_with("pub")
    });
    let trees = starts.filter_map(|(at, found)| code[at + found.len()..].split_once(';'));
    trees
        .map(|(tree, _)| tree.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// The names that a `use` tree brings in and their paths, below `before`.
fn leaves(tree: &str, before: &[String]) -> Vec<(String, Module)> {
    let tree = tree.trim();
    if let Some((head, group)) = tree.split_once('{') {
        let steps = head.split("::").map(str::trim).filter(|step| !step.is_empty());
        let before: Module = before.iter().cloned().chain(steps.map(str::to_owned)).collect();
        let group = group.trim_end().trim_end_matches('}');
        return members(group)
            .into_iter()
            .flat_map(|member| leaves(member, &before))
            .collect();
    }
    let (path, name) = tree
        .split_once(" as ")
        .map_or((tree, None), |(path, name)| (path, Some(name)));
    let steps: Module = path
        .split("::")
        .map(|step| step.trim().to_owned())
        .filter(|step| !step.is_empty())
        .collect();
    let Some(last) = steps.last().cloned() else {
        return Vec::new();
    };
    let path = match &*last {
        "self" if !before.is_empty() => before.to_vec(),
        "*" => [before, &steps[..steps.len() - 1]].concat(),
        _ => [before, &steps[..]].concat(),
    };
    let name = name.map(str::to_owned).or_else(|| path.last().cloned());
    name.map(|name| (name.trim().to_owned(), path))
        .into_iter()
        .collect()
}

/// The members of a use group, not taken apart.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&group[start..]);
    found
}

/// Every path `a::b::c` outside comments.
fn paths(code: &str) -> Vec<Module> {
    let code: Vec<&str> = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let inside = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let tokens = code.split(|c| !inside(c)).filter(|token| token.contains("::"));
    tokens
        .map(|token| {
            token
                .split("::")
                .filter(|step| !step.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .filter(|path: &Module| !path.is_empty())
        .collect()
}

/// The files of `src/` without their unit tests and without files that are tests alone.
fn sources() -> Vec<(String, String)> {
    let is_tests = |path: &str| {
        path.trim_end_matches(".rs")
            .split('/')
            .any(|part| part == "tests" || part.ends_with("_tests"))
    };
    let all = files("src").into_iter().map(|file| {
        let path = file.strip_prefix("src").unwrap().to_str().unwrap().to_owned();
        (path, code(&file))
    });
    all.filter(|(path, _)| !is_tests(path)).collect()
}

#[test]
fn no_imports_run_in_a_circle() {
    let sources = sources();
    let tree = Tree::new(sources.iter().map(|(path, text)| (&**path, text.clone())));
    let ties = tree.ties().len();
    assert!(ties > 1000, "only {ties} imports seen");
    assert_eq!(tree.circles(), [""; 0]);
}

/// The circles of a tree of made-up files with `more` of them, each new or in place of the one that is there.
fn circles_with(more: &[(&str, &str)]) -> Vec<String> {
    let sound = [
        (
            "find.rs",
            "mod index;\nmod rank;\npub(crate) use index::Index;\npub(crate) const LIMIT: u8 = 1;",
        ),
        (
            "find/index.rs",
            "use super::LIMIT;\nuse crate::model::{Atlas, college::College};\nstruct Index;",
        ),
        (
            "find/rank.rs",
            "use super::Index;\nfn rank() -> u8 { super::LIMIT }",
        ),
        ("model.rs", "mod atlas;\npub mod college;\npub use atlas::Atlas;"),
        ("model/atlas.rs", "use super::college::College;\nstruct Atlas;"),
        ("model/college.rs", "struct College;"),
    ];
    let files = sound.iter().chain(more);
    Tree::new(files.map(|(path, text)| (*path, (*text).to_owned()))).circles()
}

#[test]
fn a_circle_put_in_by_hand_is_found() {
    assert_eq!(circles_with(&[]), [""; 0]);
    assert_eq!(
        circles_with(&[("find/term.rs", "use super::rank::rank;")]),
        [""; 0]
    );
    // Between two files that stand side by side: by an import, by a path in the code, by a name of the parent's.
    let rank = ["find/index needs find/rank", "find/rank needs find/index"];
    for index in [
        "use super::rank;\nstruct Index;",
        "struct Index;\nfn of() { super::rank::rank(); }",
    ] {
        assert_eq!(circles_with(&[("find/index.rs", index)]), rank);
    }
    assert_eq!(
        circles_with(&[(
            "model/college.rs",
            "use super::{\n    Atlas,\n};\nstruct College;"
        )]),
        [
            "model/atlas needs model/college",
            "model/college needs model/atlas"
        ]
    );
    // Between a file and one in the folder of another, and around three.
    let name = circles_with(&[("model/college/name.rs", "use crate::find::Index as Found;")]);
    assert!(
        name.contains(&"model/college/name needs find/index".to_owned()),
        "{name:?}"
    );
    let three = circles_with(&[
        ("find/index.rs", "use super::term::Term;\nstruct Index;"),
        ("find/term.rs", "use super::rank::rank;\nstruct Term;"),
    ]);
    assert_eq!(three.len(), 3, "{three:?}");
}

/// Names that several types may bear, and why. Any other type says which it is (`RawList`, `CompareRow`).
const SHARED: [(&str, usize, &str); 10] = [
    (
        "Action",
        2,
        "the review is a program beside the explorer, built of the same parts",
    ),
    ("App", 2, "as Action"),
    ("Binding", 2, "as Action"),
    ("Effect", 2, "as Action"),
    ("Msg", 2, "as Action"),
    ("Regions", 2, "as Action"),
    (
        "Draft",
        2,
        "the parser's, named after the verb and written args::Draft; and what it makes",
    ),
    ("List", 2, "as Draft: args::List"),
    ("Report", 2, "as Draft: args::Report"),
    ("Review", 2, "as Draft: args::Review"),
];

/// Nouns that were each the name of several types and tell nothing alone: a type says which (`LoadStep`, `FileRefusal`).
const VAGUE: [&str; 9] = [
    "Door", "Figure", "Held", "Item", "Line", "Part", "Refusal", "Said", "Step",
];

/// Names of functions that miss their object: what is said, of what, where is it shown?
const BARE: [&str; 7] = ["counted", "named", "place", "said", "shown", "told", "under"];

/// The names that `code` gives to types and to functions, in its order. An associated type is none of its own; `record!`
/// and `words!` define the types named in them.
fn definitions(code: &str) -> (Vec<String>, Vec<String>) {
    let (mut types, mut functions, mut in_macro) = (Vec::new(), Vec::new(), false);
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let inner = line.starts_with(' ');
        in_macro = (in_macro && inner) || ["record! {", "words! {"].contains(&line);
        let words = line
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty() && !["pub", "crate", "super", "const", "async"].contains(word));
        let words: Vec<_> = words.take(2).collect();
        // A type of a macro is named where it is used; a line that starts with a dot calls something.
        if line.contains('$') || line.trim_start().starts_with('.') {
            continue;
        }
        match words[..] {
            ["struct" | "enum" | "trait" | "union", name] => types.push(name.to_owned()),
            ["type", name] if !inner => types.push(name.to_owned()),
            ["fn", name] => functions.push(name.to_owned()),
            [name] if in_macro && *line == format!("    {name} {{") => types.push(name.to_owned()),
            _ => {}
        }
    }
    (types, functions)
}

#[test]
fn definitions_are_read_as_they_are_written() {
    let code = "pub(crate) struct Row<'a> {\nimpl Iterator for Rows {\n    type Item = Row;\n    pub const fn told(&self) {\n\
                type Pair = (u8, u8);\n// fn none\nrecord! {\n    /// One.\n    PairRow {\n        id: u8,\n    }\n}\n\
                fn pair() -> Pair {\n    Pair {\n    }\n}\n";
    let (types, functions) = definitions(code);
    assert_eq!(types, ["Row", "Pair", "PairRow"]);
    assert_eq!(functions, ["told", "pair"]);
}

#[test]
fn a_name_means_one_type_and_a_function_says_of_what() {
    let mut bearers = BTreeMap::<String, Vec<String>>::new();
    for (path, code) in sources() {
        let (types, functions) = definitions(&code);
        for name in types {
            bearers.entry(name).or_default().push(path.clone());
        }
        let bare = functions.iter().find(|name| BARE.contains(&&***name));
        assert_eq!(bare, None, "{path}");
    }
    assert!(bearers.len() > 400, "only {} types were seen", bearers.len());
    let vague = VAGUE.iter().find(|name| bearers.contains_key(**name));
    assert_eq!(vague, None);
    for (name, count, why) in SHARED {
        let of_it = bearers.remove(name).unwrap_or_default();
        assert_eq!(of_it.len(), count, "{name} ({why}): {of_it:?}");
    }
    bearers.retain(|_, files| files.len() > 1);
    assert!(bearers.is_empty(), "several types of one name: {bearers:?}");
}

#[test]
fn the_architecture_names_files_that_exist() {
    let text = fs::read_to_string("docs/architecture.md").unwrap();
    let named: Vec<_> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.ends_with(".rs"))
        .collect();
    assert!(named.len() > 60, "only {} files named", named.len());
    let is_there = |file: &&&str| Path::new("src").join(file).is_file() || Path::new(file).is_file();
    let missing: Vec<_> = named.iter().filter(|file| !is_there(file)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
