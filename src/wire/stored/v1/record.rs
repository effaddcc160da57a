//! The stored form of records beside the sessions: pairs, settings, private records, sides, same-person claims,
//! standing slots, and lists for the next session.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::field::{Invalid, is_unset, maybe_text, pair_id, text, text_form};
use super::note::{CarriedDto, ListedDto, StatusDto};
use super::preparation::PrivateDto;
use super::standing::{EnteredRowDto, StandingDto};
use super::words::{ChecklistLineDto, PartyDto, SentByDto, SignalDto};
use crate::domain::id::PairId;
use crate::domain::listed::Listed;
use crate::domain::note::{CARRIED_LIMIT, STATUS_LIMIT};
use crate::domain::pair::Pair;
use crate::domain::record::{REMOVED_LIMIT, Record, RemovedLine, Settings, UNLISTED_LIMIT};
use crate::domain::sent::SentBy;
use crate::domain::signal::Signal;
use crate::domain::told::Told;
use crate::wire::stored::list::List;

/// The stored form of the content of a record beside the sessions, by its kind.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RecordDto {
    Pair(PairDto),
    /// Lines for the next session of a pair.
    List(List<ListedDto, CARRIED_LIMIT>),
    Settings(SettingsDto),
    Private(PrivateDto),
    /// Party that the person who uses this browser is in a pair.
    Side(PartyDto),
    /// Id of the other pair in the claim that two pairs are the same two people.
    Same(String),
    Standing(StandingDto),
    Entered(EnteredRowDto),
    Told(ToldDto),
}

/// The stored form of what a seller told with answers to sessions that are deleted.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ToldDto {
    #[serde(default, skip_serializing_if = "List::is_empty")]
    steps: List<StatusDto, STATUS_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    listed: List<CarriedDto, CARRIED_LIMIT>,
}

/// The stored form of the names of a pair, a manager and a seller. The manager's name is left out until it is
/// known.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PairDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    manager: Option<String>,
    seller: String,
}

/// The stored form of the settings of the person who uses this browser: the person's name, once it was typed, the
/// ids of the pairs whose seller is no longer suggested, the switch of the shortcuts, once they are off, the removed lines
/// of the checklists, the ids of the pairs that wait for a date, those of the pairs whose names go out as initials, the
/// method that sends the messages of a quarter, and the signals that are on.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingsDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    own_name: Option<String>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    unlisted: List<String, UNLISTED_LIMIT>,
    #[serde(default, skip_serializing_if = "is_unset")]
    keys_off: bool,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    removed: List<RemovedLineDto, REMOVED_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    waiting: List<String, UNLISTED_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    initials: List<String, UNLISTED_LIMIT>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    send_by: Option<SentByDto>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    signals: List<SignalDto, { Signal::ALL.len() }>,
}

/// The stored form of a removed line of a checklist: the pair of a seller at the manager's device, and the line.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RemovedLineDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    pair: Option<String>,
    line: ChecklistLineDto,
}

impl From<RemovedLine> for RemovedLineDto {
    fn from(RemovedLine { pair, line }: RemovedLine) -> Self {
        Self { pair: pair.map(|pair| pair.to_string()), line: (&line).into() }
    }
}

impl TryFrom<RemovedLineDto> for RemovedLine {
    type Error = Invalid;

    fn try_from(RemovedLineDto { pair, line }: RemovedLineDto) -> Result<Self, Invalid> {
        let pair = pair.map(|pair| pair_id(&pair, "removed")).transpose()?;
        Ok(Self { pair, line: line.wording("removed")? })
    }
}

/// Returns the ids of pairs; `field` names the list for the error.
fn pair_ids(ids: &[String], field: &'static str) -> Result<Vec<PairId>, Invalid> {
    ids.iter().map(|id| pair_id(id, field)).collect()
}

impl From<&Record> for RecordDto {
    fn from(record: &Record) -> Self {
        match record {
            Record::Pair(Pair { manager, seller }) => {
                Self::Pair(PairDto { manager: text_form(manager.as_ref()), seller: seller.to_string() })
            }
            Record::Settings(Settings {
                own_name,
                unlisted,
                keys_are_off,
                removed,
                waiting,
                by_initials,
                send_by,
                signals,
            }) => Self::Settings(SettingsDto {
                own_name: text_form(own_name.as_ref()),
                unlisted: List(unlisted.iter().map(PairId::to_string).collect()),
                keys_off: *keys_are_off,
                removed: List(removed.iter().map(|line| line.clone().into()).collect()),
                waiting: List(waiting.iter().map(PairId::to_string).collect()),
                initials: List(by_initials.iter().map(PairId::to_string).collect()),
                send_by: send_by.map(SentByDto::from),
                signals: List(signals.iter().map(|signal| SignalDto::from(*signal)).collect()),
            }),
            Record::Private(private) => Self::Private((&**private).into()),
            Record::Side(party) => Self::Side((*party).into()),
            Record::Same(pair) => Self::Same(pair.to_string()),
            Record::Standing(standing) => Self::Standing(standing.into()),
            Record::EnteredRow(row) => Self::Entered(row.into()),
            Record::Told(Told { steps, listed }) => {
                Self::Told(ToldDto { steps: List::of(steps), listed: List::of(listed) })
            }
            Record::List(lines) => Self::List(List(lines.iter().map(ListedDto::from).collect())),
        }
    }
}

impl TryFrom<RecordDto> for Record {
    type Error = Invalid;

    fn try_from(form: RecordDto) -> Result<Self, Invalid> {
        Ok(match form {
            RecordDto::Pair(PairDto { manager, seller }) => Self::Pair(Pair {
                manager: maybe_text(manager, "manager")?,
                seller: text(&seller, "seller")?,
            }),
            RecordDto::Settings(SettingsDto {
                own_name,
                unlisted,
                keys_off,
                removed,
                waiting,
                initials,
                send_by,
                signals,
            }) => Self::Settings(Settings {
                own_name: maybe_text(own_name, "own_name")?,
                unlisted: pair_ids(&unlisted.0, "unlisted")?,
                keys_are_off: keys_off,
                removed: removed.values()?,
                waiting: pair_ids(&waiting.0, "waiting")?,
                by_initials: pair_ids(&initials.0, "initials")?,
                send_by: send_by.map(SentBy::from),
                signals: BTreeSet::from_iter(signals.0.into_iter().map(Signal::from)).into_iter().collect(),
            }),
            RecordDto::Private(private) => Self::Private(Box::new(private.try_into()?)),
            RecordDto::Side(party) => Self::Side(party.into()),
            RecordDto::Same(pair) => Self::Same(pair_id(&pair, "same")?),
            RecordDto::Standing(standing) => Self::Standing(standing.try_into()?),
            RecordDto::Entered(row) => Self::EnteredRow(row.try_into()?),
            RecordDto::Told(ToldDto { steps, listed }) => {
                Self::Told(Told { steps: steps.values()?, listed: listed.values()? })
            }
            RecordDto::List(lines) => {
                Self::List(lines.0.into_iter().map(Listed::try_from).collect::<Result<_, _>>()?)
            }
        })
    }
}
