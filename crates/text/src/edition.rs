//! An edition: the text of an instrument in its languages, joined by the ids of the provisions.

use crate::body::Body;
use crate::markup::print_body;
use sponsio_record::{Digest, Hasher};

/// Returns the digest by which the words of a provision are cited: over their canonical form, without
/// label and id, so that no renumbering changes it.
pub fn content_digest(body: &Body) -> Digest {
    let mut hasher = Hasher::new("sponsio:text:content:1");
    hasher.part(print_body(body).as_bytes());
    hasher.finish()
}
