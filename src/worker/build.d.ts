// Constants that xtask/offline.mjs defines in the worker.

/** Fingerprint of all files that the worker keeps. */
declare const VERSION: string;

/** Release that the page of this version names. */
declare const RELEASE: string;

/** File name of the page's script, by which a page of this version is known. */
declare const PAGE_SCRIPT: string;

/** Names of the kept files whose names hold a hash. */
declare const HASHED: string[];

/** Names of the other kept files. */
declare const STABLE: string[];
