//! The pointer over a running session: notices that a control moved under the resting pointer, so that a press meant
//! for the control before does nothing.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent, ShadowRoot};

use super::bus::Seat;
use super::handle::Handle;
use super::platform::Platform;

/// Anything that a press acts on.
const CONTROLS: &str = "button, a, input, textarea, summary";

/// Distance in CSS pixels that a resting hand may move.
const REST: i32 = 8;

/// The last known place of the pointer, and the control below it.
#[derive(Default)]
pub(super) struct Pointer {
    /// Place within the window in CSS pixels; `None` before the first move.
    at: Cell<Option<(i32, i32)>>,
    /// Control at that place; `None` if there is none.
    control: RefCell<Option<Element>>,
}

impl Pointer {
    /// Follows the pointer over the widget; dropping the returned handles ends that.
    pub(super) fn follow(
        self: &Rc<Self>,
        root: &ShadowRoot,
        platform: &Platform,
        seat: &Rc<Seat>,
    ) -> Vec<Handle> {
        let on = |name| {
            let (pointer, root, seat) = (self.clone(), root.clone(), seat.clone());
            let target = root.clone();
            Handle::listener(platform, &target, name, move |event| {
                if let Some(event) = event.dyn_ref::<MouseEvent>() {
                    let to = (event.client_x(), event.client_y());
                    let is_resting = pointer.at.get().is_some_and(|at| are_close(at, to));
                    if !is_resting {
                        pointer.at.set(Some(to));
                        pointer.control.replace(control_at(&root, to));
                        seat.dispatch.pace().settle();
                    }
                }
            })
        };
        vec![on("mousemove"), on("mousedown")]
    }

    /// Looks after a drawing if another control lies under the pointer in a running session, and notes that.
    pub(super) fn drawn(&self, root: &ShadowRoot, seat: &Seat) {
        let Some(at) = self.at.get() else { return };
        let control = control_at(root, at);
        let is_other = *self.control.borrow() != control;
        let is_running = root.query_selector(".run").is_ok_and(|screen| screen.is_some());
        if is_other && is_running && control.is_some() {
            let now = web_sys::window().and_then(|window| window.performance()).map(|clock| clock.now());
            now.into_iter().for_each(|now| seat.dispatch.pace().shift(now));
        }
        self.control.replace(control);
    }
}

fn are_close(one: (i32, i32), other: (i32, i32)) -> bool {
    one.0.abs_diff(other.0).max(one.1.abs_diff(other.1)) <= REST.unsigned_abs()
}

fn control_at(root: &ShadowRoot, (x, y): (i32, i32)) -> Option<Element> {
    #[expect(clippy::cast_precision_loss, reason = "a window is less than 16 million pixels wide")]
    let (x, y) = (x as f32, y as f32);
    root.element_from_point(x, y)?.closest(CONTROLS).ok().flatten()
}
