//! The link in a calendar entry: the plan alone, without anything that the two wrote.

use super::content::{Half, Link};
use crate::domain::ahead::Ahead;
use crate::domain::closing::Closing;
use crate::domain::coaching_type::Catalogue;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::note::Notes;
use crate::domain::plan::Plan;
use crate::domain::readiness::Prepared;
use crate::domain::register::{Register, Version, Written};
use crate::domain::session::Session;
use crate::domain::standard::standard;
use crate::domain::text::Text;
use crate::domain::version::VersionVector;

impl Link {
    /// Returns the link to the plan of a session alone, with the standard agenda of its type. `None` without a plan.
    ///
    /// The link counts one write: the first one of the writer who wrote most. Every plan that the form
    /// makes counts two, and so replaces what this link brought.
    #[must_use]
    pub fn plan_only(
        session: &Session,
        manager: Option<&Text>,
        seller: &Text,
        catalogue: &Catalogue,
    ) -> Option<Self> {
        let plan = &session.manager_half()?.plan;
        let counters = session.manager.shown().vector.counters();
        let (writer, _) = counters.max_by_key(|(_, count)| *count)?;
        let plan = Plan { agenda: standard(plan, catalogue)?, ..plan.clone() };
        let version =
            Version { vector: VersionVector::new([(writer, 1)]), written: Written::Content(alone(plan)) };
        Some(Self {
            pair: session.pair,
            session: session.id,
            manager: manager.cloned(),
            seller: seller.clone(),
            half: Half::Manager(Register::from_versions(&[version])?),
            next: None,
            extras: Vec::new(),
        })
    }

    /// Returns true if the link holds a plan alone, as [`Link::plan_only`] makes it.
    #[must_use]
    pub fn is_plan_only(&self) -> bool {
        let Half::Manager(half) = &self.half else { return false };
        let is_alone = |content: &ManagerHalf| *content == alone(content.plan.clone());
        half.others().is_empty()
            && half.shown().vector.writings() == 1
            && half.content().is_some_and(is_alone)
    }
}

/// Returns a manager's half with the plan and nothing else.
fn alone(plan: Plan) -> ManagerHalf {
    ManagerHalf {
        plan,
        prepared: Prepared::default(),
        ahead: Ahead::default(),
        course: Course::Planned,
        notes: Notes::default(),
        carried: Vec::new(),
        settled: Vec::new(),
        asked: Vec::new(),
        closing: Closing::default(),
    }
}
