//! The report in a real browser. `cargo test --example report -- --include-ignored` needs Chromium.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;

use copydesk::{Article, Desk};

use crate::browser::Browser;
use crate::document;

const SAMPLE: &str = include_str!("../desk/page.txt");

/// Text that wants to be more than text, as title, body, name, quotation and cue.
const HOSTILE: &str = "<script>window.hit = 1</script> Harbour & Sons \"Closed\"\n\n\
    The </style><style>* { display: none } harbour council of Ghana met on Monday, </p></main> and \
    nobody in the hall was surprised <!-- by what it said.\n\n\
    \"We <img src=x onerror='window.hit = 2'> will wait\", Ama Boateng said <b onclick=alert(1)>on\0 \
    Monday. \u{202e}She reads backwards\u{202c} &lt;and&gt; &amp; \u{1b}[31m red ]]> too.\n\n\
    \"<script>window.hit = 3</script>It <i>rained</i>,\" Piotr '\"><svg/onload=hit=4> Zielak told \
    reporters in the <b>Republic of Ghana</b> on Tuesday, as javascript:alert(5) had said.\r\n";

/// A report opened in a browser of its own.
struct Open {
    browser: Browser,
    folder: PathBuf,
}

impl Open {
    fn new(name: &str, article: &Article) -> Open {
        let folder = std::env::temp_dir().join(format!("copydesk-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("report.html");
        std::fs::write(&file, document::html(article)).unwrap();
        let mut browser = Browser::start(&folder.join("profile"));
        browser.dress(1280, "light");
        browser.open(&file);
        Open { browser, folder }
    }

    fn count(&mut self, expression: &str) -> usize {
        self.browser.js(expression).as_u64().unwrap() as usize
    }

    /// How many different values the attribute has on the page.
    fn distinct(&mut self, attribute: &str) -> usize {
        self.count(&format!(
            "new Set([...document.querySelectorAll('main [{attribute}]')]
                .map(one => one.getAttribute('{attribute}'))).size"
        ))
    }

    /// What every report has to hold: silence, and everything that was found.
    fn check(&mut self, article: &Article) {
        assert_eq!(self.browser.complaints, Vec::<String>::new());
        let elsewhere = |url: &&String| !url.starts_with("file://");
        assert_eq!(self.browser.requests.iter().find(elsewhere), None);
        assert_eq!(self.distinct("data-q"), article.quotes().as_slice().len());
        assert_eq!(self.distinct("data-s"), article.sentences().len());
        let mentions = self.count("document.querySelectorAll('main .e[id]').length");
        assert_eq!(mentions, article.entities().mentions().len());
        let with_cue = article.quotes().as_slice().iter().filter(|q| q.cue.is_some()).count();
        assert_eq!(self.count("document.querySelectorAll('#lines g').length"), with_cue);
        let shown = "[...document.querySelectorAll('main .text')].map(line => line.textContent)";
        assert_eq!(self.browser.js(shown), serde_json::json!(lines(article)));
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The lines of the page as they have to be read on the screen.
fn lines(article: &Article) -> Vec<String> {
    let text = article.layout().text();
    let lines = article.layout().blocks().iter().map(|block| text[block.span].trim());
    lines.filter(|line| !line.is_empty()).map(visible).collect()
}

/// Control characters as their pictures, and what turns text around by its name.
fn visible(line: &str) -> String {
    let shown = |c: char| match c {
        '\u{202e}' => "⟦RLO⟧".into(),
        '\u{202c}' => "⟦PDF⟧".into(),
        c if c.is_control() => char::from_u32(0x2400 + c as u32).unwrap().to_string(),
        c => c.to_string(),
    };
    line.chars().map(shown).collect()
}

#[test]
#[ignore = "needs Chromium"]
fn everything_found_is_marked_and_the_console_stays_silent() {
    let article = Desk::new().read(SAMPLE);
    assert!(article.quotes().as_slice().len() > 3);
    Open::new("sample", &article).check(&article);
}

#[test]
#[ignore = "needs Chromium"]
fn hostile_text_stays_text() {
    let article = Desk::new().read(HOSTILE);
    assert!(!article.quotes().as_slice().is_empty() && article.entities().mentions().len() > 1);
    let mut open = Open::new("hostile", &article);
    open.check(&article);
    assert_eq!(open.count("document.querySelectorAll('script, style').length"), 2);
    assert_eq!(open.count("document.querySelectorAll('img, [onclick], [onload]').length"), 0);
    assert_eq!(open.browser.js("typeof window.hit"), "undefined");
}

#[test]
#[ignore = "needs Chromium"]
fn keys_reach_everything_and_are_told_why() {
    let mut open = Open::new("keys", &Desk::new().read(SAMPLE));
    let browser = &mut open.browser;
    browser.press("Tab");
    assert_eq!(browser.js("document.activeElement.className"), "skip");
    browser.js("document.getElementById('page').focus()");
    browser.press("ArrowRight");
    assert_eq!(browser.js("document.activeElement.id"), "s0");
    assert_eq!(browser.js("document.getElementById('bubble').hidden"), false);
    let told = browser.js("document.getElementById('bubble').textContent");
    assert!(told.as_str().unwrap().contains("full stop"), "{told}");
    browser.press("Escape");
    assert_eq!(browser.js("document.getElementById('bubble').hidden"), true);
    browser.js("document.querySelector('a[data-voice]').click()");
    let at = "document.activeElement.dataset.v";
    assert_eq!(browser.js(at), "0");
    let unnamed = "[...document.querySelectorAll('a, summary, label')]
        .filter(one => !one.textContent.trim()).length";
    assert_eq!(browser.js(unnamed), 0);
}

#[test]
#[ignore = "needs Chromium"]
fn a_phone_needs_no_sideways_scrolling_and_right_to_left_text_runs_so() {
    let page = "נמל חיפה נפתח מחדש\n\nהעיר הגדולה התעוררה ביום שני. “It rained,” Ana Belmonte said.\n\n\
                The harbour of Haifa opened again on Monday, the council of the town said after a vote.\n";
    let mut open = Open::new("narrow", &Desk::new().read(page));
    let browser = &mut open.browser;
    for width in [1280, 700, 360] {
        browser.dress(width, "dark");
        let wide = browser.js("document.documentElement.scrollWidth - innerWidth");
        assert!(wide.as_i64().unwrap() <= 0, "{width}: {wide}");
    }
    let ways = "[...document.querySelectorAll('main .text')].map(line => getComputedStyle(line).direction)";
    let ways = browser.js(ways);
    assert_eq!((&ways[0], &ways[2]), (&"rtl".into(), &"ltr".into()));
    assert_eq!(browser.js("matchMedia('(prefers-color-scheme: dark)').matches"), true);
}

#[test]
#[ignore = "needs Chromium"]
fn every_text_stands_out_in_a_light_and_in_a_dark_scheme() {
    let mut open = Open::new("contrast", &Desk::new().read(SAMPLE));
    for scheme in ["light", "dark"] {
        open.browser.dress(1280, scheme);
        assert_eq!(open.browser.js(include_str!("contrast.js")), serde_json::json!([]), "{scheme}");
    }
}

#[test]
#[ignore = "needs Chromium"]
fn a_screen_reader_finds_the_parts_of_the_page_and_every_link_by_name() {
    let mut open = Open::new("spoken", &Desk::new().read(SAMPLE));
    open.browser.ask("Accessibility.enable", serde_json::json!({}));
    let tree = open.browser.ask("Accessibility.getFullAXTree", serde_json::json!({}));
    let nodes = tree["nodes"].as_array().unwrap();
    let nodes = nodes.iter().filter(|node| node["ignored"] == false);
    let spoken: Vec<(&str, &str)> = nodes
        .map(|node| {
            let text = |part: &str| node[part]["value"].as_str().unwrap_or("");
            (text("role"), text("name"))
        })
        .collect();
    for role in ["banner", "navigation", "main", "heading", "checkbox", "mark"] {
        assert!(spoken.iter().any(|(found, _)| *found == role), "no {role}");
    }
    let acting = ["link", "checkbox", "navigation", "main", "region"];
    let unnamed = spoken.iter().find(|(role, name)| acting.contains(role) && name.is_empty());
    assert_eq!(unnamed, None);
}
