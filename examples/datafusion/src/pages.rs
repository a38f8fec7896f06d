//! Pages to try the cluster with: invented, seeded, written as Parquet files.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{Int64Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::error::Result;
use datafusion::parquet::arrow::ArrowWriter;

const PEOPLE: [&str; 6] =
    ["Ama Boateng", "Piotr Zielak", "Lucía Herrán", "Tom Okafor", "Grete Lindqvist", "Yuto Hara"];
const COUNTRIES: [&str; 5] =
    ["the Republic of Ghana", "Polish Republic", "Viet Nam", "the Russian Federation", "Türkiye"];
const CLAIMS: [&str; 4] = [
    "The harbour will open again before the first snow",
    "Nobody has asked the fishermen what they think of it",
    "We counted the votes twice and found the same number",
    "There is no money left for a second bridge",
];

/// Writes `files` Parquet files of `pages` pages each (columns `id`, `page`) into `folder`.
pub fn write(folder: &Path, files: usize, pages: usize) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for file in 0..files {
        let first = file * pages;
        write_file(&folder.join(format!("pages-{file:04}.parquet")), first..first + pages)?;
    }
    Ok(())
}

fn write_file(path: &Path, ids: std::ops::Range<usize>) -> Result<()> {
    let schema = Arc::new(Schema::new(vec![
        Field::new("id", DataType::Int64, false),
        Field::new("page", DataType::Utf8, false),
    ]));
    let numbers = Int64Array::from_iter_values(ids.clone().map(|id| id as i64));
    let texts = StringArray::from_iter_values(ids.map(page));
    let batch = RecordBatch::try_new(schema.clone(), vec![Arc::new(numbers), Arc::new(texts)])?;
    let mut writer = ArrowWriter::try_new(File::create(path)?, schema, None)?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(())
}

/// The page with number `id`: always the same for the same number.
fn page(id: usize) -> String {
    let person = PEOPLE[id % PEOPLE.len()];
    let surname = person.split_once(' ').map_or(person, |(_, surname)| surname);
    let country = COUNTRIES[id % COUNTRIES.len()];
    let claim = CLAIMS[id % CLAIMS.len()];
    let answer = CLAIMS[(id / 4 + 1) % CLAIMS.len()];
    format!(
        "Published: Tue, March {day:02}, 2026\nWorld | By Nora Quill\n\n\
         Council Weighs Harbour Plan Number {id}\n\n\
         {person}, who leads the harbour council, travelled to {country} on Monday to speak \
         about plan number {id} with the builders.\n\n\
         \"{claim}\", {surname} said.\n\n\
         Most of the town has waited for years, and the wait has cost it ships and patience. \
         \"{answer},\" {surname} added.\n\n\
         Like this:\nLike Loading...\n",
        day = id % 28 + 1,
    )
}
