//! Keys asked for: taken, refused with where and why.

use super::*;

fn request(action: &str, keys: &[&str]) -> KeyRequest {
    KeyRequest {
        action: action.to_owned(),
        keys: keys.iter().map(|key| (*key).to_owned()).collect(),
    }
}

#[test]
fn requested_keys_take_the_place_of_the_others() {
    let keymap = keymap(&[
        request("compare", &["v", "ctrl+t"]),
        request("mark", &["c"]),
        request("open", &["Ctrl-Y"]),
    ])
    .unwrap();
    let means = |key: &str, scopes: &[KeyScope]| keymap.resolve(key.parse().unwrap(), scopes);
    let browse = [KeyScope::Browse, KeyScope::Global];
    assert_eq!(means("v", &browse), Some(Action::Compare));
    assert_eq!(means("Ctrl-T", &browse), Some(Action::Compare));
    assert_eq!(means("c", &browse), Some(Action::Mark));
    assert_eq!(means("F2", &browse), None);
    assert_eq!(means("Space", &browse), None);
    assert_eq!(means("Enter", &browse), None);
    assert_eq!(means("Enter", &[KeyScope::Prompt]), Some(Action::Open));
    assert_eq!(means("5", &browse), Some(Action::Pillar(5)));
}

#[test]
fn keys_may_change_places() {
    for swap in [
        vec![request("overview", &["m"]), request("bookmark", &["o"])],
        vec![request("quit", &["q"])],
    ] {
        assert!(keymap(&swap).is_ok(), "{swap:?}");
    }
    let pages = [request("find", &["?"]), request("help", &["/", "F1"])];
    assert!(keymap(&pages).is_err(), "/ is a key of pages as well");
}

#[test]
fn leaving_is_always_possible() {
    let keymap = keymap(&[request("quit", &["Q"])]).unwrap();
    let key: Key = "Ctrl-C".parse().unwrap();
    for scope in KeyScope::ALL {
        let means = keymap.resolve(key, &[scope, KeyScope::Global]);
        let leaves = if scope == KeyScope::Prompt {
            Action::Back
        } else {
            Action::Quit
        };
        assert_eq!(means, Some(leaves), "{scope:?}");
    }
}

#[test]
fn every_fault_names_the_request_and_its_key() {
    for (requests, at, key, says) in [
        (vec![request("fly", &["x"])], 0, None, "no action is called fly"),
        (vec![request("erase", &["x"])], 0, None, "cannot be changed"),
        (vec![request("pillar", &["x"])], 0, None, "cannot be changed"),
        (
            vec![request("mark", &["Space", "Hyper-x"])],
            0,
            Some(1),
            "no key is called \"Hyper-x\"",
        ),
        (
            vec![request("mark", &["Shift-x"])],
            0,
            Some(0),
            "no key is called",
        ),
        (
            vec![request("mark", &["Ctrl-M"])],
            0,
            Some(0),
            "send Ctrl-M as Enter",
        ),
        (vec![request("mark", &["ctrl-c"])], 0, Some(0), "always quits"),
        (vec![request("mark", &["v", "v"])], 0, Some(1), "v stands twice"),
        (
            vec![request("mark", &["v"]), request("mark", &["V"])],
            1,
            None,
            "mark stands twice",
        ),
        (
            vec![request("mark", &["o"])],
            0,
            Some(0),
            "o is a key of overview",
        ),
        (vec![request("mark", &["7"])], 0, Some(0), "7 is a key of pillar"),
        (
            vec![request("overview", &["c"])],
            0,
            Some(0),
            "c is a key of compare",
        ),
        (
            vec![request("mark", &["v"]), request("sort", &["v"])],
            1,
            Some(0),
            "v is a key of mark",
        ),
        (
            vec![request("mark", &["：", "v"])],
            0,
            Some(0),
            ": is a key of palette",
        ),
        (
            vec![request("mark", &["a", "e", "i", "u", "v", "w", "A", "B", "D"])],
            0,
            Some(8),
            "too many keys: 8 at most",
        ),
        (vec![request("quit", &[])], 0, None, "every action needs one"),
    ] {
        let fault = keymap(&requests).unwrap_err();
        let words = &fault.message.en;
        assert_eq!((fault.request, fault.key), (at, key), "{requests:?}: {words}");
        assert!(words.contains(says), "{requests:?}: {words}");
        assert!(!fault.hint.zh.is_empty() && !fault.hint.en.is_empty(), "{words}");
        assert_eq!(bind(&requests).unwrap_err(), fault);
    }
}

#[test]
fn every_action_can_be_asked_for_with_the_keys_it_has() {
    let all = bind(&[]).unwrap();
    assert!(all.len() > 40);
    for own in all {
        let keys: Vec<_> = own.keys.split(' ').collect();
        let again = bind(&[request(&own.action, &keys)]);
        assert!(again.is_ok(), "{again:?}");
    }
}
