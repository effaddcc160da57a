// Writes coaching-session.html: the page of its own in one file, which starts from a disk and requests nothing. Its policy
// allows the one script and the one stylesheet that it holds, by their hashes.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Returns the glue as a function, since each start of the program needs glue code without the state of another one. */
const glueOf = async (file, target) => {
  // The glue would look for the WebAssembly beside itself, and gets it handed over instead.
  const define = { "import.meta.url": '""' };
  const { outputFiles } = await build({ entryPoints: [file], write: false, bundle: true, format: "cjs", target, define });
  const text = outputFiles[0].text;
  return `export const makeGlue = () => { const module = { exports: {} }; ${text}; return module.exports; };`;
};

/** Supplies the parts of the program to `src/shell/inside.ts`. */
const inside = (glue, wasm, target) => ({
  name: "inside",
  setup: (bundle) => {
    bundle.onResolve({ filter: /^coaching-session-(glue|wasm)$/ }, ({ path }) => ({ path, namespace: "inside" }));
    bundle.onLoad({ filter: /-glue$/, namespace: "inside" }, async () => ({ contents: await glueOf(glue, target), loader: "js" }));
    const packed = () => gzipSync(readFileSync(wasm), { level: 9 });
    bundle.onLoad({ filter: /-wasm$/, namespace: "inside" }, () => ({ contents: packed(), loader: "binary" }));
  },
});

/** Returns the script of the element with everything inside, as the text of one module. */
export const scriptOfOne = async ({ shared, plugins, define, glue, wasm }) => {
  const { outputFiles } = await build({
    ...shared,
    sourcemap: false,
    entryPoints: ["src/shell/element.ts"],
    write: false,
    format: "esm",
    plugins: [...plugins, inside(glue, wasm, shared.target)],
    define: { ...define, ONE_FILE: "true", REST: '""', GLUE: '""', WASM: '""' },
  });
  return outputFiles[0].text;
};

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Writes the page into the build's folder, from the built page and the script. */
export const writePage = (folder, script) => {
  const markup = readFileSync(join(folder, "index.html"), "utf8");
  const sheet = /<link[^>]*href="?(?:\.\/)?(page-[^\s">]*\.css)[^>]*>/.exec(markup)?.[1];
  if (!sheet) throw new Error("the page names no stylesheet");
  const styles = readFileSync(join(folder, sheet), "utf8");
  if (/<!--|<\/(?:script|style)/i.test(script + styles)) throw new Error("a script or a stylesheet would end too early");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(styles)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  // Functions, since a `$` in a replacement text has a meaning.
  const page = markup
    .replace(/<link(?![^>]*\srel="?icon)[^>]*>/g, "")
    .replace(/<script[^>]*><\/script>/g, "")
    .replace(/<meta charset[^>]*>/, (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace("</head>", () => `<style>${styles}</style></head>`)
    .replace("</body>", () => `<script type="module">${script}</script></body>`);
  for (const part of [policy, styles, script]) if (!page.includes(part)) throw new Error("the page has no place for a part");
  writeFileSync(join(folder, "coaching-session.html"), page);
};
