// The headers that a way needs: the part of the product's own policy that a page around it has to allow, with the
// product's origin in place of 'self'.
// Must not hold a second policy.

import type { Choices } from "./choices";

/** Headers of the host page, and of the server that holds the product. */
export interface Needs {
  /** Header of the host page; undefined if the way needs none. */
  header: string | undefined;
  /** Sentences for the owner of the host page and of the product's server. */
  notes: string[];
}

/** Returns the sources of a directive of the product's policy, with its origin in place of 'self'. */
const sourcesOf = (policy: string, directive: string, origin: string): string[] => {
  const found = policy.split(";").map((part) => part.trim().split(/\s+/)).find(([name]) => name === directive);
  return (found ?? []).slice(1).map((source) => (source === "'self'" ? origin : source));
};

/** Returns the needs of the chosen way. `policy` is that of docs/element.md, `base` the folder of the product. */
export const needs = ({ way, attributes, isSheet, grows }: Choices, policy: string, base: URL): Needs => {
  const { origin } = base;
  const header = (directives: Record<string, string[]>): string => {
    const written = Object.entries(directives).map(([name, sources]) => [name, ...new Set(sources)].join(" "));
    return `Content-Security-Policy: ${written.join("; ")}`;
  };
  if (way === "link") return { header: undefined, notes: ["A link needs no source in the policy of your site."] };
  if (way === "frame") {
    return {
      header: header({ ...(grows ? { "script-src": [origin] } : {}), "frame-src": [origin] }),
      notes: [
        `${origin} must not forbid frames: no X-Frame-Options, and a frame-ancestors of its policy names your site.`,
        "On another site than its own, a frame has a storage of its own: its sessions are not those of the full page.",
      ],
    };
  }
  const config = attributes.get("config");
  const directives = {
    "script-src": sourcesOf(policy, "script-src", origin),
    "connect-src": [...sourcesOf(policy, "connect-src", origin), ...(config ? [new URL(config).origin] : [])],
    ...(isSheet ? {} : { "style-src-attr": ["'unsafe-inline'"] }),
  };
  return {
    header: header(directives),
    notes: [
      ...(isSheet ? [] : ["style-src-attr is for the style in the tag. If your site refuses it, choose “A style sheet” for height and colour."]),
      `If your site cannot allow 'wasm-unsafe-eval', allow frame-src ${origin} instead: the tag then shows a frame by itself.`,
      "Required Trusted Types can stay on: trusted-types 'none' is enough.",
      `If your site is not on ${origin}, that server must send Access-Control-Allow-Origin with the origin of your site.`,
    ],
  };
};
