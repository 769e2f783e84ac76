/** The end of a chain, and how papers print it. */

/** Where a chain stands: its newest record. */
export type ChainHead = { seq: number; hash: string; at: Date | null };

/** How many hex digits of a head's hash papers print: 64 bits, enough to pin a keyed chain. */
export const printedHashLength = 16;

/** "128:9f86d081884c7d65", as a paper prints a head; undefined for anything else. */
export function readPrintedHead(text: string): { seq: number; hash: string } | undefined {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{16,64})$/i.exec(text.trim()) ?? [];
  return seq && hash ? { seq: Number(seq), hash: hash.toLowerCase() } : undefined;
}
