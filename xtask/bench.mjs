// Prints the time from the address to the list of sessions for two built folders: medians of N starts each, in
// turns, each in a new browser profile, with files compressed by brotli, at a quarter of the processor's speed.
// Usage: node xtask/bench.mjs A B [N]; the browser comes in COACHING_CHROMIUM.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const { chromium } = createRequire(new URL("../tests/browser/", import.meta.url))("@playwright/test");

const LINES = [
  { name: "1.6 Mbit/s, 150 ms", bits: 1_600_000, latency: 150 },
  { name: "9 Mbit/s, 60 ms", bits: 9_000_000, latency: 60 },
];
const SLOWER = 4;
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm" };

const [a, b, count = "9"] = process.argv.slice(2);
if (!a || !b || !(Number(count) > 0)) throw new Error("usage: cargo xtask bench start A B [N]");

/** Serves a folder like a static host. Returns its address. */
const serve = async (folder) => {
  const files = new Map();
  for (const name of readdirSync(folder)) files.set(`/${name}`, brotliCompressSync(readFileSync(join(folder, name))));
  const server = createServer(({ url }, response) => {
    const path = url === "/" ? "/index.html" : url;
    const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
    const body = files.get(path);
    response.writeHead(body ? 200 : 404, { "content-type": type, "content-encoding": body ? "br" : "identity" });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}/`;
};

/** Records the time of the first frame with a button in the widget. */
const watch = () => {
  const look = () => {
    if (!document.querySelector("coaching-session")?.shadowRoot?.querySelector("button")) return requestAnimationFrame(look);
    requestAnimationFrame(() => (globalThis.usableAfter = performance.now()));
  };
  look();
};

const start = async (browser, address, { bits, latency }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const speed = bits / 8;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: speed, uploadThroughput: speed });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address);
  const time = await (await page.waitForFunction(() => globalThis.usableAfter)).jsonValue();
  await context.close();
  return time;
};

const median = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

const addresses = [await serve(a), await serve(b)];
const browser = await chromium.launch({ executablePath: process.env.COACHING_CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
console.log(`A ${a}\nB ${b}\nmilliseconds from the address to the list, medians of ${count} (lowest to highest)`);
for (const line of LINES) {
  const times = [[], []];
  // The first start of each folder does not count: the browser itself is warming up.
  for (let turn = -1; turn < Number(count); turn += 1) {
    for (const [at, address] of addresses.entries()) {
      const time = await start(browser, address, line);
      if (turn >= 0) times[at].push(time);
    }
  }
  const shown = times.map((all) => `${Math.round(median(all))} (${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))})`);
  console.log(`${line.name}: A ${shown[0]}, B ${shown[1]}`);
}
await browser.close();
process.exit();
