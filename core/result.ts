/** The outcome of something that may fail in an expected way: a value, or why there is none. */
export type Result<T, E = string> = { ok: true; value: T } | { ok: false; error: E };

/** The good outcome. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** The expected failure. */
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
