//! The mindset checklist of each coaching type.

use crate::domain::party::Party;
use crate::domain::phrase::Phrase;

/// The mindset checklist of a party for a coaching type: content, tone, structure. Of a type that
/// this release does not know there is what holds always.
#[must_use]
pub fn checklist(party: Party, coaching_type: &str) -> [Vec<Phrase>; 3] {
    let (content, tone, structure): (&[Phrase], &[Phrase], &[Phrase]) = match party {
        Party::Manager => (
            &[Phrase::CheckRead, Phrase::CheckCurious],
            &[Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork],
            &[Phrase::CheckQuiet, Phrase::CheckOwnPromise],
        ),
        Party::Seller => (
            &[Phrase::CheckMyPick, Phrase::CheckKnowGuess],
            &[Phrase::CheckHard],
            &[Phrase::CheckHelp, Phrase::CheckLeave],
        ),
    };
    let own = match (coaching_type, party) {
        ("call-before", Party::Manager) => Some(Phrase::CheckCallBeforeManager),
        ("call-before", Party::Seller) => Some(Phrase::CheckCallSeller),
        ("call-after", Party::Manager) => Some(Phrase::CheckCallManager),
        ("call-after", Party::Seller) => Some(Phrase::CheckCallAfterSeller),
        ("opportunity-early", Party::Manager) => Some(Phrase::CheckEarlyManager),
        ("opportunity-early", Party::Seller) => Some(Phrase::CheckEarlySeller),
        ("opportunity-late", Party::Manager) => Some(Phrase::CheckLateManager),
        ("opportunity-late", Party::Seller) => Some(Phrase::CheckLateSeller),
        ("account", Party::Manager) => Some(Phrase::CheckAccountManager),
        ("account", Party::Seller) => Some(Phrase::CheckAccountSeller),
        ("territory", Party::Manager) => Some(Phrase::CheckTerritoryManager),
        ("territory", Party::Seller) => Some(Phrase::CheckTerritorySeller),
        _ => None,
    };
    let mut content = content.to_vec();
    content.extend(own);
    [content, tone.to_vec(), structure.to_vec()]
}
