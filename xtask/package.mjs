// Makes the folder of the npm package from a built folder: its files, the script in one module for bundlers, README,
// licences and package.json. Must not ask any registry.
// Usage: node xtask/package.mjs BUILT FOLDER
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [built, folder] = process.argv.slice(2);
if (!built || !folder) throw new Error("usage: node xtask/package.mjs BUILT FOLDER");

/** Files of a site alone. */
const OF_A_SITE = /^404\.|^coaching-session\.html$|^snippet[.-]|^make-it-ours\.|^ours-|^frame-height\./;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(built)) if (!OF_A_SITE.test(name)) cpSync(join(built, name), join(folder, name));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"]) cpSync(name, join(folder, name));
cpSync("docs/package.md", join(folder, "README.md"));

// The page in one file holds the same script.
const inline = /<script type="module">([^]*)<\/script><\/body>/.exec(readFileSync(join(built, "coaching-session.html"), "utf8"))?.[1];
if (!inline) throw new Error("the page in one file holds no script");
writeFileSync(join(folder, "coaching-session-inline.js"), inline);

/** Returns a value of the section [package] in Cargo.toml. */
const cargo = readFileSync("Cargo.toml", "utf8");
const stated = (name) => {
  const value = new RegExp(`^${name} = "(.*)"$`, "m").exec(cargo)?.[1];
  if (!value) throw new Error(`Cargo.toml has no ${name}`);
  return value;
};
const types = "./coaching-session.d.ts";
const own = ["custom-elements.json", "config.schema.json", "package.json"].map((name) => [`./${name}`, `./${name}`]);
const described = {
  name: stated("name"),
  version: stated("version"),
  description: stated("description"),
  license: stated("license"),
  keywords: ["coaching", "custom-element", "web-component", "webassembly", "offline"],
  type: "module",
  main: "./coaching-session.js",
  types,
  exports: {
    ".": { types, default: "./coaching-session.js" },
    "./inline": { types, default: "./coaching-session-inline.js" },
    ...Object.fromEntries(own),
  },
  sideEffects: ["./coaching-session.js", "./coaching-session-inline.js"],
  customElements: "custom-elements.json",
};
writeFileSync(join(folder, "package.json"), `${JSON.stringify(described, undefined, 2)}\n`);
