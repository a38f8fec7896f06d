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
    (u64::from(part) * 255 / u64::from(whole)).min(255) as u8
}

/// A length as a byte: eight steps for each doubling.
#[inline]
pub(crate) fn log(n: u32) -> u8 {
    if n == 0 {
        return 0;
    }
    let power = 31 - n.leading_zeros();
    let rest = if power >= 3 { n >> (power - 3) } else { n << (3 - power) } & 7;
    (power * 8 + rest + 1).min(255) as u8
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
