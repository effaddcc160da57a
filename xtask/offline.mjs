// Adds to a built folder what belongs to the page of its own alone: the script that keeps the page, and the service worker
// with the names of the files of this build. A folder that has both already gets them anew.
// Usage: node xtask/offline.mjs FOLDER
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { inEach } from "./words.mjs";

/** Messages that the page says by itself. */
const WORDS = ["could-not-start", "page-updated", "not-reached", "load-again", "new-version", "new-version-use"];

/** Files that the page loads, by a name with a hash. trunk leaves out zeros at the beginning of a hash. */
const HASHED = /^(?:coaching-session-|page-)[\w-]*[0-9a-f]{8,16}(?:_bg)?\.(?:js|css|wasm)$|-[0-9a-f]{16}\.ftl$/;

/** Files without which the page does not start. */
const NEEDED = [/^coaching-session-[0-9a-f]+\.js$/, /^coaching-session-rest-/, /\.wasm$/, /^page-[0-9a-f]+\.css$/];

/** Files that the page loads, by a name without one. */
const STABLE = ["coaching-session.js"];

const SCRIPT = /^page-[0-9a-f]{16}\.js$/;

const hashOf = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 16);
};

const texts = (constants) => Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));

/** Writes script and worker into a folder, and names the script in its page. */
export const writeOffline = async (folder, shared) => {
  for (const name of readdirSync(folder).filter((name) => SCRIPT.test(name))) rmSync(join(folder, name));
  const hashed = readdirSync(folder).filter((name) => HASHED.test(name)).sort();
  for (const needed of NEEDED) if (!hashed.some((name) => needed.test(name))) throw new Error(`the worker would not keep ${needed}`);
  const rest = hashed.find((name) => name.startsWith("coaching-session-rest-"));
  const RELEASE = hashOf(...[...hashed, ...STABLE].flatMap((name) => [name, readFileSync(join(folder, name))]));
  const bundled = async (entry, format, constants) => {
    const { outputFiles } = await build({ ...shared, entryPoints: [entry], write: false, format, define: texts(constants) });
    return outputFiles[0].text;
  };

  const PAGE_WORDS = Object.fromEntries(WORDS.map((id) => [id, inEach(id)]));
  const script = await bundled("src/shell/page.ts", "esm", { PAGE_WORDS, RELEASE, REST: rest, ONE_FILE: false });
  const PAGE_SCRIPT = `page-${hashOf(script)}.js`;
  writeFileSync(join(folder, PAGE_SCRIPT), script);

  const page = join(folder, "index.html");
  const markup = readFileSync(page, "utf8").replace(/<script src="?\.\/page-[^>]*><\/script>/, "");
  // Before the script of the element, whose errors it hears.
  const tag = `<script src=./${PAGE_SCRIPT} type=module></script>`;
  const marked = markup.replace(/<script[^>]*coaching-session\.js[^>]*><\/script>/, (own) => tag + own);
  if (marked === markup) throw new Error("the page has no script of the element");
  writeFileSync(page, marked);

  const constants = { VERSION: hashOf(RELEASE, PAGE_SCRIPT, marked), RELEASE, PAGE_SCRIPT, HASHED: [...hashed, PAGE_SCRIPT], STABLE };
  writeFileSync(join(folder, "worker.js"), await bundled("src/worker/worker.ts", "iife", constants));
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeOffline(process.argv[2], { bundle: true, target: "es2022", minify: true, logLevel: "warning" });
}
