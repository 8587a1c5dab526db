#![allow(missing_docs, clippy::unwrap_used)]
use sponsio_text::markup::{self, docx};
use sponsio_text::{IdSource, ProvisionId, Language};
struct C(u32);
impl IdSource for C { fn draw(&mut self) -> ProvisionId { self.0 += 1; ProvisionId::from_number(self.0) } }
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let lang = a[1].split('.').rev().nth(1).and_then(|l| Language::new(l).ok());
    let o = markup::Options { language: lang, ..Default::default() };
    let p = markup::parse(&std::fs::read(&a[1]).unwrap(), &o, &mut C(1));
    for f in &p.faults { eprintln!("{f:?}"); }
    let e = p.expression.unwrap();
    let view = match a.get(3) { Some(c) => docx::View::For(sponsio_record::ParticipantId::new(c).unwrap()), None => docx::View::Rolling };
    let o = docx::Options { view, date: "2026-11-29T12:00:00Z".parse().unwrap(), wording: docx::Wording::default() };
    std::fs::write(&a[2], docx::write(&e, &o)).unwrap();
}
