// The name of an instance in the browser, and the place of its data.
// Must not read or write a record.

/**
 * Returns the prefix of everything that belongs to an instance, as `Prefix` in src/shell/storage.rs. A name that is
 * not 1 to 40 characters of `A-Z a-z 0-9 - _` counts as `default`.
 */
export const prefixOf = (instance: string): string =>
  `coaching-session/${/^[\w-]{1,40}$/.test(instance) ? instance : "default"}/`;

/** Returns the browser's storage of that name; undefined for `none`. Throws where the browser denies storage. */
export const storageOf = (storage: string): Storage | undefined =>
  storage === "none" ? undefined : storage === "session" ? sessionStorage : localStorage;
