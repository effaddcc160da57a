// The page of its own: keeps itself for starts without a network, offers a newer version, and says so if the script of the
// element is gone. Neither a host page nor a frame loads this script, and one file has none.
// Must not load a newer version unasked.

import type { CoachingSessionElement } from "./contract";
import { globals } from "./globals";
import { keepGlobals } from "./kept";
import { reasonOf } from "./reason";

// The page has no other script.
keepGlobals(globals);

/** Least time between two looks for a newer version, in milliseconds. */
const BETWEEN = 3_600_000;

/** Wait before the offer of a newer version is tried again, in milliseconds. */
const AGAIN = 60_000;

/** Wait for the newer version to take over before the page loads again, in milliseconds. */
const TAKE_OVER = 5_000;

/** The part of Trusted Types that a strict policy demands for a service worker. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL: (url: string) => string };
}

const element = document.querySelector<CoachingSessionElement>("coaching-session");

const say = (id: string): string => {
  const said = PAGE_WORDS[id] ?? {};
  return said[document.documentElement.lang] ?? said["en"] ?? "";
};

/** Returns a sentence and a button behind it. */
const told = (id: string, label: string, press: () => void): [HTMLElement, HTMLElement] => {
  const sentence = document.createElement("p");
  sentence.textContent = say(id);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say(label);
  button.addEventListener("click", press);
  return [sentence, button];
};

/** Says why a script could not be had, in place of the words that it is loading. */
const tellUnloaded = async (script: string): Promise<void> => {
  const reason = (await reasonOf([script])) ?? "could-not-start";
  const message = document.createElement("div");
  message.className = "told";
  message.setAttribute("role", "alert");
  message.append(...told(reason, "load-again", () => location.reload()));
  element?.replaceChildren(message);
};

addEventListener("load", () => {
  if (!customElements.get("coaching-session")) void tellUnloaded("coaching-session.js");
});

element?.addEventListener("coaching-error", () => {
  const root = element.shadowRoot;
  // The slot shows the words of the page; an alert beside it says that the browser is too old.
  if (root?.querySelector("slot") && !root.querySelector("[role=alert]")) void tellUnloaded(REST);
});

/**
 * Stores what was typed; returns true if storage took it. The widget listens as it does before the page goes, and cancels
 * the event if storage refuses.
 */
const isKept = (): boolean => dispatchEvent(new Event("beforeunload", { cancelable: true }));

/** Returns true if a newer version may be offered: no clock is on the screen, nothing is pressed, and all typed is kept. */
const mayOffer = (): boolean =>
  !element?.shadowRoot?.querySelector("[role=timer]") && !document.querySelector("body :active") && isKept();

/** Shows above the widget that there is a newer version, as soon as that disturbs nobody. */
const offer = (registration: ServiceWorkerRegistration): void => {
  if (document.querySelector(".news")) return;
  if (!mayOffer()) {
    setTimeout(offer, AGAIN, registration);
    return;
  }
  const news = document.createElement("aside");
  news.className = "news";
  const message = document.createElement("div");
  message.className = "told";
  message.setAttribute("role", "status");
  news.append(message);
  document.body.prepend(news);
  message.append(...told("new-version", "new-version-use", () => takeOver(registration)));
};

/** Loads the page again, in its newer version, once that has taken over. */
const takeOver = ({ waiting }: ServiceWorkerRegistration): void => {
  if (!waiting) return loadAgain();
  // One load alone: a second one would begin before the first one is through.
  const done = new AbortController();
  const timer = setTimeout(() => load(), TAKE_OVER);
  const load = () => {
    clearTimeout(timer);
    done.abort();
    loadAgain();
  };
  waiting.addEventListener("statechange", () => waiting.state === "activated" && load(), { signal: done.signal });
  waiting.postMessage("use");
};

/** Loads the page again, on the same screen. */
const loadAgain = (): void => {
  // The widget frees its slot at once, and the next one has it in time. If something is not kept, the browser asks first.
  if (isKept()) element?.remove();
  location.reload();
};

/** Returns the release that a worker serves. */
const releaseOf = (worker: ServiceWorker): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("release", [port2]);
  });

/** Offers the release of a worker if it is another one than that of the page; else lets the worker take over. */
const consider = async (registration: ServiceWorkerRegistration, worker: ServiceWorker | null): Promise<void> => {
  if (!worker) return;
  if ((await releaseOf(worker)) !== RELEASE) offer(registration);
  else worker.postMessage("use");
};

/** Keeps the page for starts without a network. Without the policy or a secure address, it needs the network. */
const keepPage = async (): Promise<void> => {
  const address = new URL("worker.js", import.meta.url).href;
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy("coaching-session", { createScriptURL: () => address });
  const url = policy?.createScriptURL(address) ?? address;
  const registration = await navigator.serviceWorker.register(url, { updateViaCache: "none" });
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") void consider(registration, installing);
    });
  });
  // Another window of the page took the newer version.
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    void consider(registration, navigator.serviceWorker.controller);
  });
  void consider(registration, registration.waiting);
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < BETWEEN) return;
    looked = Date.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => {});
  });
};

const isFrame = window.top !== window || new URLSearchParams(location.search).has("embed");
if (!isFrame && "serviceWorker" in navigator) {
  // Behind the first load, which the person waits for.
  element?.addEventListener("coaching-ready", () => void keepPage().catch((error: unknown) => console.info(error)), { once: true });
}
