//! What copydesk answers, as Arrow arrays: one list of structs a page.

use std::sync::Arc;

use copydesk::quote::Quote;
use copydesk::Span;
use datafusion::arrow::array::{
    ArrayBuilder, ArrayRef, Int64Builder, ListBuilder, StringBuilder, StructBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Fields};

/// Columns of one sentence.
pub(crate) fn sentence_fields() -> Fields {
    fields(&[("text", DataType::Utf8), ("start", DataType::Int64), ("end", DataType::Int64)])
}

/// Columns of one quotation: its words, where they begin and end, who said them, with which verb.
pub(crate) fn quote_fields() -> Fields {
    fields(&[
        ("text", DataType::Utf8),
        ("start", DataType::Int64),
        ("end", DataType::Int64),
        ("kind", DataType::Utf8),
        ("speaker", DataType::Utf8),
        ("cue", DataType::Utf8),
    ])
}

fn fields(columns: &[(&str, DataType)]) -> Fields {
    columns.iter().map(|(name, kind)| Field::new(*name, kind.clone(), true)).collect()
}

/// Builds one list of structs a page.
pub(crate) struct Lists {
    lists: ListBuilder<StructBuilder>,
}

impl Lists {
    pub(crate) fn new(fields: &Fields) -> Lists {
        let columns = fields.iter().map(|f| column(f.data_type())).collect();
        let item = Field::new_list_field(DataType::Struct(fields.clone()), true);
        let structs = StructBuilder::new(fields.clone(), columns);
        Lists { lists: ListBuilder::new(structs).with_field(item) }
    }

    /// Appends the sentences of `page`, or a null for a null.
    pub(crate) fn sentences(&mut self, page: Option<&str>) {
        let Some(page) = page else { return self.lists.append(false) };
        for sentence in copydesk::sentences(page) {
            self.place(page, sentence.span);
            self.lists.values().append(true);
        }
        self.lists.append(true);
    }

    /// Appends the quotations of the cleaned `page`, or a null for a null.
    pub(crate) fn quotes(&mut self, page: Option<&str>) {
        let Some(page) = page else { return self.lists.append(false) };
        let quotes = copydesk::quotes(&copydesk::layout(page));
        for quote in &quotes {
            self.quote(page, quote, quotes.speaker_name(quote));
        }
        self.lists.append(true);
    }

    fn quote(&mut self, page: &str, quote: &Quote, speaker: Option<&str>) {
        for part in &quote.parts {
            self.place(page, *part);
            self.text(3, Some(quote.kind.as_str()));
            self.text(4, speaker);
            self.text(5, quote.cue.map(|cue| &page[cue]));
            self.lists.values().append(true);
        }
    }

    fn place(&mut self, page: &str, span: Span) {
        self.text(0, Some(&page[span]));
        self.number(1, span.start);
        self.number(2, span.end);
    }

    fn text(&mut self, column: usize, value: Option<&str>) {
        if let Some(builder) = self.lists.values().field_builder::<StringBuilder>(column) {
            builder.append_option(value);
        }
    }

    fn number(&mut self, column: usize, value: usize) {
        if let Some(builder) = self.lists.values().field_builder::<Int64Builder>(column) {
            builder.append_value(value as i64);
        }
    }

    pub(crate) fn finish(mut self) -> ArrayRef {
        Arc::new(self.lists.finish())
    }
}

fn column(kind: &DataType) -> Box<dyn ArrayBuilder> {
    match kind {
        DataType::Int64 => Box::new(Int64Builder::new()),
        _ => Box::new(StringBuilder::new()),
    }
}
