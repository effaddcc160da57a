// The script of a page around frames of the product: gives each frame the height of its content. Pages load the file
// by its stable name, before their frames.
// Must not trust a message of another origin than that of this file.

const { origin: ours } = new URL((document.currentScript as HTMLScriptElement).src);

/** Greatest height that a frame gets, in CSS pixels. */
const GREATEST = 100_000;

addEventListener("message", ({ data, origin, source }: MessageEvent) => {
  if (origin !== ours || data?.["coaching-session"] !== 1 || data.type !== "height") return;
  const height = Number(data.detail?.height);
  if (!(height >= 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = String(Math.ceil(Math.min(height, GREATEST)));
  }
});
