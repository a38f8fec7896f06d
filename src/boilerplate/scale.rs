//! Counts, parts and lengths as evidence of one byte.

/// A count as a byte.
#[inline]
pub(crate) fn count(n: u32) -> u8 {
    n.min(255) as u8
}

/// A part of a whole as a byte: 255 for all of it.
#[inline]
pub(crate) fn ratio(part: u32, whole: u32) -> u8 {
    if whole == 0 {
        return 0;
    }
    let share = match part.checked_mul(255) {
        Some(part) => part / whole,
        None => (u64::from(part) * 255 / u64::from(whole)).min(255) as u32,
    };
    share.min(255) as u8
}

/// A length as a byte: eight steps for each doubling.
#[inline]
pub(crate) fn log(n: u32) -> u8 {
    match LOGS.get(n as usize) {
        Some(&log) => log,
        None => log_of(n),
    }
}

/// The logarithms of what is counted most often.
const LOGS: [u8; 256] = {
    let mut logs = [0; 256];
    let mut n = 1;
    while n < logs.len() {
        logs[n] = log_of(n as u32);
        n += 1;
    }
    logs
};

const fn log_of(n: u32) -> u8 {
    let power = 31 - n.leading_zeros();
    let rest = if power >= 3 { n >> (power - 3) } else { n << (3 - power) } & 7;
    // At most 31 * 8 + 8.
    match power * 8 + rest + 1 {
        log @ 0..=254 => log as u8,
        _ => u8::MAX,
    }
}

/// A signed value as a byte, zero in the middle.
#[inline]
pub(crate) fn centred(n: i32) -> u8 {
    (n + 128).clamp(0, 255) as u8
}

/// A signed distance as a byte: zero in the middle, eight steps for each doubling.
#[inline]
pub(crate) fn signed_log(n: i32) -> u8 {
    let size = i32::from(log(n.unsigned_abs())) / 2;
    centred(if n < 0 { -size } else { size })
}
