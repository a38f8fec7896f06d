//! What each function answers, on one machine.

use copydesk_datafusion::register;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::error::Result;
use datafusion::prelude::SessionContext;

/// The cells of the answer, row by row, without the frame around them.
async fn ask(query: &str) -> Result<Vec<Vec<String>>> {
    let context = SessionContext::new();
    register(&context);
    let batches = context.sql(query).await?.collect().await?;
    let table = pretty_format_batches(&batches)?.to_string();
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(1);
    let cells = |row: &str| row.trim_matches('|').split('|').map(|c| c.trim().to_owned()).collect();
    Ok(rows.map(cells).collect())
}

async fn one(expression: &str) -> String {
    ask(&format!("SELECT {expression}")).await.unwrap()[0].join("|")
}

#[tokio::test]
async fn scalar_functions_answer_and_pass_nulls_on() {
    assert_eq!(one("country('Rep. of Korea')").await, "KR");
    assert_eq!(one("coalesce(country('New Mexico'), 'none')").await, "none");
    assert_eq!(one("normalize('The Russian Federation left.')").await, "Russia left.");
    assert_eq!(one("cardinality(sentences('It rained. It poured.'))").await, "2");
    assert_eq!(one("clean_text('Rain fell on Tema all day.')").await, "Rain fell on Tema all day.");
    for function in ["country", "normalize", "clean_text", "sentences", "quotes"] {
        let call = format!("{function}(CAST(NULL AS VARCHAR)) IS NULL");
        assert_eq!(one(&call).await, "true", "{function}");
    }
}

#[tokio::test]
async fn strings_of_every_width_are_read() {
    for kind in ["Utf8", "LargeUtf8", "Utf8View"] {
        let code = one(&format!("country(arrow_cast('Viet Nam', '{kind}'))")).await;
        assert_eq!(code, "VN", "{kind}");
    }
}

#[tokio::test]
async fn quotations_are_structs_with_places_in_the_page() {
    let page = "“It rained,” Ana Belmonte said.";
    let query = format!(
        "SELECT q['text'], q['start'], q['end'], q['kind'], q['speaker'], q['cue'] \
         FROM (SELECT unnest(quotes('{page}')) AS q)"
    );
    let expected = ["“It rained,”", "0", "16", "direct", "Ana Belmonte", "said"];
    assert_eq!(ask(&query).await.unwrap(), [expected]);
}

#[tokio::test]
async fn table_functions_give_a_row_each_and_ask_for_a_literal() {
    let rows = ask("SELECT text FROM page_sentences('It rained. It poured.') ORDER BY start");
    assert_eq!(rows.await.unwrap(), [["It rained."], ["It poured."]]);
    let rows = ask("SELECT speaker FROM page_quotes('“It rained,” Ana Belmonte said.')");
    assert_eq!(rows.await.unwrap(), [["Ana Belmonte"]]);
    let error = ask("SELECT * FROM page_quotes(7)").await.unwrap_err();
    assert!(error.to_string().contains("string literal"), "{error}");
}
