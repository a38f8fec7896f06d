//! What copydesk costs those who depend on it: bytes in their stripped binary, and its own share of a
//! build from nothing.
//!
//! `cargo bench --bench footprint` builds two small programs in release, one with copydesk and one
//! without, beside the other build products.

mod bars;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{fs, io};

const MANIFEST: &str = "[package]\nname = \"footprint\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
    [profile.release]\nstrip = true\n\n[workspace]\n\n[[bin]]\nname = \"without\"\npath = \"without.rs\"\n\n\
    [[bin]]\nname = \"with\"\npath = \"with.rs\"\n\n[dependencies]\n";
const WITHOUT: &str = "fn main() {\n    let page = std::io::read_to_string(std::io::stdin()).unwrap_or_default();\n    \
    println!(\"{}\", page.len());\n}\n";
const WITH: &str = "fn main() {\n    let page = std::io::read_to_string(std::io::stdin()).unwrap_or_default();\n    \
    let article = copydesk::Desk::new().read(&page);\n    \
    println!(\"{} {:?}\", article.sentences().len(), article.quotes().as_slice().first());\n}\n";

fn main() -> Result<(), Box<dyn Error>> {
    if bars::is_smoke() {
        println!("two programs are built in a full run only");
        return Ok(());
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("footprint");
    write(&folder)?;
    cargo(&folder, &["build"])?;
    cargo(&folder, &["clean", "-p", "copydesk"])?;
    let begun = Instant::now();
    cargo(&folder, &["build", "-p", "copydesk"])?;
    let compile = begun.elapsed().as_secs_f64();
    let size = |name: &str| -> io::Result<f64> {
        Ok(fs::metadata(folder.join("target/release").join(name))?.len() as f64)
    };
    let added = (size("with")? - size("without")?) / 1e6;
    let rows = [bars::judged(bars::BINARY, added), bars::judged(bars::COMPILE, compile)];
    bars::keep("footprint", &rows)?;
    Ok(())
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let path = env!("CARGO_MANIFEST_DIR").replace('\\', "/");
    fs::write(
        folder.join("Cargo.toml"),
        format!("{MANIFEST}copydesk = {{ path = \"{path}\" }}\n"),
    )?;
    fs::write(folder.join("without.rs"), WITHOUT)?;
    fs::write(folder.join("with.rs"), WITH)
}

fn cargo(folder: &Path, words: &[&str]) -> Result<(), Box<dyn Error>> {
    let status = Command::new(env!("CARGO"))
        .args(words)
        .args(["--quiet", "--release"])
        .env("CARGO_TARGET_DIR", folder.join("target"))
        // What a user has, not what this bench was started with.
        .env_remove("CARGO_INCREMENTAL")
        .current_dir(folder)
        .status()?;
    status.success().then_some(()).ok_or_else(|| format!("cargo {words:?} failed").into())
}
