// Bundles the TypeScript of the page into trunk's output: coaching-session.js, the stable name that defines the element and
// loads the hashed files; the rest of the script with words and styles; 404.js, and frame-height.js. Writes the page in one file, the types
// and the manifest of the element, and copies the languages beside them. trunk runs this script after its own build (Trunk.toml).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { writeOffline } from "./offline.mjs";
import { scriptOfOne, writePage } from "./one-file.mjs";
import { writeOwnerPages } from "./owner-pages.mjs";
import { inEach, parsed, words } from "./words.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const isRelease = process.env.TRUNK_PROFILE === "release";

/** Name of the glue that wasm-bindgen wrote. */
const GLUE = /^coaching-session-[0-9a-f]+\.js$/;

/** Name of the WebAssembly module. */
const WASM = /^coaching-session-[0-9a-f]+_bg\.wasm$/;

/** Returns the only file of the build whose name matches. */
const named = (pattern) => {
  const [name, ...others] = readdirSync(folder).filter((name) => pattern.test(name));
  if (!name || others.length) throw new Error(`the build has not one file ${pattern}`);
  return name;
};

const hashOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Copies the languages other than English under hashed names. Returns the names and the words by language. */
const copyLanguages = () => {
  const names = {};
  const texts = {};
  for (const file of readdirSync("l10n").filter((file) => file !== "en.ftl")) {
    const language = file.replace(/\.ftl$/, "");
    texts[language] = words(join("l10n", file));
    names[language] = `${language}-${hashOf(texts[language])}.ftl`;
    writeFileSync(join(folder, names[language]), texts[language]);
  }
  return { names, texts };
};

const shared = { bundle: true, target: "es2022", minify: isRelease, sourcemap: isRelease ? false : "inline", logLevel: "warning" };

// Words in the bundle are parsed here: the browser would parse them in its one long task while the widget starts.
const fluent = {
  name: "fluent",
  setup: (bundle) => bundle.onLoad({ filter: /\.ftl$/ }, ({ path }) => ({ contents: parsed(path), loader: "json" })),
};

const styles = await build({ ...shared, sourcemap: false, entryPoints: ["styles/widget.css"], write: false });

const languages = copyLanguages();
const STYLES = JSON.stringify(styles.outputFiles[0].text);

const TOO_OLD = JSON.stringify(inEach("too-old"));

const rest = await build({
  ...shared,
  entryPoints: ["src/shell/widget.ts"],
  write: false,
  format: "esm",
  plugins: [fluent],
  define: {
    GLUE: JSON.stringify(named(GLUE)),
    WASM: JSON.stringify(named(WASM)),
    LANGUAGES: JSON.stringify(languages.names),
    STYLES,
    ONE_FILE: "false",
  },
});
const restName = `coaching-session-rest-${hashOf(rest.outputFiles[0].text)}.js`;
writeFileSync(join(folder, restName), rest.outputFiles[0].text);
await build({
  ...shared,
  entryPoints: ["src/shell/element.ts"],
  outfile: join(folder, "coaching-session.js"),
  format: "esm",
  define: { REST: JSON.stringify(restName), TOO_OLD, ONE_FILE: "false" },
});
// The page loads the rest beside the program.
const page = join(folder, "index.html");
const markup = readFileSync(page, "utf8");
const preload = markup.match(/<link[^>]*modulepreload[^>]*>/)?.[0];
if (!preload) throw new Error("the page preloads no script");
writeFileSync(page, markup.replace(preload, `${preload.replace(named(GLUE), restName)}$&`));
await build({ ...shared, entryPoints: ["src/shell/404.ts"], outfile: join(folder, "404.js"), format: "iife" });
await build({ ...shared, entryPoints: ["src/shell/frame-height.ts"], outfile: join(folder, "frame-height.js"), format: "iife" });

// The glue names functions of the browser at each call. It keeps those that the script found, whatever the page replaces.
const kept = "{ Array, Date, JSON, Object, Promise, Reflect, Response, Uint8Array, queueMicrotask, setTimeout }";
const glue = join(folder, named(GLUE));
const keeping = `let ${kept} = globalThis; export const keepGlobals = (saved) => { (${kept} = saved); };`;
writeFileSync(glue, `${keeping}\n${readFileSync(glue, "utf8")}`);

// trunk leaves the local names of the glue as they are.
if (isRelease) {
  await build({ entryPoints: [glue], outfile: glue, allowOverwrite: true, minify: true, logLevel: "warning" });
}

const script = await scriptOfOne({
  shared,
  plugins: [fluent],
  define: { LANGUAGES: JSON.stringify(languages.texts), STYLES, TOO_OLD },
  glue,
  wasm: join(folder, named(WASM)),
});
writePage(folder, script);
await writeOffline(folder, shared);
await writeOwnerPages(folder, shared);

// Types and manifest, for whoever writes a host page.
const scratch = mkdtempSync(join(tmpdir(), "coaching-session-"));
const tsc = ["--ignoreConfig", "--declaration", "--emitDeclarationOnly", "--target", "es2022", "--lib", "es2024,dom"];
execFileSync("node", ["node_modules/typescript/bin/tsc", ...tsc, "--outDir", scratch, "src/shell/contract.ts"]);
writeFileSync(join(folder, "coaching-session.d.ts"), readFileSync(join(scratch, "contract.d.ts")));
const outfile = join(scratch, "manifest.mjs");
await build({ entryPoints: ["src/shell/manifest.ts"], outfile, bundle: true, format: "esm", logLevel: "warning" });
const { manifest } = await import(outfile);
writeFileSync(join(folder, "custom-elements.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
rmSync(scratch, { recursive: true });
