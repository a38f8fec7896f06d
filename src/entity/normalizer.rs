//! [`Normalizer`]: the passes over a page, in their order.

use std::borrow::Cow;
use std::sync::Arc;

use super::gazetteer::{Found, Lexicon};
use super::{cluster, defined, gazetteer, mentions, person, Entities, Gazetteer};
use crate::page::Page;
use crate::scan::capitals::Capitals;
use crate::span::Span;

/// Finds and groups the entities of a page: an engine that is built once, shared by threads, and
/// the same for the same input.
///
/// ```
/// use copydesk::entity::Normalizer;
/// let normalizer = Normalizer::new();
/// let found = normalizer.entities("The Republic of Korea met the D.P.R.K. in Singapore.");
/// let names: Vec<_> = found.iter().map(|(_, entity)| entity.name.as_ref()).collect();
/// assert_eq!(names, ["South Korea", "North Korea", "Singapore"]);
/// ```
#[derive(Clone, Debug)]
pub struct Normalizer {
    lexicon: Arc<Lexicon>,
    people: bool,
}

impl Normalizer {
    /// The default normalizer: the built-in tables.
    ///
    /// Building costs about a millisecond; a clone shares the tables.
    ///
    /// ```
    /// let normalizer = copydesk::entity::Normalizer::new();
    /// assert_eq!(normalizer.entities("Peru won.").mentions().len(), 1);
    /// ```
    pub fn new() -> Normalizer {
        Normalizer::of(Lexicon::builtin())
    }

    /// The default normalizer, with names of the caller's own. They go before the built-in ones:
    /// where both know a form, the caller's holds. *O(n)* in the size of the tables.
    ///
    /// ```
    /// use copydesk::entity::{Gazetteer, Kind, Normalizer};
    /// # fn main() -> Result<(), copydesk::Error> {
    /// let ours = Gazetteer::from_pairs(Kind::Country, [("Freedonia", "Republic of Freedonia")])?;
    /// let normalizer = Normalizer::with_gazetteer(&ours);
    /// let found = normalizer.entities("Freedonia wrote to France.");
    /// assert_eq!(found.normalized(), "The Republic of Freedonia wrote to France.");
    /// # Ok(()) }
    /// ```
    pub fn with_gazetteer(gazetteer: &Gazetteer) -> Normalizer {
        let mut lexicon = Lexicon::default();
        gazetteer.add_to(&mut lexicon);
        Normalizer::of(lexicon.with_builtin())
    }

    /// A normalizer that knows the names of the caller's own only, and whom and what the page itself names.
    ///
    /// ```
    /// use copydesk::entity::{Gazetteer, Normalizer};
    /// # fn main() -> Result<(), copydesk::Error> {
    /// let normalizer = Normalizer::with_gazetteer_only(&Gazetteer::from_tsv("Acme Corp.")?);
    /// let found = normalizer.entities("France praised Acme Corp. today.");
    /// assert_eq!(found.mentions().len(), 1);
    /// # Ok(()) }
    /// ```
    pub fn with_gazetteer_only(gazetteer: &Gazetteer) -> Normalizer {
        let mut lexicon = Lexicon::default();
        gazetteer.add_to(&mut lexicon);
        Normalizer::of(lexicon)
    }

    fn of(lexicon: Lexicon) -> Normalizer {
        Normalizer { lexicon: Arc::new(lexicon), people: true }
    }

    /// Whether the names of people are found too, which costs more than the names of all tables; on
    /// by default.
    ///
    /// ```
    /// use copydesk::entity::Normalizer;
    /// let tables = Normalizer::new().people(false);
    /// let found = tables.entities("President Ana Belmonte flew to Peru.");
    /// assert_eq!(found.mentions().len(), 1);
    /// ```
    #[must_use]
    pub fn people(mut self, wanted: bool) -> Normalizer {
        self.people = wanted;
        self
    }

    /// The entities of a page. Linear in the length of the page.
    ///
    /// Tables first, then people, who take back the table names that are part of a person's name;
    /// then all mentions are grouped.
    ///
    /// ```
    /// let normalizer = copydesk::entity::Normalizer::new();
    /// let found = normalizer.entities("Ama Boateng of Ghana flew to Peru.");
    /// let names: Vec<_> = found.iter().map(|(_, entity)| entity.name.as_ref()).collect();
    /// assert_eq!(names, ["Ama Boateng", "Ghana", "Peru"]);
    /// ```
    pub fn entities<'t>(&self, page: impl Into<Page<'t>>) -> Entities<'t> {
        let page = page.into();
        let capitals = Capitals::read(&page);
        let mut found = self.find_tables(&page, &capitals);
        let mut people = Vec::new();
        if self.people {
            let runs = person::Runs::read(&page, &capitals);
            let names = person::find(&page, &runs, &found);
            found.veto(names.people.iter().map(|person| person.span));
            defined::add_names(&page, &runs, &names, &mut found);
            people = names.people;
        }
        let (mentions, entities) = cluster::group(&page, &found, &people);
        Entities { text: page.text(), mentions, entities }
    }

    /// Names of the tables, and the short ones that the page explains.
    fn find_tables(&self, page: &Page<'_>, capitals: &Capitals) -> Found<'_> {
        let mut found = gazetteer::find(&self.lexicon, page, capitals);
        defined::add_acronyms(page, &mut found);
        found
    }

    /// The text of a page with every country under its common name; borrowed when nothing changes.
    ///
    /// What was rewritten is evidence for names that were left, so a whole text is read again until
    /// nothing changes, as a rule once: normalizing the result changes nothing. Linear in the length.
    ///
    /// ```
    /// let normalizer = copydesk::entity::Normalizer::new();
    /// assert_eq!(normalizer.normalize("Burma met the U.K. today."), "Myanmar met the United Kingdom today.");
    /// ```
    pub fn normalize<'t>(&self, page: impl Into<Page<'t>>) -> Cow<'t, str> {
        /// Texts that were made to change for ever are left after so many rounds.
        const ROUNDS: usize = 8;
        let page = page.into();
        let whole = [Span::new(0, page.text().len())];
        let mut text = self.entities(&page).normalized();
        for _ in 0..ROUNDS {
            if matches!(text, Cow::Borrowed(_)) || page.regions() != whole {
                break;
            }
            let Cow::Owned(next) = self.entities(text.as_ref()).normalized() else { break };
            text = Cow::Owned(next);
        }
        text
    }

    /// Groups mentions that the caller's own recogniser found: the same entities, only over
    /// `mentions`, which may lie in one another ("Bank of Peru", "Peru"), four deep. Spans that are no
    /// place in the text are left out. *O(n log n)* in the number of mentions, linear in their length.
    ///
    /// ```
    /// use copydesk::{entity::Normalizer, Span};
    /// let page = "Ana Belmonte spoke first. Belmonte was brief.";
    /// let found = [Span::new(0, 12), Span::new(26, 34)];
    /// let entities = Normalizer::new().resolve(page, found);
    /// assert_eq!(entities.iter().count(), 1);
    ///
    /// let nested = Normalizer::new().resolve("Bank of Peru", [Span::new(0, 12), Span::new(8, 12)]);
    /// let names: Vec<_> = nested.iter().map(|(_, entity)| entity.name.as_ref()).collect();
    /// assert_eq!(names, ["Bank of Peru", "Peru"]);
    /// ```
    pub fn resolve<'t>(
        &self,
        page: impl Into<Page<'t>>,
        mentions: impl IntoIterator<Item = Span>,
    ) -> Entities<'t> {
        let page = page.into();
        let text = page.text();
        let spans = mentions::clean(text, mentions);
        let layers = mentions::layers(&spans);
        // Each mention is a region of its own: what stands around it is not asked.
        let found = layers.iter().map(|layer| {
            let regions = Page::with_regions(text, layer.iter().map(|&at| spans[at]));
            self.find_tables(&regions, &Capitals::read(&regions))
        });
        let found: Vec<Found<'_>> = found.collect();
        let (mentions, entities) = cluster::resolve(text, &spans, &layers, &found);
        Entities { text, mentions, entities }
    }
}

impl Default for Normalizer {
    fn default() -> Normalizer {
        Normalizer::new()
    }
}
