//! Access to the buttons, fields and notices of a view. The one place that knows the structure of views.
//!
//! Asserts only that the open screen is the expected one.

use coaching_session::present::parts::action::Action;
use coaching_session::present::parts::again::AgainView;
use coaching_session::present::parts::alone::{AloneContents, AloneView};
use coaching_session::present::parts::came_up::CameUpView;
use coaching_session::present::parts::decision::DecisionView;
use coaching_session::present::parts::field::FieldView;
use coaching_session::present::parts::line::Line;
use coaching_session::present::parts::notes::NotesView;
use coaching_session::present::parts::notice::Notice;
use coaching_session::present::parts::question::{Prompt, QuestionView};
use coaching_session::present::parts::sheet::{Entry, HoldableView, SheetView, WeekView};
use coaching_session::present::parts::shortcuts::KeysView;
use coaching_session::present::screens::agenda::AgendaView;
use coaching_session::present::screens::asked::AskedView;
use coaching_session::present::screens::file::FileView;
use coaching_session::present::screens::form::FormView;
use coaching_session::present::screens::home::HomeView;
use coaching_session::present::screens::over::OverView;
use coaching_session::present::screens::planned::PlannedView;
use coaching_session::present::screens::run::RunView;
use coaching_session::present::{ScreenView, View};
use coaching_session::program::event::Event;
use coaching_session::program::event::Press;

macro_rules! screens {
    ($($name:ident $variant:ident $view:ident,)*) => {
        $(
            #[track_caller]
            pub fn $name(view: &View) -> &$view {
                match &view.screen {
                    ScreenView::$variant(screen) => screen,
                    other => panic!("not the screen {}: {other:?}", stringify!($variant)),
                }
            }
        )*
    };
}

screens! {
    home Home HomeView,
    file File FileView,
    form Form FormView,
    planned Planned PlannedView,
    agenda Agenda AgendaView,
    run Run RunView,
    decision Decision DecisionView,
    sheet Sheet SheetView,
    over Over OverView,
    page_asks Asked AskedView,
}

/// Returns all entries of a sheet, including those that can be held back.
pub fn entries(prepare: &SheetView) -> Vec<&Entry> {
    let within = |entry| match entry {
        &Entry::Holdable(HoldableView { ref entries, .. })
        | &Entry::Folded(_, ref entries)
        | &Entry::Week(WeekView { ref entries, .. }) => entries.iter().collect(),
        entry @ Entry::Send(row) => {
            let sections = row.message.iter().flat_map(|message| &message.sections);
            [entry].into_iter().chain(sections.flat_map(|section| &section.entries)).collect()
        }
        other => vec![other],
    };
    prepare.sections.iter().flat_map(|section| &section.entries).flat_map(within).collect()
}

/// Returns the entries of a sheet that can be held back.
pub fn things(prepare: &SheetView) -> Vec<&HoldableView> {
    let entries = prepare.sections.iter().flat_map(|section| &section.entries);
    entries
        .filter_map(|entry| match entry {
            Entry::Holdable(thing) => Some(thing),
            _ => None,
        })
        .collect()
}

/// Returns the accessible name of an action.
pub fn name(action: &Action) -> &str {
    action.name.as_ref().unwrap_or(&action.label)
}

/// Returns the notices above the screen and within it.
pub fn notices(view: &View) -> Vec<Notice> {
    let own = match &view.screen {
        ScreenView::Planned(planned) => planned.asks.to_vec(),
        ScreenView::Over(over) => over.asks.to_vec(),
        ScreenView::Shared(shared) => shared.ask.iter().cloned().collect(),
        ScreenView::Run(run) => run.asks.clone(),
        ScreenView::Home(_) | ScreenView::File(_) | ScreenView::Form(_) | ScreenView::Agenda(_) => Vec::new(),
        ScreenView::Decision(_) | ScreenView::Sheet(_) | ScreenView::Asked(_) => Vec::new(),
    };
    view.notices.iter().cloned().chain(own).collect()
}

/// Returns all actions that are possible at the moment.
pub fn actions(view: &View) -> Vec<Action> {
    let mut actions: Vec<Action> = match &view.screen {
        ScreenView::Home(home) => {
            let rows = home.groups.iter().flat_map(|group| &group.rows);
            let rows = rows.flat_map(|row| {
                let own = [&row.page, &row.last, &row.more, &row.delete]
                    .into_iter()
                    .flatten()
                    .chain([&row.open])
                    .chain(&row.slots);
                own.cloned().collect::<Vec<_>>()
            });
            let listed = home.came_up.iter().flat_map(|came_up| &came_up.list);
            let steps =
                home.lists.iter().chain(listed).flat_map(|list| &list.rows).flat_map(|row| &row.choices);
            let steps = steps.map(|choice| choice.action.clone());
            let sample = home.sample.iter().flat_map(|notice| notice.actions.clone());
            let sample = sample.chain(home.empty.iter().map(|empty| empty.sample.clone()));
            let deleted = home.deleted.iter().map(|deleted| &deleted.notice);
            let deleted = deleted.chain(&home.brought).flat_map(|notice| notice.actions.clone());
            let own = [home.plan.clone()]
                .into_iter()
                .chain(home.ask.clone())
                .chain(home.back.clone())
                .chain(home.save.clone())
                .chain(home.paste.clone())
                .chain(home.quarter.clone());
            let same = home
                .same
                .iter()
                .chain(&home.bare)
                .chain(&home.standing)
                .flat_map(|notice| notice.actions.clone());
            let with = home.came_up_with.iter().flat_map(|with| with.people.clone());
            let came_up = home.came_up.iter().flat_map(|came_up| {
                let undo = came_up.told.iter().flat_map(|told| told.actions.clone());
                undo.chain([came_up.keep.clone()]).collect::<Vec<_>>()
            });
            rows.chain(own)
                .chain(deleted)
                .chain(steps)
                .chain(sample)
                .chain(same)
                .chain(with)
                .chain(came_up)
                .collect()
        }
        ScreenView::File(file) => {
            let rows = file.groups.iter().flat_map(|group| &group.rows);
            let ticks = rows.filter_map(|row| row.keep.as_ref()).map(|keep| &keep.action);
            file.take.iter().chain([&file.leave]).chain(ticks).cloned().collect()
        }
        ScreenView::Form(form) => {
            let own = [&form.toggle, &form.submit, &form.cancel].into_iter().chain(&form.call_off);
            let slots = form.slots.iter().flat_map(|slots| &slots.slots);
            let names = form
                .names
                .iter()
                .flat_map(|names| names.names.iter().map(|name| &name.action).chain([&names.edit]));
            own.chain(slots).chain(names).cloned().collect()
        }
        ScreenView::Planned(planned) => {
            let own = [&planned.head.home, &planned.save, &planned.next].into_iter();
            let own = own.chain(&planned.edit).chain(&planned.standing).chain(&planned.second);
            let answers =
                planned.screen.iter().flat_map(|screen| &screen.options).map(|option| &option.action);
            let prepare = planned.parties.iter().filter_map(|party| party.prepare.as_ref());
            own.chain(&planned.others).chain(&planned.delete).chain(answers).chain(prepare).cloned().collect()
        }
        ScreenView::Sheet(prepare) => {
            let of = |entry: &Entry| match entry {
                Entry::Choices(choices) => {
                    choices.options.iter().map(|choice| choice.action.clone()).collect()
                }
                Entry::Tick(tick) => vec![tick.action.clone()],
                Entry::Actions(actions) | Entry::Asides(actions) => actions.clone(),
                Entry::Row(_, action) | Entry::FocusRow(_, _, action) => vec![action.clone()],
                Entry::Send(row) => {
                    let others = row.message.iter().map(|message| message.others.clone());
                    [row.send.clone(), row.read.clone()].into_iter().chain(others).collect()
                }
                Entry::Links(links) => links.iter().map(|link| link.action.clone()).collect(),
                Entry::Inline(inline) => inline.remove.iter().cloned().collect(),
                Entry::Line(..) | Entry::Heading(_) | Entry::Field(..) | Entry::Picture { .. } => Vec::new(),
                // Its entries are listed in its place.
                Entry::Holdable(_) | Entry::Folded(..) | Entry::Week(_) => Vec::new(),
            };
            let holds = things(prepare).into_iter().map(|thing| thing.hold.action.clone());
            let adds = prepare.sections.iter().filter_map(|section| section.add.clone());
            let within = entries(prepare).into_iter().flat_map(of).chain(holds).chain(adds);
            let own = [&prepare.head.home, &prepare.main].into_iter().chain(&prepare.answers);
            own.chain(&prepare.others).cloned().chain(within).collect()
        }
        ScreenView::Agenda(agenda) => {
            let rows =
                agenda.rows.iter().flat_map(|row| [Some(&row.up), Some(&row.down), row.remove.as_ref()]);
            let own = [&agenda.add, &agenda.undo, &agenda.fit, &agenda.head.home, &agenda.done];
            rows.flatten().chain(own).cloned().collect()
        }
        ScreenView::Run(run) => {
            let own =
                [&run.head.home, &run.next, &run.back, &run.pause, &run.shared].into_iter().chain(&run.skip);
            let ask = run.question.iter().flat_map(asked);
            own.chain(ask)
                .chain(&run.float)
                .chain(&run.extend)
                .chain(&run.end)
                .chain(&run.undo)
                .chain(&run.interrupt)
                .chain(run.corrections.iter().chain(&run.reasons).flat_map(|view| &view.actions))
                .chain(run.offer.iter().flat_map(|offer| offer.actions.iter().chain(&offer.others)))
                .chain(run.agreed.iter().filter_map(|agreed| agreed.write.as_ref()))
                .chain(run.keys.iter().flat_map(of_keys))
                .chain(run.signals.switches.iter().map(|switch| &switch.action))
                .cloned()
                .chain(of_notes(&run.notes))
                .collect()
        }
        ScreenView::Shared(shared) => {
            [&shared.leave, &shared.back, &shared.pause].into_iter().chain(&shared.next).cloned().collect()
        }
        ScreenView::Asked(asked) => vec![asked.decline.clone(), asked.allow.clone()],
        ScreenView::Decision(ask) => {
            [&ask.head.home, &ask.yes].into_iter().chain(&ask.others).chain(&ask.steps).cloned().collect()
        }
        ScreenView::Over(over) => {
            let own = [&over.head.home, &over.save, &over.delete]
                .into_iter()
                .chain(&over.next)
                .chain(&over.not_over);
            let summary = &over.summary;
            let of_summary = [summary.read.action.clone()].into_iter().chain(summary.actions.clone());
            own.chain(&over.others)
                .chain(&over.reopen)
                .cloned()
                .chain(of_notes(&over.notes))
                .chain(of_summary)
                .collect()
        }
    };
    actions.extend(notices(view).into_iter().flat_map(|notice| notice.actions));
    actions.extend(alone_view(view).into_iter().flat_map(of_alone).cloned());
    actions.extend(again(view).and_then(|again| again.own.clone()));
    actions.retain(|action| !action.is_off);
    actions
}

/// Returns the name of the main button of a session that is over: while there is none, the first offered date.
pub fn main_after(view: &View) -> String {
    let over = over(view);
    let dates = || over.notes.next.iter().flat_map(|list| &list.rows).flat_map(|row| &row.choices);
    let main = over.next.as_ref().or_else(|| dates().map(|date| &date.action).next());
    main.map(|main| name(main).to_owned()).unwrap_or_default()
}

/// Returns the words of a line, with the remark in brackets.
pub fn read(line: &Line) -> String {
    let remark = line.remark.as_ref().map(|remark| format!(" ({remark})"));
    format!("{}{}", line.words, remark.unwrap_or_default())
}

/// Returns the words of the coaching question on the screen, if there is one.
pub fn question(view: &View) -> Option<String> {
    Some(match &run(view).question.as_ref()?.prompt {
        Prompt::Open { question, .. } => question.to_string(),
        Prompt::AllAsked(words) => words.to_string(),
    })
}

/// Returns the hint what to listen for, if the screen shows one.
pub fn listen(view: &View) -> Option<String> {
    alone(view)?.listen.as_ref().map(ToString::to_string)
}

/// Returns the contents for one person alone, if the screen shows them.
pub fn alone(view: &View) -> Option<&AloneContents> {
    match alone_view(view)? {
        AloneView::Shown { contents, .. } | AloneView::Held { contents, .. } => Some(contents),
        AloneView::Hidden { .. } | AloneView::Asked { .. } => None,
    }
}

/// Returns the contents for one person alone, or the way there, if the screen has some.
pub fn alone_view(view: &View) -> Option<&AloneView> {
    match &view.screen {
        ScreenView::Run(run) => run.alone.as_ref(),
        ScreenView::Over(over) => over.alone.as_ref(),
        ScreenView::Planned(planned) => planned.alone.as_ref(),
        _ => None,
    }
}

/// Returns the words of the preparations, to read again, if the screen has some.
pub fn again(view: &View) -> Option<&AgainView> {
    match &view.screen {
        ScreenView::Run(run) => Some(&run.again),
        ScreenView::Over(over) => Some(&over.again),
        ScreenView::Planned(planned) => Some(&planned.again),
        _ => None,
    }
}

/// Returns the view without the contents for one person alone.
pub fn without_alone(view: &View) -> View {
    let screen = match &view.screen {
        ScreenView::Over(over) => ScreenView::Over(Box::new(OverView { alone: None, ..(**over).clone() })),
        ScreenView::Planned(planned) => {
            ScreenView::Planned(Box::new(PlannedView { alone: None, ..(**planned).clone() }))
        }
        ScreenView::Run(run) => ScreenView::Run(Box::new(RunView { alone: None, ..(**run).clone() })),
        other => other.clone(),
    };
    View { screen, ..view.clone() }
}

/// Returns the actions of the keys of a running session: those of their list alone while it is open.
fn of_keys(view: &KeysView) -> Vec<&Action> {
    match &view.sheet {
        Some(sheet) => vec![&sheet.close],
        None => vec![&view.switch.action, &view.list],
    }
}

/// Returns the actions of the contents for the manager alone.
fn of_alone(view: &AloneView) -> Vec<&Action> {
    match view {
        AloneView::Hidden { peek } => vec![peek],
        AloneView::Held { peek, .. } => vec![peek],
        AloneView::Asked { peek, answers, .. } => [peek].into_iter().chain(answers).collect(),
        AloneView::Shown { contents, hide } => {
            let rows = contents.notes.iter().flat_map(|list| &list.rows);
            let choices = rows.flat_map(|row| &row.choices).map(|choice| &choice.action);
            [hide].into_iter().chain(choices).collect()
        }
    }
}

/// Returns the actions of a coaching question.
pub fn asked(view: &QuestionView) -> Vec<&Action> {
    match &view.prompt {
        Prompt::Open { choices, .. } => choices.iter().collect(),
        Prompt::AllAsked(_) => Vec::new(),
    }
}

/// Returns the notes, if the screen shows them.
pub fn notes(view: &View) -> Option<&NotesView> {
    match &view.screen {
        ScreenView::Run(run) => Some(&run.notes),
        ScreenView::Over(over) => Some(&over.notes),
        _ => None,
    }
}

fn of_notes(notes: &NotesView) -> Vec<Action> {
    let rows = notes
        .left
        .iter()
        .chain(&notes.steps)
        .chain(&notes.lists)
        .chain(&notes.closing)
        .chain(&notes.next)
        .flat_map(|list| &list.rows);
    let of_line = notes.line.iter().flat_map(|line| &line.who);
    let choices = notes.openers.iter().chain(of_line).chain(rows.flat_map(|row| &row.choices));
    let line = notes
        .line
        .iter()
        .flat_map(|line| [line.keep.clone(), line.away.clone()].into_iter().chain(line.other.clone()));
    choices
        .map(|choice| choice.action.clone())
        .chain(line)
        .chain(notes.undo.clone())
        .chain(notes.bring_back.clone())
        .collect()
}

/// Returns the accessible names of all possible actions.
pub fn names(view: &View) -> Vec<String> {
    actions(view).iter().map(|action| name(action).to_owned()).collect()
}

/// Returns the event of typing that text into a field.
pub fn typing(field: &FieldView, text: &str) -> Event {
    Event::Typed(field.field, text.to_owned())
}

/// Returns all fields on the screen.
pub fn fields(view: &View) -> Vec<FieldView> {
    match &view.screen {
        ScreenView::Form(form) => {
            form.fields.iter().chain(&form.about).chain(form.rest.iter().flatten()).cloned().collect()
        }
        ScreenView::Sheet(sheet) => {
            let fields = entries(sheet).into_iter().flat_map(|entry| match entry {
                Entry::Field(field) => vec![field.clone()],
                Entry::Inline(inline) => inline.fields.clone(),
                _ => Vec::new(),
            });
            fields.collect()
        }
        ScreenView::Home(home) => {
            let came_up = home.came_up.iter().map(|came_up| came_up.field.clone());
            came_up.chain([home.pasted.clone()]).collect()
        }
        ScreenView::Planned(planned) => planned.noted.iter().cloned().collect(),
        ScreenView::Agenda(agenda) => {
            agenda.rows.iter().flat_map(|row| [row.title.clone(), row.minutes.clone()]).collect()
        }
        _ => {
            let line = notes(view).and_then(|notes| notes.line.as_ref());
            line.iter().flat_map(|line| &line.fields).cloned().collect()
        }
    }
}

/// Returns the notes without the undo of the last change, which a reload loses; of a booking it stands beside the date.
fn after_reload(notes: &NotesView) -> NotesView {
    let mut notes = NotesView { undo: None, bring_back: None, kept: None, ..notes.clone() };
    for row in notes.next.iter_mut().flat_map(|next| &mut next.rows) {
        row.choices.retain(|choice| choice.action.press != Press::Undone);
    }
    notes
}

/// Returns the view without the parts that a reload may lose.
pub fn lasting(view: &View) -> View {
    let field = |field: &FieldView| FieldView { complaint: None, ..field.clone() };
    let fields = |fields: &Vec<FieldView>| fields.iter().map(field).collect();
    let screen = match &view.screen {
        ScreenView::Home(home) => ScreenView::Home(Box::new(HomeView {
            deleted: Vec::new(),
            brought: Vec::new(),
            came_up: home.came_up.clone().map(|came_up| CameUpView { told: None, ..came_up }),
            ..(**home).clone()
        })),
        ScreenView::Form(form) => {
            let (first, about) = (fields(&form.fields), fields(&form.about));
            let rest = form.rest.as_ref().map(fields);
            // The question about a doubtful value goes with the page, and so does its answer, the main button.
            let submit = form.cancel.clone();
            let form = FormView { fields: first, about, rest, submit, ..(**form).clone() };
            ScreenView::Form(Box::new(form))
        }
        ScreenView::Run(run) => {
            let notes = after_reload(&run.notes);
            ScreenView::Run(Box::new(RunView { notes, offer: None, ..(**run).clone() }))
        }
        ScreenView::Over(over) => {
            let notes = after_reload(&over.notes);
            ScreenView::Over(Box::new(OverView { notes, ..(**over).clone() }))
        }
        ScreenView::Agenda(agenda) => ScreenView::Agenda(Box::new(AgendaView {
            undo: agenda.done.clone(),
            misfit: None,
            ..(**agenda).clone()
        })),
        ScreenView::Planned(planned) => {
            let mut planned = planned.clone();
            let is_undo = |action: &Action| matches!(action.press, Press::FileUndone(_));
            planned.asks.retain(|ask| !ask.actions.iter().any(is_undo));
            ScreenView::Planned(planned)
        }
        ScreenView::Sheet(sheet) => {
            let mut sheet = sheet.clone();
            sheet.answers.retain(|answer| answer.press != Press::Undone);
            ScreenView::Sheet(sheet)
        }
        other => other.clone(),
    };
    View { screen, ..view.clone() }
}

/// Returns the view without its questions.
pub fn unasked(view: &View) -> View {
    let screen = match &view.screen {
        ScreenView::Run(run) => ScreenView::Run(Box::new(RunView { asks: Vec::new(), ..(**run).clone() })),
        other => other.clone(),
    };
    View { screen, ..view.clone() }
}
