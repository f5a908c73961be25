//! Saving from the explorer: what is saved under which name, and what the disk may do to it.

use std::{fs, os::unix::fs::symlink, path::Path, process::Command};

use rongtu::tui::msg::{Effect, Msg, NotSaved, Subfolders};

use crate::{
    endure::Disk,
    pty::{Answer, Pty, RONGTU},
    support::Session,
};

/// The file that the last key asked for: its path, and its bytes as text where they are text.
fn asked(session: &Session) -> (String, String) {
    match session.effects.last() {
        Some(Effect::Save { path, bytes, .. }) => (path.clone(), String::from_utf8_lossy(bytes).into_owned()),
        other => panic!("{other:?}"),
    }
}

/// Presses W, makes the ending `.md` and saves.
fn saved_as_markdown(keys: &str) -> (String, String) {
    let mut session = Session::new(100, 30);
    session.press(keys).press("<Ctrl-S>");
    let name = session.screen();
    let name = name.lines().last().unwrap().trim().to_owned();
    let stem = name
        .split(": ")
        .nth(1)
        .unwrap()
        .rsplit_once('.')
        .unwrap()
        .0
        .to_owned();
    session
        .press("<Ctrl-U>")
        .press(&format!("{stem}.md"))
        .press("<Enter>");
    asked(&session)
}

#[test]
fn what_is_on_screen_is_saved_under_a_name_that_says_what_it_is() {
    for (keys, name, holds) in [
        ("", "山东信息-成效.md", "党组织结对联建企业"),
        ("tt", "山东信息-体系.md", "五融五促"),
        ("<Tab>", "山东信息.md", "## 附录二　指标定义"),
        ("<Tab> j ", "对比-山东信息-台州科技.md", "对比什么，代表谁"),
        ("c", "对比-山东信息-台州科技.md", "对比什么，代表谁"),
        ("<Enter>", "山东信息-党组织结对联建企业.md", "32家知名企业"),
        ("<Tab>jl1", "台州科技-党建引领.md", "新前街道"),
        ("o", "总览.md", "共建合作"),
        ("?", "帮助.md", "W"),
        ("<F3>jyl", "查找-jyl.md", "就业"),
    ] {
        let (path, text) = saved_as_markdown(keys);
        assert!(path.starts_with(name.trim_end_matches(".md")), "{keys}: {path}");
        assert!(text.starts_with("# ") && text.contains(holds), "{keys}: {text}");
    }
}

#[test]
fn each_ending_is_a_format_and_others_are_refused() {
    let mut session = Session::new(100, 30);
    for (path, start) in [
        ("r.docx", "PK"),
        ("r.xlsx", "PK"),
        ("r.html", "<!DOCTYPE html>"),
        ("r.md", "# "),
    ] {
        session.press("cW<Ctrl-U>").press(path).press("<Enter>");
        let (asked, bytes) = asked(&session);
        assert!(asked == path && bytes.starts_with(start), "{path}");
        session.send(Msg::Saved(Ok(path.into()))).press("<Esc>");
    }
    let before = session.effects.len();
    session.press("cW<Ctrl-U>r.pdf<Enter>");
    assert!(
        session.screen().contains(".docx .xlsx .html .md"),
        "{}",
        session.screen()
    );
    assert_eq!(session.effects.len(), before);
    // The line is still there, and what was wrong is told until the next key.
    assert!(session.press("x").screen().contains("r.pdfx"));
    assert!(!session.screen().contains("未保存"));
}

#[test]
fn the_list_below_completes_folders_and_changes_the_format() {
    let mut session = Session::new(100, 30);
    session.press("cW");
    assert_eq!(session.app.wanted_folder().as_deref(), Some(""));
    session.press("<Ctrl-U>~/Do<Tab>");
    assert_eq!(session.effects.last(), Some(&Effect::List("~/".into())));
    session.send(Msg::Listed(Subfolders {
        folder: "~/".into(),
        path: "/home/u".into(),
        names: vec!["Documents".into(), "Music".into()],
    }));
    assert!(
        session
            .screen()
            .contains("~/Documents/对比-山东信息-台州科技.docx"),
        "{}",
        session.screen()
    );
    // The cursor stands before the name: a folder within the folder is typed there.
    session.press("x/").press("<Down><Enter>");
    assert_eq!(asked(&session).0, "~/Documents/x/对比-山东信息-台州科技.xlsx");
}

#[test]
fn nothing_is_replaced_unasked_and_the_first_answer_is_no() {
    let mut session = Session::new(100, 30);
    session.press("cW<Enter>");
    session.send(Msg::Saved(Err(NotSaved::There("/x/对比.docx".into()))));
    let screen = session.screen();
    assert!(
        screen.contains("已有同名文件") && screen.contains("覆盖 /x/对比.docx"),
        "{screen}"
    );
    let before = session.effects.len();
    session.press("<Enter>");
    assert!(
        session.screen().contains("存为: 对比-山东信息-台州科技.docx"),
        "{}",
        session.screen()
    );
    assert_eq!(session.effects.len(), before);
    session
        .press("<Enter>")
        .send(Msg::Saved(Err(NotSaved::There("/x/对比.docx".into()))));
    assert!(session.press("<Esc>").screen().contains("存为: 对比"));
    session
        .press("<Enter>")
        .send(Msg::Saved(Err(NotSaved::There("/x/对比.docx".into()))));
    session.press("<Down><Enter>");
    assert!(matches!(
        session.effects.last(),
        Some(Effect::Save { replace: true, .. })
    ));
    session.send(Msg::Saved(Ok("/x/对比.docx".into())));
    assert!(session.screen().contains("已存: /x/对比.docx"));
}

#[test]
fn after_saving_what_was_found_one_is_back_at_the_hits() {
    let mut session = Session::new(100, 30);
    session.press("/jyl").press("<Ctrl-S><Enter>");
    assert_eq!(asked(&session).0, "查找-jyl.xlsx");
    session.send(Msg::Saved(Ok("/x/查找-jyl.xlsx".into())));
    assert!(session.screen().contains("查找: jyl"), "{}", session.screen());
}

#[test]
fn a_public_account_saves_nothing_and_says_why() {
    let mut session = Session::new(100, 90);
    session.app.kiosk = true;
    assert!(
        session.press("W").screen().contains("公共账户"),
        "{}",
        session.screen()
    );
    assert_eq!(session.effects, []);
    assert!(session.press(":存文件").screen().contains("公共账户不可用"));
    session.press("<Enter>");
    assert!(
        session.screen().contains("公共账户只供查阅"),
        "{}",
        session.screen()
    );
    assert!(session.press("?").screen().contains("公共账户不可用"));
    session.press("q").press("y<Enter>");
    let route = rongtu::tui::clip::Route::Osc52;
    assert!(!session.send(Msg::Copied(Ok(route))).screen().contains("按 W"));
    assert_eq!(session.effects.len(), 1, "{:?}", session.effects);
}

#[test]
fn a_copy_that_may_not_arrive_names_the_other_way() {
    let mut session = Session::new(100, 30);
    session.press("y<Enter>");
    let route = rongtu::tui::clip::Route::Osc52;
    assert!(
        session
            .send(Msg::Copied(Ok(route)))
            .screen()
            .contains("按 Ctrl-S/W 存成文件")
    );
}

/// The explorer with `home` as the user's folder, at a comparison.
fn at_comparison(home: &Path) -> Pty {
    let home = home.to_str().unwrap();
    let pty = Pty::start(
        &[RONGTU],
        &[("HOME", home), ("XDG_CACHE_HOME", home)],
        Answer::Narrow,
    );
    pty.sees("融图");
    pty.keys("c");
    pty.sees("对比");
    pty
}

fn type_path(pty: &Pty, path: &str) {
    pty.keys("W");
    pty.sees("存为");
    pty.keys(&format!("\x15{path}\r"));
}

fn files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_whole_and_its_path_told() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("文档")).unwrap();
    let pty = at_comparison(home.path());
    type_path(&pty, "~/文\t");
    pty.sees("已存");
    assert_eq!(files(&home.path().join("文档")), ["对比-山东信息-台州科技.docx"]);
    type_path(&pty, "~/文档/对比-山东信息-台州科技.docx");
    pty.sees("已有同名文件");
    pty.keys("\x1b[B\r");
    pty.sees("已存");
    type_path(&pty, "~/r.html");
    pty.sees("r.html");
    pty.until("saved", |screen| screen.contents().contains("已存"));
    let page = fs::read_to_string(home.path().join("r.html")).unwrap();
    assert!(page.ends_with("</html>\n"));
}

#[test]
fn what_cannot_be_written_is_told_in_the_readers_language_and_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("a.docx")).unwrap();
    fs::write(home.path().join("file"), "").unwrap();
    symlink("/proc", home.path().join("sealed")).unwrap();
    let before = files(home.path());
    let pty = at_comparison(home.path());
    for (path, says) in [
        ("~/none/r.docx", "没有这个文件或文件夹"),
        ("~/a.docx", "是文件夹"),
        ("~/file/r.docx", "不是文件夹"),
        ("~/sealed/r.docx", "未保存"),
        ("~/r.pdf", "后缀决定格式"),
    ] {
        type_path(&pty, path);
        pty.sees(says);
        pty.keys("\x1b");
        pty.until("the comparison", |screen| !screen.contents().contains("存为:"));
    }
    assert_eq!(files(home.path()), before);
}

#[test]
fn a_disk_that_is_full_or_read_only_leaves_nothing_half_written() {
    let home = tempfile::tempdir().unwrap();
    for (options, says) in [("size=4k", "磁盘已满"), ("size=64k,ro", "磁盘是只读的")] {
        let Some(disk) = Disk::new(options) else { return };
        let pty = at_comparison(home.path());
        type_path(&pty, &format!("{}/r.docx", disk.path().display()));
        pty.sees(says);
        assert_eq!(files(disk.path()), Vec::<String>::new());
    }
}

/// A limit of the process as it stands for a full disk where none can be made. The command line and the explorer write
/// with one function; the explorer takes the signal of that limit for its end.
#[test]
fn a_file_that_grows_too_large_leaves_nothing_half_written() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("r.docx");
    let script = format!(
        "trap '' XFSZ; ulimit -f 4; exec {RONGTU} report tzvcst sdcit -o {}",
        path.display()
    );
    let ran = Command::new("/bin/sh")
        .args(["-c", &script])
        .env("RONGTU_LANG", "zh")
        .output()
        .unwrap();
    let told = format!("rongtu: 无法写入 {}: 文件过大\n", path.display());
    assert_eq!(
        (ran.status.code(), String::from_utf8(ran.stderr).unwrap()),
        (Some(2), told)
    );
    assert_eq!(files(home.path()), Vec::<String>::new());
}
