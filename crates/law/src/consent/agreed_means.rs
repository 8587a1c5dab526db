//! Consent by any other means agreed (VCLT art. 11): a notification of completed procedures, a
//! simplified procedure of the text.
//!
//! Only what stands in the way of any consent is examined (`standing_consent`); whether the means
//! is agreed is seen from the remark `does-not-count`, where the text names its acts of consent.

use crate::consent::case::Case;
use crate::consent::{Examined, standing_consent};

/// Examines a consent by other means.
pub(crate) fn examine(case: &Case<'_>) -> Examined {
    standing_consent::examine(case)
}
