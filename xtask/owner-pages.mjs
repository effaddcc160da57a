// Writes the pages for owners into a built folder, each with its script and its styles: snippet.html writes tags, frames and
// links, make-it-ours.html the company's own content. No other page loads their files, and the service worker keeps none of
// them. A folder that has them already gets them anew.
// Usage: node xtask/owner-pages.mjs FOLDER
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { inEach, words } from "./words.mjs";

/** Styles of the product that the pages share with the widget, and their own. */
const STYLES = ["layers", "tokens", "parts/button", "parts/field", "owner"];

const FILE = /^(?:snippet|ours)-[0-9a-f]{16}\.(?:js|css)$/;

const hashOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Returns the policy that docs/element.md gives for the page of its own. */
const policy = () => {
  const found = /^Content-Security-Policy: (.*)$/m.exec(readFileSync("docs/element.md", "utf8"))?.[1];
  if (!found) throw new Error("docs/element.md names no policy");
  return found;
};

/** Returns the English names of the built-in coaching types by id. */
const typeNames = () => {
  const ids = [...readFileSync("l10n/en.ftl", "utf8").matchAll(/^type-([a-z-]+) = /gm)].map(([, id]) => id);
  return Object.fromEntries(ids.map((id) => [id, inEach(`type-${id}`).en]));
};

/** Pages by file name: name of their script and styles, entry of the script, and further styles. */
const PAGES = {
  "snippet.html": { name: "snippet", entry: "src/shell/snippet/page.ts", styles: ["snippet"] },
  "make-it-ours.html": { name: "ours", entry: "src/shell/ours/page.tsx", styles: ["ours"] },
};

/** Writes the pages with their scripts and styles into a folder. */
export const writeOwnerPages = async (folder, shared) => {
  for (const name of readdirSync(folder).filter((name) => FILE.test(name))) rmSync(join(folder, name));
  const page = readdirSync(folder).find((name) => /^page-[0-9a-f]+\.css$/.test(name));
  if (!page) throw new Error("the build has no stylesheet of the page");
  const define = {
    POLICY: JSON.stringify(policy()),
    TYPE_NAMES: JSON.stringify(typeNames()),
    ENGLISH: JSON.stringify(words("l10n/en.ftl")),
    ONE_FILE: "false",
  };
  for (const [file, { name, entry, styles }] of Object.entries(PAGES)) {
    const written = async (options, ending) => {
      const { outputFiles } = await build({ ...shared, ...options, write: false });
      const hashed = `${name}-${hashOf(outputFiles[0].text)}.${ending}`;
      writeFileSync(join(folder, hashed), outputFiles[0].text);
      return hashed;
    };
    const contents = [...STYLES, ...styles].map((name) => `@import "./${name}.css";`).join("\n");
    const names = {
      "page.css": page,
      [`${name}.css`]: await written({ sourcemap: false, stdin: { contents, loader: "css", resolveDir: "styles" } }, "css"),
      [`${name}.js`]: await written({ entryPoints: [entry], format: "esm", jsx: "automatic", jsxImportSource: "preact", define }, "js"),
    };
    let markup = readFileSync(file, "utf8");
    for (const [named, hashed] of Object.entries(names)) {
      if (!markup.includes(`"${named}"`)) throw new Error(`${file} names no ${named}`);
      markup = markup.replace(`"${named}"`, `"${hashed}"`);
    }
    writeFileSync(join(folder, file), markup);
  }
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeOwnerPages(process.argv[2], { bundle: true, target: "es2022", minify: true, logLevel: "warning" });
}
