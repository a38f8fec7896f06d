//! Plots as SVG: a row for each task, a dot for each figure, on a scale of powers of ten.

use std::fmt::Write;

/// Rows of dots.
pub struct Chart {
    pub title: String,
    pub note: String,
    /// What the dots of a row are, in order.
    pub series: Vec<String>,
    pub groups: Vec<Group>,
}

/// One row.
pub struct Group {
    pub name: String,
    pub values: Vec<f64>,
    /// Lines to be held: first the bar, then the reach.
    pub marks: Vec<f64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    fn paper(self) -> &'static str {
        if self == Theme::Light {
            "#ffffff"
        } else {
            "#0d1117"
        }
    }

    fn ink(self) -> &'static str {
        if self == Theme::Light {
            "#1f2328"
        } else {
            "#e6edf3"
        }
    }

    fn soft(self) -> &'static str {
        if self == Theme::Light {
            "#59636e"
        } else {
            "#9198a1"
        }
    }

    fn grid(self) -> &'static str {
        if self == Theme::Light {
            "#d9dee4"
        } else {
            "#30363d"
        }
    }

    /// Colours that stay apart for eyes that see few, in order.
    fn series(self, at: usize) -> &'static str {
        const LIGHT: [&str; 5] = ["#2a78d6", "#d9541e", "#178f65", "#8a5cd1", "#b07a00"];
        const DARK: [&str; 5] = ["#5aa2f5", "#ff8a5c", "#3fc796", "#b794f6", "#e3b341"];
        if self == Theme::Light {
            LIGHT[at % 5]
        } else {
            DARK[at % 5]
        }
    }
}

const WIDTH: f64 = 820.0;
const LEFT: f64 = 238.0;
const RIGHT: f64 = 70.0;
const TOP: f64 = 96.0;
const ROW: f64 = 38.0;

/// The scale from the power of ten below the least figure to the one above the largest.
struct Scale {
    from: f64,
    to: f64,
}

impl Scale {
    fn of(chart: &Chart) -> Scale {
        let all = chart.groups.iter().flat_map(|group| group.values.iter().chain(&group.marks));
        let (least, most) = all.fold((f64::MAX, 0.0_f64), |(a, b), &v| (a.min(v), b.max(v)));
        Scale { from: least.log10().floor(), to: most.log10().ceil() }
    }

    fn x(&self, value: f64) -> f64 {
        LEFT + (value.log10() - self.from) / (self.to - self.from) * (WIDTH - LEFT - RIGHT)
    }
}

/// The chart as a file of its own.
pub fn svg(chart: &Chart, theme: Theme) -> String {
    let scale = Scale::of(chart);
    let height = TOP + ROW * chart.groups.len() as f64 + 44.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         font-family=\"system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"14\">\n\
         <title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{}\"/>\n",
        chart.title,
        theme.paper()
    );
    text(&mut out, (16.0, 30.0), &chart.title, theme.ink(), "font-size=\"17\" font-weight=\"600\"");
    text(&mut out, (16.0, 51.0), &chart.note, theme.soft(), "font-size=\"13\"");
    legend(&mut out, chart, theme);
    grid(&mut out, &scale, height, theme);
    for (at, group) in chart.groups.iter().enumerate() {
        row(&mut out, group, TOP + ROW * (at as f64 + 0.5), &scale, theme);
    }
    out + "</svg>\n"
}

fn text(out: &mut String, (x, y): (f64, f64), words: &str, colour: &str, more: &str) {
    let _ =
        writeln!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{colour}\" {more}>{words}</text>");
}

fn line(out: &mut String, x: f64, (from, to): (f64, f64), colour: &str, more: &str) {
    let _ = writeln!(
        out,
        "<line x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{from:.1}\" y2=\"{to:.1}\" stroke=\"{colour}\" {more}/>"
    );
}

fn dot(out: &mut String, (x, y): (f64, f64), colour: &str, theme: Theme) {
    let paper = theme.paper();
    let _ = writeln!(
        out,
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"6\" fill=\"{colour}\" stroke=\"{paper}\" stroke-width=\"1.5\"/>"
    );
}

fn legend(out: &mut String, chart: &Chart, theme: Theme) {
    let mut x = 22.0;
    for (at, name) in chart.series.iter().enumerate() {
        dot(out, (x, 72.0), theme.series(at), theme);
        text(out, (x + 12.0, 77.0), name, theme.soft(), "font-size=\"13\"");
        x += 40.0 + 7.5 * name.len() as f64;
    }
    if chart.groups.iter().any(|group| !group.marks.is_empty()) {
        for (name, more) in [("bar", BAR), ("reach", REACH)] {
            line(out, x, (64.0, 80.0), theme.ink(), more);
            text(out, (x + 10.0, 77.0), name, theme.soft(), "font-size=\"13\"");
            x += 62.0;
        }
    }
}

const BAR: &str = "stroke-width=\"2.5\"";
const REACH: &str = "stroke-width=\"2\" stroke-dasharray=\"3 3\"";

fn grid(out: &mut String, scale: &Scale, height: f64, theme: Theme) {
    let bottom = height - 36.0;
    for power in scale.from as i32..=scale.to as i32 {
        let value = 10_f64.powi(power);
        line(out, scale.x(value), (TOP, bottom), theme.grid(), "stroke-width=\"1\"");
        let more = "font-size=\"12\" text-anchor=\"middle\"";
        text(out, (scale.x(value), bottom + 20.0), &value.to_string(), theme.soft(), more);
    }
}

fn row(out: &mut String, group: &Group, y: f64, scale: &Scale, theme: Theme) {
    text(out, (LEFT - 14.0, y + 5.0), &group.name, theme.ink(), "text-anchor=\"end\"");
    let _ = writeln!(
        out,
        "<line x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"{}\"/>",
        WIDTH - RIGHT,
        theme.grid()
    );
    for (&mark, more) in group.marks.iter().zip([BAR, REACH]) {
        line(out, scale.x(mark), (y - 11.0, y + 11.0), theme.ink(), more);
    }
    // Dots that would hide each other stand a little apart.
    let middle = (group.values.len() as f64 - 1.0) / 2.0;
    for (at, &value) in group.values.iter().enumerate() {
        dot(out, (scale.x(value), y + 4.5 * (at as f64 - middle)), theme.series(at), theme);
    }
    if let [only] = group.values[..] {
        let words = format!("{only:.3}");
        text(out, (WIDTH - RIGHT + 12.0, y + 5.0), &words, theme.ink(), "font-size=\"13\"");
    }
}
