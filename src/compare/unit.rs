//! When two measure words count alike.

/// What a measure word counts: 名, 位 and 人 all count persons. Every other word stands for itself; 次 and 人次,
/// 场 and 场次 stay apart.
pub(super) fn kind(unit: &str) -> &str {
    match unit {
        "名" | "位" => "人",
        unit => unit,
    }
}
