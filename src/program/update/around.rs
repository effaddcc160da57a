//! Calls of the page around the frame, which is of another origin: before data go out or are removed, the person is asked,
//! and sees the text that would go out.

use std::collections::BTreeMap;

use super::file::backup_of;
use super::{called, frame_file, importing};
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Focus, Refusal, move_focus};
use crate::program::event::{Call, FramePress, StorageFault};
use crate::program::state::around::{Question, Wish};
use crate::program::state::model::Model;
use crate::program::state::request::RequestId;
use crate::text::Env;

/// Handles a call of the page around the frame, whose origin is `origin`.
pub(super) fn handle(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (request, call, origin): (RequestId, Call, String),
    effects: &mut Vec<Effect>,
) {
    let wish = match call {
        Call::Link => Wish::Link,
        Call::Calendar => Wish::Calendar,
        Call::Summary(_) => Wish::Summary,
        Call::Export => Wish::Export,
        Call::Delete => Wish::Delete,
        // Shows what it brought, and can be undone.
        Call::Import(_) => return called::handle(model, env, now, (request, call), effects),
    };
    importing::finish(model, now, effects);
    if let Some(refusal) = refusal(model, wish) {
        return effects.push(Effect::Answer(request, Err(refusal)));
    }
    match called::result(model, env, now, &call) {
        Some(Ok(text)) => ask(model, Question { request, origin, wish, text }, effects),
        Some(Err(refusal)) => effects.push(Effect::Answer(request, Err(refusal))),
        None if wish == Wish::Export => {
            model.around.reading = Some((request, origin));
            effects.push(Effect::ReadStored(Some(request)));
        }
        None => ask(model, Question { request, origin, wish, text: String::new() }, effects),
    }
}

/// Answers with the whole store as one text; asks the person first if the page around the frame made that call. `stored`
/// holds the records by name; none are known if the browser refused.
pub(super) fn exported(
    model: &mut Model,
    request: RequestId,
    stored: Result<BTreeMap<String, String>, StorageFault>,
    effects: &mut Vec<Effect>,
) {
    let stored = stored.unwrap_or_default();
    let Some((request, origin)) = model.around.reading.take_if(|(awaited, _)| *awaited == request) else {
        return called::exported(model, request, stored, effects);
    };
    let text = backup_of(model, stored);
    ask(model, Question { request, origin, wish: Wish::Export, text }, effects);
}

/// Handles a press on a button that only a frame has.
pub(super) fn pressed(model: &mut Model, press: FramePress, effects: &mut Vec<Effect>) {
    match press {
        FramePress::FileCopied => frame_file::copy(model, effects),
        FramePress::FileLeft => model.around.file = None,
        FramePress::Allowed => allow(model, effects),
        FramePress::Declined => decline(model, effects),
    }
}

fn allow(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Question { request, wish, text, .. }) = model.around.question.take() else { return };
    match wish {
        Wish::Delete => called::delete(model, request, effects),
        Wish::Link | Wish::Calendar | Wish::Summary | Wish::Export => {
            effects.push(Effect::Answer(request, Ok(text)));
        }
    }
    move_focus(effects, Focus::Heading);
}

fn decline(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Question { request, wish, .. }) = model.around.question.take() else { return };
    model.around.declined.push(wish);
    effects.push(Effect::Answer(request, Err(Refusal::Declined)));
    move_focus(effects, Focus::Heading);
}

/// Returns the reason why the person is not asked; `None` if nothing is against it.
fn refusal(model: &Model, wish: Wish) -> Option<Refusal> {
    let around = &model.around;
    let is_asked = around.question.is_some() || around.reading.is_some();
    let refusal = is_asked.then_some(Refusal::Asked);
    refusal.or_else(|| around.declined.contains(&wish).then_some(Refusal::Declined))
}

fn ask(model: &mut Model, question: Question, effects: &mut Vec<Effect>) {
    model.around.question = Some(question);
    move_focus(effects, Focus::Heading);
}
