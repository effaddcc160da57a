// What hardly anybody needs, loaded when somebody does: a QR code, and a password. Bytes come back as a
// text of that many characters, the way all answers go to the module. What cannot be done gives nothing;
// what is thrown is that a file could not be loaded.
// Never shows, sends or stores anything.

let drawing;

/** What stands behind the address of qr.js, for the reason that platform.js gives. */
let again = "";

/** The picture of a text, as qr/src/lib.rs has it; nothing where the text is too long. */
export const draw = async (text) => {
  drawing ??= import("./qr.js" + again).then(async (qr) => {
    await qr.default();
    return qr;
  });
  try {
    return (await drawing).draw(text);
  } catch (error) {
    // Perhaps it can be loaded the next time.
    drawing = undefined;
    again += "#";
    throw error;
  }
};

/**
 * How often the password is hashed: what OWASP advises for PBKDF2 with SHA-256 (2023). Measured in
 * Chromium on one core of a server: 0.10 to 0.22 s; a phone takes longer.
 */
const ITERATIONS = 600_000;
const SALT = 16;
const IV = 12;

/** Held to be true by whoever unlocks, without being secret: what this is. */
const additionalData = new TextEncoder().encode("coaching-session 1");

/** The cipher by a password, of which there are two ways of writing "é". */
const cipher = async (password, salt, iv) => {
  const secret = new TextEncoder().encode(password.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS };
  const length = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.deriveKey(derivation, material, length, false, ["encrypt", "decrypt"]);
  return [{ name: "AES-GCM", iv, additionalData }, key];
};

const asText = (...parts) => parts.map((part) => Array.from(new Uint8Array(part), (byte) => String.fromCharCode(byte)).join("")).join("");

/** What comes of work that can fail for a reason of its own. */
const unless = (work) => work().catch(() => undefined);

/** Salt, IV, and what was locked (AES-256-GCM by a key of PBKDF2); nothing where the browser refuses. */
export const lock = (password, plain) => unless(async () => {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  return asText(salt, iv, await crypto.subtle.encrypt(...(await cipher(password, salt, iv)), plain));
});

/** What was locked; nothing where the password is not the one, or a byte has changed. */
export const unlock = (password, sealed) => unless(async () => {
  const [salt, iv] = [sealed.subarray(0, SALT), sealed.subarray(SALT, SALT + IV)];
  return asText(await crypto.subtle.decrypt(...(await cipher(password, salt, iv)), sealed.subarray(SALT + IV)));
});
