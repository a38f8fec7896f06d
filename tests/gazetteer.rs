//! Tables of the caller's own that nobody would write in good faith: read in time, or refused by line.

use copydesk::entity::{Gazetteer, Kind, Normalizer};

fn refusal(table: &str) -> String {
    Gazetteer::from_tsv(table).map(|_| "taken").unwrap_err().to_string()
}

#[test]
fn what_is_no_name_is_refused_with_its_line() {
    assert!(refusal("Acme\n\u{1}Bad").starts_with("line 2: control character"));
    assert!(refusal(&"a".repeat(1 << 20)).starts_with("line 1: name is longer"));
    assert!(refusal(&"a ".repeat(20)).starts_with("line 1: name of more than 16 words"));
    assert!(refusal("Acme\n\n...").starts_with("line 3: no word"));
    assert!(refusal("\tplace").starts_with("line 1: no word"));
    assert!(refusal("a\tplace\tb\tRU\tmore").starts_with("line 1: more than four columns"));
    assert!(refusal("a\tplace\tb\tQQ").starts_with("line 1: unknown country code"));
    assert!(refusal(&format!("a\tplace\t{}", "b".repeat(1 << 20))).contains("canonical name"));
    assert!(refusal(&"\t".repeat(1 << 16)).contains("more than four columns"));
    // A message shows what it is about, not a megabyte of it.
    assert!(refusal(&"a".repeat(1 << 20)).len() < 400);
}

#[test]
fn a_name_given_twice_is_its_first_row() {
    let table = "Acme\tplace\tFirst\n".to_owned() + &"Acme\tplace\tSecond\n".repeat(50_000);
    let normalizer = Normalizer::with_gazetteer_only(&Gazetteer::from_tsv(&table).unwrap());
    let found = normalizer.entities("They met in Acme.");
    assert_eq!(found.iter().next().unwrap().1.name, "First");
}

#[test]
fn a_large_table_finds_all_of_its_names() {
    const ROWS: usize = 30_000;
    // Each name begins as thousands of others do.
    let name = |n: usize| format!("Saint Ab{} Ef{n} of Gh", n % 7);
    let names: Vec<String> = (0..ROWS).map(name).collect();
    let table = Gazetteer::from_pairs(Kind::Place, names.iter().map(|n| (n, n))).unwrap();
    let normalizer = Normalizer::with_gazetteer_only(&table).people(false);
    let text = names.iter().step_by(100).map(|n| format!("We saw {n}. ")).collect::<String>();
    assert_eq!(normalizer.entities(&text).mentions().len(), ROWS / 100);
}

/// A table and a text made for each other: every word begins the longest names.
#[test]
fn names_that_begin_each_other_are_found_longest_first() {
    let rows: Vec<String> = (1..=16).map(|n| ["Ab"; 16][..n].join(" ")).collect();
    let table = Gazetteer::from_tsv(&rows.join("\n")).unwrap();
    let normalizer = Normalizer::with_gazetteer_only(&table).people(false);
    let text = "Ab ".repeat(16 * 500);
    assert_eq!(normalizer.entities(&text).mentions().len(), 500);
}
