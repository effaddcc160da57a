// Prints name, raw, gzip 9 and brotli 11 bytes of every file in a folder, one
// file a line. Node's own zlib, so that xtask needs no compression library; it
// must not judge the numbers (src/size.rs does).
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

const walk = (folder, prefix) => {
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    if (statSync(file).isDirectory()) {
      walk(file, `${prefix}${name}/`);
      continue;
    }
    const bytes = readFileSync(file);
    console.log([prefix + name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)].join("\t"));
  }
};

walk(process.argv[2], "");
