//! Turns a CLDR release into `src/data/entity/country_cldr.txt`, so that an update is a diff to review:
//!
//! ```text
//! npm pack cldr-core cldr-localenames-full   # unpack each into a directory of its own
//! cargo run --example cldr_rows -- CORE LOCALENAMES > src/data/entity/country_cldr.txt
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Languages that tables of the whole world are written in, next to English.
const TABLE_LANGUAGES: [&str; 6] = ["de", "es", "fr", "it", "nl", "pt"];
/// A language that this share of a territory's people speak counts as its own.
const OWN_PERCENT: f64 = 20.0;

type Names = BTreeMap<String, Vec<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (core, names) = args.next().zip(args.next()).ok_or("usage: cldr_rows CORE LOCALENAMES")?;
    let (core, names) = (Path::new(&core), Path::new(&names));
    let version = read(&core.join("package.json"))?["version"].clone();
    let codes = read(&core.join("supplemental/codeMappings.json"))?;
    let codes = &codes["supplemental"]["codeMappings"];
    let info = read(&core.join("supplemental/territoryInfo.json"))?;
    let info = &info["supplemental"]["territoryInfo"];
    let english = territories(names, "en")?;
    let table = TABLE_LANGUAGES
        .iter()
        .map(|language| territories(names, language))
        .collect::<Result<Vec<_>, _>>()?;
    print!("{}", head(version.as_str().unwrap_or("?")));
    for (code, own_names) in english.iter().filter(|(code, _)| is_country(code)) {
        let Some(alpha3) = codes[code]["_alpha3"].as_str() else { continue };
        let Some(numeric) = codes[code]["_numeric"].as_str() else { continue };
        let mut native = BTreeSet::new();
        for language in own_languages(&info[code]) {
            let other = territories(names, &language.replace('_', "-")).unwrap_or_default();
            native.extend(other.get(code).into_iter().flatten().cloned());
        }
        native.extend(table.iter().filter_map(|t| t.get(code)).flatten().cloned());
        let known: BTreeSet<&String> = english.values().flatten().collect();
        let native: Vec<_> =
            native.into_iter().filter(|n| !known.contains(n) && is_latin(n)).collect();
        let english = own_names.join(";");
        println!("{code}\t{alpha3}\t{numeric}\t{english}\t{}", native.join(";"));
    }
    Ok(())
}

fn head(version: &str) -> String {
    format!(
        "# Codes and names of countries and territories.\n\
         # source: CLDR {version} (npm cldr-core: codeMappings, territoryInfo; npm cldr-localenames-full)\n\
         # licence: Unicode-3.0. Copyright (c) 2004-2026 Unicode, Inc. Notice in UNICODE-LICENSE.txt beside this file\n\
         # columns: ISO 3166-1 alpha-2, alpha-3, numeric; English names; names in the territory's own\n\
         #          languages and in German, Spanish, French, Italian, Dutch, Portuguese (Latin letters only)\n\
         # to add a row: do not; made by examples/cldr_rows.rs. Names of other sources go into country.txt\n"
    )
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}

/// The names of every territory in one language, the plain one first.
fn territories(root: &Path, language: &str) -> Result<Names, Box<dyn Error>> {
    let file = read(&root.join("main").join(language).join("territories.json"))?;
    let rows = &file["main"][language]["localeDisplayNames"]["territories"];
    let mut names = Names::new();
    for (key, name) in rows.as_object().into_iter().flatten() {
        let code = key.split('-').next().unwrap_or(key);
        if let Some(name) = name.as_str() {
            names.entry(code.to_owned()).or_default().push(name.to_owned());
        }
    }
    Ok(names)
}

/// Two letters, and not one of CLDR's own regions (EU, EZ, QO, UN, XA, ZZ ...).
fn is_country(code: &str) -> bool {
    let two = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
    let part = matches!(code, "AC" | "CP" | "CQ" | "DG" | "EA" | "IC" | "TA");
    two && !part && !matches!(code, "EU" | "EZ" | "QO" | "UN" | "XA" | "XB" | "ZZ")
}

fn own_languages(territory: &Value) -> Vec<String> {
    let spoken = territory["languagePopulation"].as_object().into_iter().flatten();
    let own = spoken.filter(|(_, facts)| {
        let share = facts["_populationPercent"].as_str().and_then(|p| p.parse::<f64>().ok());
        facts["_officialStatus"].is_string() || share.is_some_and(|p| p >= OWN_PERCENT)
    });
    own.map(|(language, _)| language.clone()).collect()
}

/// Letters up to Latin Extended-B and Latin Extended Additional.
fn is_latin(name: &str) -> bool {
    name.chars().all(|c| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c) || c == '’')
}
