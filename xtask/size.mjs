// Prints the size of each file of a built folder: raw, by gzip 9 and by brotli 11. The first load is all files
// but the page for unknown addresses, the pages for owners, the page in one file, the worker, icons and manifest of the installed page, the
// languages other than English, and the types and the manifest of the element, which no browser loads. A host page loads coaching-session.js at once, and the rest when the element is near. Fails if the first load exceeds the
// limit, which is a tripwire and no goal.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const LIMIT = 900_000;

const folder = process.argv[2];
const row = (name, sizes) => console.log(name.padEnd(48), ...sizes.map((size) => String(size).padStart(10)));

row("bytes", ["raw", "gzip 9", "brotli 11"]);
const first = [0, 0, 0];
for (const name of readdirSync(folder).sort()) {
  const bytes = readFileSync(join(folder, name));
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
  row(name, sizes);
  if (!/^404\.|^snippet[.-]|^make-it-ours\.|^ours-|^frame-height\.|^icon[.-]|^worker\.js$|^coaching-session\.html$|\.ftl$|\.d\.ts$|\.json$|\.webmanifest$/.test(name)) sizes.forEach((size, at) => (first[at] += size));
}
row("first load", first);
if (first[2] > LIMIT) {
  console.error(`The first load is over its limit of ${LIMIT} bytes by brotli.`);
  process.exitCode = 1;
}
