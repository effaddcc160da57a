// The service worker of the page of its own: keeps the files of one release, for starts without a network. The network
// comes first for the page and for each file without a hash in its name, so that no old worker holds back a release.
// Must not answer for a page that is not ours, or take over while the person works with another release.

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Folder of the page, in which all files lie. */
const FOLDER = new URL("./", worker.location.href).pathname;

/** Beginning of the names of this page's caches: other pages of the origin have caches of their own. */
const PREFIX = `coaching-session ${FOLDER} `;

const CACHE = PREFIX + VERSION;

/** Name under which the page is kept. */
const PAGE = "./";

/** Time for which the network is awaited where a kept file could answer, in milliseconds. */
const PATIENCE = 4_000;

const isPage = (url: URL): boolean => [FOLDER, `${FOLDER}index.html`].includes(url.pathname);

/** Returns true if an answer is the page of this release: with a page of another one, kept files would not fit. */
const isOurPage = async (answer: Response): Promise<boolean> => answer.ok && (await answer.text()).includes(PAGE_SCRIPT);

/** Keeps all files of the release, or none. */
const keepAll = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  const stable = [PAGE, ...STABLE].map((name) => new Request(name, { cache: "no-cache" }));
  await cache.addAll([...stable, ...HASHED.map((name) => new Request(name))]);
  const page = await cache.match(PAGE);
  if (!page || !(await isOurPage(page))) throw new Error("the server is changing to another release");
};

const dropOthers = async (): Promise<void> => {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
};

const kept = async (name: string): Promise<Response | undefined> => (await caches.open(CACHE)).match(name);

const keep = async (name: string, answer: Response): Promise<void> => {
  if (name === PAGE && !(await isOurPage(answer.clone()))) return;
  if (answer.ok) await (await caches.open(CACHE)).put(name, answer);
};

/** Answers from the network, and with what is kept if the network does not answer. Keeps what the network answered. */
const fromNetwork = async (event: FetchEvent, name: string): Promise<Response> => {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((answer) => keep(name, answer.clone())).catch(() => {}));
  const late = new Promise<undefined>((settle) => setTimeout(settle, PATIENCE));
  const answer = await Promise.race([fresh, late]).catch(() => undefined);
  return answer ?? (await kept(name)) ?? fresh;
};

/** Answers a request that names no kept file. The page asks for nothing but the company's content, which is kept, too. */
const fromPage = async (event: FetchEvent): Promise<Response> => {
  const client = await worker.clients.get(event.clientId);
  return client && isPage(new URL(client.url)) ? fromNetwork(event, event.request.url) : fetch(event.request);
};

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
worker.addEventListener("message", ({ data, ports }) => {
  if (data === "use") void worker.skipWaiting();
  if (data === "release") ports[0]?.postMessage(RELEASE);
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  const name = url.pathname.slice(FOLDER.length);
  if (request.mode === "navigate") {
    if (isPage(url)) event.respondWith(fromNetwork(event, PAGE));
  } else if (HASHED.includes(name)) {
    event.respondWith(kept(name).then((answer) => answer ?? fetch(request)));
  } else if (STABLE.includes(name)) {
    event.respondWith(fromNetwork(event, name));
  } else if (request.destination === "") {
    event.respondWith(fromPage(event));
  }
});
