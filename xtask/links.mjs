// Reads lines of name, link and JSON record from standard input, and prints how
// many characters each takes in an address: ours, and the record packed by
// lz-string and by pako (deflate). It must not judge the numbers.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../tests/browser/package.json", import.meta.url));
const lz = require("lz-string");
const pako = require("pako");

// What each of the kept links is.
const NAMES = {
  plan: "a plan as the form makes it",
  first: "the same for two who never met",
  renamed: "a plan with an item renamed",
  company: "a plan of a company's own type",
  reply: "a reply: two topics, three pieces of evidence",
  record: "a record with three notes of 80 characters",
  long: "a record with two notes of 200 characters",
};

const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
row("what the link carries", "characters", "lz-string", "pako");
row("---", "---:", "---:", "---:");
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const [name, link, record] = line.split("\t");
  const deflated = Buffer.from(pako.deflateRaw(record, { level: 9 })).toString("base64url");
  row(NAMES[name] ?? name, link.length, lz.compressToEncodedURIComponent(record).length, deflated.length);
}
