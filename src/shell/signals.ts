// The signals of a running session (src/shell/signals.rs): a chime, the screen of the device that stays on by the browser's
// Screen Wake Lock, and the title of the browser's tab. All is as it was once the widget ends.
// Must not decide when.

import { chime } from "./chime";
import { isRefused } from "./refused";

/** The signals of one widget. */
export class Signals {
  #awake: Awake;
  #tab: Tab;

  constructor(life: AbortSignal) {
    this.#awake = new Awake(life);
    this.#tab = new Tab(life);
  }

  /** Sounds a soft chime once. */
  chime(kind: "up" | "nearing"): void {
    chime(kind);
  }

  /** Gives the browser's tab a title; its own one again for undefined. */
  nameTab(title: string | undefined): void {
    this.#tab.name(title);
  }

  /** Keeps the screen of the device on, or lets it sleep again. Rejects if the browser refuses. */
  keepAwake(isKept: boolean): Promise<void> {
    return this.#awake.keep(isKept);
  }

  /** Returns true if the browser can keep the screen on, and the page around a frame lets it. */
  canStayAwake(): boolean {
    return "wakeLock" in navigator && !isRefused("screen-wake-lock");
  }
}

/** Keeps the screen on. The browser drops its lock with each page that is hidden, so it is taken again. */
class Awake {
  #isWanted = false;
  #lock: WakeLockSentinel | undefined;
  #life: AbortSignal;

  constructor(life: AbortSignal) {
    this.#life = life;
    const again = () => void this.#take().catch(() => {});
    document.addEventListener("visibilitychange", again, { signal: life });
    life.addEventListener("abort", () => void this.keep(false).catch(() => {}), { once: true });
  }

  /** Keeps the screen on, or lets it sleep again. Rejects if the browser refuses to keep it on. */
  async keep(isWanted: boolean): Promise<void> {
    this.#isWanted = isWanted;
    if (isWanted) return this.#take();
    const lock = this.#lock;
    this.#lock = undefined;
    await lock?.release();
  }

  /** Takes the lock if it is wanted, the page is visible and the lock was dropped. */
  async #take(): Promise<void> {
    if (!this.#isWanted || this.#life.aborted || document.visibilityState !== "visible") return;
    if (this.#lock && !this.#lock.released) return;
    const lock = await navigator.wakeLock.request("screen");
    // It may no longer be wanted by now, or was taken twice.
    if (!this.#isWanted || (this.#lock && !this.#lock.released)) await lock.release();
    else this.#lock = lock;
  }
}

/** The title of the browser's tab. */
class Tab {
  /** Title of the page; undefined while the tab has it. */
  #own: string | undefined;

  constructor(life: AbortSignal) {
    life.addEventListener("abort", () => this.name(undefined), { once: true });
  }

  /** Gives the tab another title, or its own one again for undefined. */
  name(title: string | undefined): void {
    if (title !== undefined) {
      this.#own ??= document.title;
      document.title = title;
    } else if (this.#own !== undefined) {
      document.title = this.#own;
      this.#own = undefined;
    }
  }
}
