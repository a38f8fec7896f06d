//! The scalar functions: one page or name in, one value out.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray, StringArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::error::Result;
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};

use crate::rows::{quote_fields, sentence_fields, Lists};

/// Every scalar function, for a session or for an executor's registry.
pub fn all() -> Vec<Arc<ScalarUDF>> {
    let kinds = [Kind::CleanText, Kind::Sentences, Kind::Quotes, Kind::Normalize, Kind::Country];
    kinds.into_iter().map(|kind| Arc::new(ScalarUDF::from(TextFunction::new(kind)))).collect()
}

/// What a function answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    /// `clean_text(page)`: the article without what surrounds it.
    CleanText,
    /// `sentences(page)`: a list of `{text, start, end}`.
    Sentences,
    /// `quotes(page)`: a list of `{text, start, end, kind, speaker, cue}` of the cleaned page.
    Quotes,
    /// `normalize(text)`: the text with countries under their common names.
    Normalize,
    /// `country(name)`: ISO 3166-1 alpha-2 code, or null.
    Country,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::CleanText => "clean_text",
            Kind::Sentences => "sentences",
            Kind::Quotes => "quotes",
            Kind::Normalize => "normalize",
            Kind::Country => "country",
        }
    }

    fn returns(self) -> DataType {
        match self {
            Kind::CleanText | Kind::Normalize | Kind::Country => DataType::Utf8,
            Kind::Sentences => list_of(sentence_fields()),
            Kind::Quotes => list_of(quote_fields()),
        }
    }

    fn apply(self, pages: &StringArray) -> ArrayRef {
        match self {
            Kind::CleanText => strings(pages, |page| Some(copydesk::strip(page).into_owned())),
            Kind::Normalize => strings(pages, |text| Some(copydesk::normalize(text).into_owned())),
            Kind::Country => {
                strings(pages, |name| copydesk::country(name).map(|c| c.alpha2().to_owned()))
            }
            Kind::Sentences => lists(pages, &sentence_fields(), Lists::sentences),
            Kind::Quotes => lists(pages, &quote_fields(), Lists::quotes),
        }
    }
}

fn list_of(fields: Fields) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(DataType::Struct(fields), true)))
}

fn strings(pages: &StringArray, answer: impl Fn(&str) -> Option<String>) -> ArrayRef {
    Arc::new(pages.iter().map(|page| page.and_then(&answer)).collect::<StringArray>())
}

fn lists(pages: &StringArray, fields: &Fields, fill: fn(&mut Lists, Option<&str>)) -> ArrayRef {
    let mut lists = Lists::new(fields);
    pages.iter().for_each(|page| fill(&mut lists, page));
    lists.finish()
}

/// A function of one text.
#[derive(Debug, PartialEq, Eq, Hash)]
struct TextFunction {
    kind: Kind,
    signature: Signature,
}

impl TextFunction {
    fn new(kind: Kind) -> TextFunction {
        TextFunction { kind, signature: Signature::string(1, Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for TextFunction {
    fn name(&self) -> &str {
        self.kind.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(self.kind.returns())
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let rows = arguments.number_rows;
        let pages = arguments.args[0].to_array(rows)?;
        let pages = cast(&pages, &DataType::Utf8)?;
        Ok(ColumnarValue::Array(self.kind.apply(pages.as_string())))
    }
}
