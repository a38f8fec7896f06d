//! A headless Chromium, driven over a pipe with its DevTools protocol.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{channel, Receiver};
use std::time::Duration;

use serde_json::{json, Value};

/// Far more than any answer takes on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Arguments that keep the browser away from the network and from other browsers.
const QUIET: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
];

/// One page of a browser of its own, and everything that page complained about or asked for.
pub struct Browser {
    child: Child,
    commands: ChildStdin,
    events: Receiver<Value>,
    session: Value,
    count: u64,
    /// Console messages, exceptions, and refused loads.
    pub complaints: Vec<String>,
    /// Addresses that were asked for.
    pub requests: Vec<String>,
}

impl Browser {
    /// Starts `$CHROMIUM`, or `chromium`, with its data in `profile`, and opens an empty page.
    pub fn start(profile: &Path) -> Browser {
        let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".into());
        // The browser reads commands from descriptor 3 and writes to 4.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", &program])
            .args(QUIET)
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let commands = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (send, events) = channel();
        std::thread::spawn(move || {
            for message in output.split(0).map_while(Result::ok) {
                let Ok(event) = serde_json::from_slice(&message) else { continue };
                if send.send(event).is_err() {
                    break;
                }
            }
        });
        let (complaints, requests) = (Vec::new(), Vec::new());
        let session = Value::Null;
        let mut browser =
            Browser { child, commands, events, session, count: 0, complaints, requests };
        browser.attach();
        browser
    }

    fn attach(&mut self) {
        let target = self.ask("Target.createTarget", json!({"url": "about:blank"}));
        let how = json!({"targetId": target["targetId"], "flatten": true});
        self.session = self.ask("Target.attachToTarget", how)["sessionId"].clone();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.ask(&format!("{domain}.enable"), json!({}));
        }
    }

    /// Sends a command and returns its result.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        self.count += 1;
        let mut command = json!({"id": self.count, "method": method, "params": params});
        if !self.session.is_null() {
            command["sessionId"] = self.session.clone();
        }
        self.commands.write_all(format!("{command}\0").as_bytes()).unwrap();
        let id = self.count;
        let answer = self.wait(|event| event["id"] == id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next message that is `wanted`; those before it are noted.
    fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let event = self.events.recv_timeout(PATIENCE).expect("the browser has gone silent");
            self.note(&event);
            if wanted(&event) {
                return event;
            }
        }
    }

    fn note(&mut self, event: &Value) {
        let params = &event["params"];
        match event["method"].as_str() {
            Some("Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded") => {
                self.complaints.push(params.to_string());
            }
            Some("Network.requestWillBeSent") => {
                self.requests.push(params["request"]["url"].as_str().unwrap().to_owned());
            }
            _ => {}
        }
    }

    /// Opens a file and waits until it has been loaded and drawn.
    pub fn open(&mut self, file: &Path) {
        self.ask("Page.navigate", json!({"url": format!("file://{}", file.display())}));
        self.wait(|event| event["method"] == "Page.loadEventFired");
        self.settle();
    }

    /// Waits until what has been changed is drawn.
    pub fn settle(&mut self) {
        self.js("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// The value of a JavaScript expression in the page.
    pub fn js(&mut self, expression: &str) -> Value {
        let what = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.ask("Runtime.evaluate", what);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Presses and releases a key.
    pub fn press(&mut self, key: &str) {
        for kind in ["keyDown", "keyUp"] {
            let code = match key {
                "Tab" => 9,
                "Escape" => 27,
                _ => 0,
            };
            let event =
                json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
            self.ask("Input.dispatchKeyEvent", event);
        }
        self.settle();
    }

    /// Makes the window so wide, and the reader's scheme `dark` or `light`.
    pub fn dress(&mut self, width: u32, scheme: &str) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.ask("Emulation.setDeviceMetricsOverride", size);
        let scheme = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.ask("Emulation.setEmulatedMedia", json!({"features": scheme}));
        self.settle();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
