// Writes the page that writes snippets into a built folder: snippet.html with its script and its styles. No other page
// loads the two, and the service worker keeps none of the three. A folder that has them already gets them anew.
// Usage: node xtask/snippet.mjs FOLDER
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { inEach } from "./words.mjs";

/** Styles of the product that the page shares with the widget, and its own. */
const STYLES = ["layers", "tokens", "parts/button", "parts/field", "snippet"];

const FILE = /^snippet-[0-9a-f]{16}\.(?:js|css)$/;

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

/** Writes the page with its script and styles into a folder. */
export const writeSnippet = async (folder, shared) => {
  for (const name of readdirSync(folder).filter((name) => FILE.test(name))) rmSync(join(folder, name));
  const page = readdirSync(folder).find((name) => /^page-[0-9a-f]+\.css$/.test(name));
  if (!page) throw new Error("the build has no stylesheet of the page");
  const written = async (options, ending) => {
    const { outputFiles } = await build({ ...shared, ...options, write: false });
    const name = `snippet-${hashOf(outputFiles[0].text)}.${ending}`;
    writeFileSync(join(folder, name), outputFiles[0].text);
    return name;
  };
  const contents = STYLES.map((name) => `@import "./${name}.css";`).join("\n");
  const names = {
    "page.css": page,
    "snippet.css": await written({ sourcemap: false, stdin: { contents, loader: "css", resolveDir: "styles" } }, "css"),
    "snippet.js": await written(
      {
        entryPoints: ["src/shell/snippet/page.ts"],
        format: "esm",
        define: { POLICY: JSON.stringify(policy()), TYPE_NAMES: JSON.stringify(typeNames()) },
      },
      "js",
    ),
  };
  let markup = readFileSync("snippet.html", "utf8");
  for (const [name, hashed] of Object.entries(names)) {
    if (!markup.includes(`"${name}"`)) throw new Error(`snippet.html names no ${name}`);
    markup = markup.replace(`"${name}"`, `"${hashed}"`);
  }
  writeFileSync(join(folder, "snippet.html"), markup);
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeSnippet(process.argv[2], { bundle: true, target: "es2022", minify: true, logLevel: "warning" });
}
