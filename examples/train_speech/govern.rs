//! Which places in a sentence are part of what somebody says: learned from indirect speech, where the
//! annotators marked the words without any mark to see.

use std::collections::HashMap;

use copydesk::quote::training::{governed, places};
use copydesk::Span;
use serde_json::Value;

use crate::{fit, logit, number, spans, Evidence, Labelled, Names, Row, FOLDS};

/// Evidence seen in fewer documents is left out.
const LEAST: usize = 30;

/// What a place tells, by one who has not seen the document that it stands in.
pub struct Governor {
    names: Names,
    index: HashMap<Evidence, usize>,
    /// The weights learned without the documents of each fold, and with all of them.
    folds: Vec<Vec<f64>>,
    all: Vec<f64>,
}

impl Governor {
    /// Learns from all documents that hold indirect speech.
    pub fn learn(documents: &[Value]) -> Governor {
        let mut raw = Vec::new();
        for (document, gold) in documents.iter().enumerate() {
            label(document, gold, &mut raw);
        }
        let (names, rows) = number(raw, LEAST);
        let speech = |r: &Row| Some(r.speech);
        let fold = |fold: usize| {
            let train: Vec<&Row> = rows.iter().filter(|r| r.document % FOLDS != fold).collect();
            let weights = fit(&train, &names, speech);
            (weights, fold)
        };
        let folds: Vec<_> = (0..FOLDS).map(fold).collect();
        report(&rows, &folds);
        let all: Vec<&Row> = rows.iter().collect();
        let all = fit(&all, &names, speech);
        let index = names.0.iter().cloned().zip(0..).collect();
        Governor {
            names,
            index,
            folds: folds.into_iter().map(|(weights, _)| weights).collect(),
            all,
        }
    }

    /// What a place tells, as evidence; `document` is none of the learned ones if there is none.
    pub fn judge(&self, document: Option<usize>, place: &[Evidence]) -> &'static str {
        let weights = document.map_or(&self.all, |document| &self.folds[document % FOLDS]);
        let seen: Vec<usize> = place.iter().filter_map(|e| self.index.get(e).copied()).collect();
        governed((logit(weights, &seen) * 1000.0) as i32)
    }

    /// All evidence with its weight.
    pub fn rows(&self) -> impl Iterator<Item = (&Evidence, f64)> {
        self.names.0.iter().zip(self.all.iter().copied())
    }
}

/// Appends the places of one document: those that are part of indirect speech as a whole, and those
/// that are no part of it.
fn label(document: usize, gold: &Value, raw: &mut Vec<Labelled>) {
    let quotes = gold["quotes"].as_array().into_iter().flatten();
    let indirect = quotes.filter(|q| q["kind"] == "indirect");
    let indirect: Vec<Span> = indirect
        .filter_map(|q| Some(Span::new(q["start"].as_u64()? as usize, q["end"].as_u64()? as usize)))
        .collect();
    if indirect.is_empty() {
        return;
    }
    let unsure = [spans(gold, "doubtful"), spans(gold, "ignore")].concat();
    let text = gold["text"].as_str().unwrap_or_default();
    for mut sample in places(text) {
        let speech = indirect.iter().any(|said| said.covers(sample.span));
        let part = indirect.iter().chain(&unsure).any(|said| said.overlaps(sample.span));
        if speech || !part {
            sample.evidence = std::mem::take(&mut sample.place);
            raw.push(Labelled { document, sample, speech, direct: None });
        }
    }
}

/// Says how well places of unseen documents are told apart.
fn report(rows: &[Row], folds: &[(Vec<f64>, usize)]) {
    let mut loss = 0.0;
    for (weights, fold) in folds {
        for row in rows.iter().filter(|r| r.document % FOLDS == *fold) {
            let sign = if row.speech { -1.0 } else { 1.0 };
            loss += (sign * logit(weights, &row.seen)).exp().ln_1p();
        }
    }
    let (count, said) = (rows.len(), rows.iter().filter(|r| r.speech).count());
    eprintln!("places: {count}, {said} of them said; {:.4} nats each", loss / count as f64);
}
