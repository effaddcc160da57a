//! The manager's own weeks: a small chart with its numbers in it, and the same numbers as a table.

use yew::prelude::*;

use crate::present::parts::own_weeks::{OwnWeeks, WeekRow};
use crate::text::Words;

/// Width of the chart for one week, in units of the picture.
const WEEK: usize = 40;

/// Height of the chart for one kind: its label, the numbers, and the bars.
const KIND: usize = 60;

/// Height of the tallest bar.
const BAR: usize = 20;

/// Draws the own weeks, folded to their heading.
pub(in crate::ui) fn own_weeks(view: &OwnWeeks) -> Html {
    html! {
        <details class="group own-weeks">
            <summary><h2>{&view.heading}</h2></summary>
            <p class="hint">{&view.lead}</p>
            {chart(view)}
            <details>
                <summary>{&view.table}</summary>
                {table(view)}
            </details>
        </details>
    }
}

/// Draws the chart, which says nothing to a screen reader: the table below has the same numbers.
fn chart(view: &OwnWeeks) -> Html {
    let most = view.rows.iter().flat_map(|row| &row.counts).copied().max().unwrap_or_default();
    let height = view.rows.len() * KIND;
    let names = view.weeks.iter().enumerate().step_by(3).map(|(week, name)| {
        html! { <text class="chart-week" x={middle(week)} y={(height + 16).to_string()}>{name}</text> }
    });
    let size = format!("-32 0 {} {}", view.weeks.len() * WEEK + 64, height + 24);
    html! {
        <svg class="chart" viewBox={size} aria-hidden="true">
            {for view.rows.iter().enumerate().map(|(place, row)| kind(row, place * KIND, most))}
            {for names}
        </svg>
    }
}

/// Draws the bars of a kind from `top` on, each with its number above. `most` is the highest number of all kinds.
fn kind(row: &WeekRow, top: usize, most: usize) -> Html {
    let base = top + KIND - 4;
    let bars = row.counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(week, count)| {
        let height = (BAR * count).div_ceil(most.max(1));
        let x = (week * WEEK + WEEK / 4).to_string();
        let (y, number) = (base - height, (base - height - 4).to_string());
        html! {
            <>
                <rect class="chart-bar" {x} y={y.to_string()} width={(WEEK / 2).to_string()} height={height.to_string()} />
                <text class="chart-number" x={middle(week)} y={number}>{*count}</text>
            </>
        }
    });
    let end = (row.counts.len() * WEEK).to_string();
    html! {
        <>
            <text class="chart-kind" x="0" y={(top + 14).to_string()}>{&row.label}</text>
            <line class="chart-base" x1="0" x2={end} y1={base.to_string()} y2={base.to_string()} />
            {for bars}
        </>
    }
}

/// Returns the middle of a week in the chart.
fn middle(week: usize) -> String {
    (week * WEEK + WEEK / 2).to_string()
}

fn table(view: &OwnWeeks) -> Html {
    let heads = view.rows.iter().map(|row| html! { <th scope="col">{&row.label}</th> });
    let week = |(place, name): (usize, &Words)| {
        let counts = view.rows.iter().map(|row| row.counts.get(place).copied().unwrap_or_default());
        html! {
            <tr>
                <th scope="row">{name}</th>
                {for counts.map(|count| html! { <td>{count}</td> })}
            </tr>
        }
    };
    html! {
        <table class="minutes">
            <caption class="spoken">{&view.caption}</caption>
            <thead><tr><th scope="col">{&view.week}</th>{for heads}</tr></thead>
            <tbody>{for view.weeks.iter().enumerate().map(week)}</tbody>
        </table>
    }
}
