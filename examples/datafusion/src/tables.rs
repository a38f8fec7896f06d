//! The table functions: one page in, one row a sentence or quotation out.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray, RecordBatch};
use datafusion::arrow::datatypes::{Fields, Schema};
use datafusion::catalog::{MemTable, TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::{plan_err, ScalarValue};
use datafusion::error::Result;
use datafusion::logical_expr::Expr;

use crate::rows::{quote_fields, sentence_fields, Lists};

/// Every table function with its name. `page_sentences('…')`, `page_quotes('…')`.
pub fn all() -> Vec<(&'static str, Arc<dyn TableFunctionImpl>)> {
    vec![
        ("page_sentences", Arc::new(PageTable { fields: sentence_fields, fill: Lists::sentences })),
        ("page_quotes", Arc::new(PageTable { fields: quote_fields, fill: Lists::quotes })),
    ]
}

/// The rows that one page, given as a literal, falls into.
#[derive(Debug)]
struct PageTable {
    fields: fn() -> Fields,
    fill: fn(&mut Lists, Option<&str>),
}

impl PageTable {
    fn rows(&self, page: &str) -> ArrayRef {
        let mut lists = Lists::new(&(self.fields)());
        (self.fill)(&mut lists, Some(page));
        lists.finish()
    }
}

impl TableFunctionImpl for PageTable {
    fn call_with_args(&self, arguments: TableFunctionArgs) -> Result<Arc<dyn TableProvider>> {
        let page = literal(arguments.exprs())?;
        let rows = self.rows(page);
        let structs = rows.as_list::<i32>().value(0);
        let batch = RecordBatch::from(structs.as_struct());
        let schema = Arc::new(Schema::new((self.fields)()));
        Ok(Arc::new(MemTable::try_new(schema, vec![vec![batch]])?))
    }
}

fn literal(arguments: &[Expr]) -> Result<&str> {
    match arguments {
        [Expr::Literal(
            ScalarValue::Utf8(Some(page))
            | ScalarValue::Utf8View(Some(page))
            | ScalarValue::LargeUtf8(Some(page)),
            _,
        )] => Ok(page),
        _ => plan_err!("a page table takes one argument, the page as a string literal"),
    }
}
