//! Version 1 of the stored data: one form for each type of the domain. The names of fields and words are part
//! of the format.
//!
//! A form holds what JSON can hold. Converting it into the domain checks the values and names the field
//! that is wrong.

mod asking;
mod clock;
mod closing;
mod draft;
mod evidence;
mod field;
mod note;
mod plan;
mod preparation;
mod quarter;
mod record;
mod register;
mod session;
mod standing;
mod stated;
mod ui_state;
mod words;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::{RawValue, to_raw_value};

use self::field::Invalid;
use super::{Stored, Unreadable};
use crate::domain::draft::Draft;
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::record::Record;
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::domain::ui_state::{Screen, UiState};
use crate::wire::objects;

/// Writes a stored form as JSON.
fn write(form: &impl Serialize) -> serde_json::Result<Box<RawValue>> {
    to_raw_value(form)
}

/// Reads a stored form from JSON and converts it into a value of the domain.
fn read<F, T>(data: &str) -> Result<T, Unreadable>
where
    F: DeserializeOwned + TryInto<T, Error = Invalid>,
{
    let form: F = objects::read(data).map_err(|error| Unreadable::Shape(error.to_string()))?;
    form.try_into().map_err(|Invalid(field)| Unreadable::Value(field))
}

/// Gives each type its stored form.
macro_rules! stored_as {
    ($($value:ty: $form:ty;)+) => {$(
        impl Stored for $value {
            fn write(&self) -> serde_json::Result<Box<RawValue>> {
                write(&<$form>::from(self))
            }

            fn read(data: &str) -> Result<Self, Unreadable> {
                read::<$form, _>(data)
            }
        }
    )+};
}

stored_as! {
    Session: session::SessionDto;
    SellerHalf: preparation::SellerDto;
    Record: record::RecordDto;
    Register<Record>: register::RegisterDto<record::RecordDto>;
    Register<ManagerHalf>: register::RegisterDto<session::ManagerDto>;
    Register<SellerHalf>: register::RegisterDto<preparation::SellerDto>;
    UiState: ui_state::UiStateDto;
    Screen: ui_state::ScreenDto;
    Draft: draft::DraftDto;
}
