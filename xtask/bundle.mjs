// Bundles the TypeScript of the page into trunk's output: coaching-session.js, the stable name that loads the hashed
// files, and 404.js. Copies the languages beside them. trunk runs this script after its own build (Trunk.toml).
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folder = process.env.TRUNK_STAGING_DIR;
const isRelease = process.env.TRUNK_PROFILE === "release";

/** Returns the only file of the build whose name matches. */
const named = (pattern) => {
  const [name, ...others] = readdirSync(folder).filter((name) => pattern.test(name));
  if (!name || others.length) throw new Error(`the build has not one file ${pattern}`);
  return name;
};

/** Copies the languages other than English under hashed names. Returns the names by language. */
const languages = () => {
  const names = {};
  for (const file of readdirSync("l10n").filter((file) => file !== "en.ftl")) {
    const text = readFileSync(join("l10n", file));
    const language = file.replace(/\.ftl$/, "");
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
    names[language] = `${language}-${hash}.ftl`;
    writeFileSync(join(folder, names[language]), text);
  }
  return names;
};

const shared = { bundle: true, target: "es2022", minify: isRelease, sourcemap: isRelease ? false : "inline", logLevel: "warning" };

await build({
  ...shared,
  entryPoints: ["src/shell/element.ts"],
  outfile: join(folder, "coaching-session.js"),
  format: "esm",
  loader: { ".ftl": "text" },
  define: {
    GLUE: JSON.stringify(named(/^coaching-session-[0-9a-f]+\.js$/)),
    WASM: JSON.stringify(named(/^coaching-session-[0-9a-f]+_bg\.wasm$/)),
    LANGUAGES: JSON.stringify(languages()),
  },
});
await build({ ...shared, entryPoints: ["src/shell/404.ts"], outfile: join(folder, "404.js"), format: "iife" });
