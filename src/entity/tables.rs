//! What the tables of this stage promise, tested.

use std::collections::HashMap;

use super::country::{country, Country, ROWS};
use crate::data::rows;

const ALL: [(&str, &str); 13] = [
    ("ambiguous", include_str!("../data/entity/ambiguous.txt")),
    ("compound", include_str!("../data/entity/compound.txt")),
    ("country", include_str!("../data/entity/country.txt")),
    ("country_cldr", include_str!("../data/entity/country_cldr.txt")),
    ("lookalike", include_str!("../data/entity/lookalike.txt")),
    ("org", include_str!("../data/entity/org.txt")),
    ("org_head", include_str!("../data/entity/org_head.txt")),
    ("place", include_str!("../data/entity/place.txt")),
    ("seat", include_str!("../data/entity/seat.txt")),
    ("us_local", include_str!("../data/entity/us_local.txt")),
    ("endings", include_str!("../data/entity/endings.tsv")),
    ("edit", include_str!("../data/entity/edit.txt")),
    ("us_state", include_str!("../data/entity/us_state.txt")),
];

#[test]
fn every_table_names_source_licence_columns_and_how_to_add() {
    for (name, table) in ALL {
        for word in ["# source: ", "# licence: ", "# columns: ", "# to add a row: "] {
            assert!(table.contains(word), "{name} has no {word:?}");
        }
        assert!(table.ends_with('\n') && !table.contains("\r"), "{name}");
    }
}

#[test]
fn every_country_has_codes_and_names() {
    for country in Country::all() {
        let (name, official) = (country.name(), country.official_name());
        assert_eq!(country.alpha2().len(), 2, "{name}");
        assert_eq!(country.alpha3().len(), 3, "{name}");
        assert_eq!(country.numeric().len(), 3, "{name}");
        assert!(!name.is_empty() && !official.is_empty(), "{country:?}");
        assert_eq!(super::country(name), Some(country), "{name}");
        assert_eq!(super::country(official), Some(country), "{official}");
    }
    assert!(Country::all().count() >= 250);
}

#[test]
fn no_name_has_two_codes() {
    for row in ROWS.iter() {
        for name in row.text_names().chain(row.field_names()) {
            let found = country(name).map(Country::alpha2);
            assert_eq!(found, Some(row.alpha2), "{name}");
        }
    }
}

#[test]
fn no_row_and_no_name_is_there_twice() {
    for (table, text) in ALL {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (line, columns) in
            rows(text).filter(|_| !["place", "compound", "edit", "endings"].contains(&table))
        {
            for first in columns.take(1) {
                let before = seen.insert(first, line);
                assert!(before.is_none(), "{table}: {first:?} in {before:?} and {line}");
            }
        }
    }
}

#[test]
fn no_row_repeats_a_name() {
    for row in ROWS.iter() {
        let mut names: Vec<&str> = row.text_names().chain(row.part_names()).skip(2).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all, "{}", row.alpha2);
    }
}

#[test]
fn no_built_in_name_slows_the_search_down() {
    let lexicon = super::gazetteer::Lexicon::builtin();
    assert!(!lexicon.forms.odd_starts);
    assert!(lexicon.small_cues.odd_starts);
}
