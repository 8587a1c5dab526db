//! Packages: provisions that are agreed together or not at all.

use alloc::collections::BTreeSet;
use alloc::string::String;

use sponsio_record::{Draft, FieldError, Fields, Instant};

use crate::conference::deed::{Deed, Form, owned, place};
use crate::conference::{Conference, Doing, Ground, Happening, Place, Standing};

/// Provisions are bound together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageOpened {
    /// The name of the package.
    pub name: String,
    /// What belongs to it.
    pub places: BTreeSet<Place>,
}

/// A package is dissolved: what was agreed in it is open again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageDissolved {
    /// The name of the package.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A package as its proceedings leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// What it was opened with.
    pub opened: PackageOpened,
    /// When it was opened.
    pub at: Instant,
    /// When it was dissolved.
    pub dissolved: Option<Instant>,
}

impl Deed for PackageOpened {
    const KIND: &'static str = "package-opened";

    fn write(&self, form: &mut Form) {
        form.text("name", &self.name);
        form.list("places", &self.places, |place| {
            let mut form = Form::default();
            form.place(place);
            Draft::object(form.0)
        });
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            name: fields.required("name", owned)?,
            places: fields.required("places", |value| {
                let places = value.list(|value| {
                    let mut fields = value.object()?.fields();
                    let place = place(&mut fields)?;
                    fields.finish()?;
                    Ok(place)
                })?;
                Ok(places.into_iter().collect())
            })?,
        })
    }

    fn examine(&self, conference: &Conference, _: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        if conference.packages.contains_key(&self.name) {
            return Err(Ground::PackageExists(self.name.clone()));
        }
        for place in &self.places {
            conference.text_at(place)?;
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let package = Package {
            opened: self.clone(),
            at: doing.at,
            dissolved: None,
        };
        conference.packages.insert(self.name.clone(), package);
        for place in &self.places {
            let what = Happening::Bound {
                package: self.name.clone(),
            };
            conference.note((doing.id, doing.at), place, what);
        }
    }
}

impl Deed for PackageDissolved {
    const KIND: &'static str = "package-dissolved";

    fn write(&self, form: &mut Form) {
        form.text("name", &self.name);
        form.text("reason", &self.reason);
    }

    fn read(fields: &mut Fields<'_, '_>) -> Result<Self, FieldError> {
        Ok(Self {
            name: fields.required("name", owned)?,
            reason: fields.required("reason", owned)?,
        })
    }

    fn examine(&self, conference: &Conference, doing: &Doing) -> Result<(), Ground> {
        conference.not_adopted()?;
        let package = conference.undissolved(&self.name)?;
        if conference.is_closed(package, doing.at) {
            return Err(Ground::PackageClosed(self.name.clone()));
        }
        Ok(())
    }

    fn apply(&self, conference: &mut Conference, doing: &Doing) {
        let Some(package) = conference.packages.get_mut(&self.name) else {
            return;
        };
        package.dissolved = Some(doing.at);
        for place in package.opened.places.clone() {
            let what = Happening::Dissolved {
                package: self.name.clone(),
                reason: self.reason.clone(),
            };
            conference.note((doing.id, doing.at), &place, what);
        }
    }
}

impl Conference {
    /// Returns the packages by name.
    pub fn packages(&self) -> impl Iterator<Item = &Package> {
        self.packages.values()
    }

    /// Whether everything in a package is agreed at an instant.
    pub fn is_closed(&self, package: &Package, at: Instant) -> bool {
        self.all_agreed(package, at).is_some()
    }

    /// Returns since when everything in a package is agreed, if it is.
    fn all_agreed(&self, package: &Package, at: Instant) -> Option<Instant> {
        let mut latest = None;
        for place in &package.opened.places {
            let agreement = self.agreements.get(place)?;
            match self.by_itself(agreement, at) {
                Standing::Agreed(since) => latest = latest.max(Some(since)),
                _ => return None,
            }
        }
        latest
    }

    pub(crate) fn within_package(&self, name: &str, since: Instant, at: Instant) -> Standing {
        match self.packages.get(name) {
            Some(package) if package.dissolved.is_none() => match self.all_agreed(package, at) {
                Some(all) => Standing::Agreed(since.max(all)),
                None => Standing::InPackage(name.into()),
            },
            _ => Standing::Reopened,
        }
    }

    fn undissolved(&self, name: &str) -> Result<&Package, Ground> {
        let package = self.packages.get(name);
        package
            .filter(|package| package.dissolved.is_none())
            .ok_or_else(|| Ground::NoSuchPackage(name.into()))
    }

    pub(crate) fn member_of_package(&self, name: &str, place: &Place) -> Result<(), Ground> {
        if self.undissolved(name)?.opened.places.contains(place) {
            return Ok(());
        }
        Err(Ground::NotInPackage(name.into()))
    }

    /// A package that is neither dissolved nor closed.
    pub(crate) fn open_package(&self, at: Instant) -> Option<&Package> {
        let mut packages = self.packages.values();
        packages.find(|package| package.dissolved.is_none() && !self.is_closed(package, at))
    }
}
