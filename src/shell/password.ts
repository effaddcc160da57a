// Encrypts links by a password: AES-256-GCM, with a key from PBKDF2. An encrypted link is a salt of 16 bytes,
// an initialisation vector of 12 bytes, and the encrypted bytes with their tag.
// Must not show, send or store anything.

import { globals } from "./kept";

/**
 * Number of PBKDF2 rounds: the advice of OWASP for SHA-256 (2023). One derivation takes 0.10 to 0.22 s in
 * Chromium on one core of a server; a phone takes longer.
 */
const ITERATIONS = 600_000;
/** Length of the salt in bytes. */
const SALT = 16;
/** Length of the initialisation vector in bytes. */
const IV = 12;

/** Name of the format, as additional data of the encryption: authenticated, but not encrypted. */
const additionalData = new TextEncoder().encode("coaching-session 1");

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Returns parameters and key of the cipher for WebCrypto. The password is normalised, since Unicode writes "é" in
 * two ways.
 */
const cipher = async (password: string, salt: Bytes, iv: Bytes): Promise<[AesGcmParams, CryptoKey]> => {
  const secret = new TextEncoder().encode(password.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS };
  const length = { name: "AES-GCM", length: 256 };
  const key = await crypto.subtle.deriveKey(derivation, material, length, false, ["encrypt", "decrypt"]);
  return [{ name: "AES-GCM", iv, additionalData }, key];
};

/** Encrypts bytes by a password. Rejects if the browser refuses. */
export const lock = async (password: string, plain: Bytes): Promise<Bytes> => {
  const salt = globals.fillRandom(new Uint8Array(SALT));
  const iv = globals.fillRandom(new Uint8Array(IV));
  const sealed = await crypto.subtle.encrypt(...(await cipher(password, salt, iv)), plain);
  return new Uint8Array(await new Blob([salt, iv, sealed]).arrayBuffer());
};

/** Decrypts the result of `lock`. Rejects a wrong password and changed bytes. */
export const unlock = async (password: string, sealed: Bytes): Promise<Bytes> => {
  const [salt, iv] = [sealed.slice(0, SALT), sealed.slice(SALT, SALT + IV)];
  return new Uint8Array(await crypto.subtle.decrypt(...(await cipher(password, salt, iv)), sealed.slice(SALT + IV)));
};
