//! Names that several things bear: "the Social Democrats", "the Commission".

use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::data::rows;
use crate::scan::fold::fold;

static OWNERS: Lazy<HashMap<String, Vec<&'static str>>> = Lazy::new(|| {
    let mut owners: HashMap<String, Vec<&'static str>> = HashMap::new();
    for (_, mut columns) in rows(include_str!("../../data/entity/org.txt")) {
        let name = columns.next().unwrap_or_default();
        let soft = columns.nth(1).unwrap_or_default().split(';');
        for form in soft.filter(|form| !form.is_empty()) {
            owners.entry(fold(form).replace(['-', '\''], " ")).or_default().push(name);
        }
    }
    owners
});

/// The canonical names of those who bear a folded name, among others.
pub(super) fn owners(key: &str) -> &'static [&'static str] {
    OWNERS.get(key).map_or(&[], Vec::as_slice)
}
