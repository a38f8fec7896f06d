#![no_main]

libfuzzer_sys::fuzz_target!(|choices: &[u8]| copydesk_fuzz::scanner(choices));
