//! Completion scripts and manual pages.

use std::process::Command;

use crate::run::{Given, TINY, en, zh};

/// What bash offers for the last of `words` once it has read the script.
fn offered(words: &[&str]) -> Vec<String> {
    let script = Given::default().run("completions bash --lang en").out;
    let (last, before) = (words[words.len() - 1], words[words.len() - 2]);
    let run = format!(
        "{script}\nCOMP_WORDS=({}); COMP_CWORD={}; _rongtu rongtu '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.join(" "),
        words.len() - 1,
    );
    let done = Command::new("bash")
        .args(["--norc", "-c", &run])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    let text = String::from_utf8(done.stdout).unwrap();
    let mut words: Vec<_> = text.lines().map(str::to_owned).collect();
    words.sort();
    words
}

#[test]
fn bash_completes_verbs_ids_names_and_addresses() {
    assert_eq!(offered(&["rongtu", "comp"]), ["compare", "completions"]);
    assert_eq!(offered(&["rongtu", "list", "pi"]), ["pillars"]);
    assert_eq!(offered(&["rongtu", "list", "--college", "sd"]), ["sdcit"]);
    assert_eq!(
        offered(&["rongtu", "list", "--college", "台"]),
        ["台州科技职业学院"]
    );
    assert_eq!(offered(&["rongtu", "list", "--theme", "empl"]), ["employment"]);
    assert_eq!(
        offered(&["rongtu", "show", "tzvcst/mould-"]),
        ["tzvcst/mould-firms"]
    );
    assert_eq!(offered(&["rongtu", "list", "--lang", "z"]), ["zh", "zh,en"]);
    assert_eq!(offered(&["rongtu", "compare", "tz"]), ["tzvcst"]);
    assert_eq!(offered(&["rongtu", "compare", "tzvcst", "sd"]), ["sdcit"]);
    assert_eq!(
        offered(&["rongtu", "compare", "tzvcst", "--theme", "empl"]),
        ["employment"]
    );
}

#[test]
fn every_shell_knows_the_names_in_the_data() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = zh(&format!("completions {shell}"));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell}");
        assert!(
            ran.out.contains("compare") && ran.out.contains("ambiguous"),
            "{shell}"
        );
    }
    for shell in ["bash", "zsh", "fish"] {
        let script = zh(&format!("completions {shell}")).out;
        assert!(
            script.contains("乙山职业学院") && script.contains("jia/workshops"),
            "{shell}"
        );
    }
}

#[test]
fn every_command_has_a_page() {
    let page = en("man").out;
    for verb in [
        "list",
        "show",
        "find",
        "source",
        "compare",
        "check",
        "kiosk",
        "completions",
        "man",
    ] {
        assert!(page.contains(&format!("rongtu\\-{verb}(1)")), "{verb}");
        let own = en(&format!("man {verb}"));
        assert_eq!(own.code, Some(0), "{verb}");
        for part in [".SH NAME", ".SH SYNOPSIS", "Examples:", "\\-\\-format"] {
            assert!(own.out.contains(part), "{verb} lacks {part}");
        }
    }
    assert!(
        Given::default()
            .run(&format!("man list {TINY} --lang zh"))
            .out
            .contains("院校")
    );
    assert_eq!(en("man nothing").code, Some(2));
}
