/** What people typed and saw confirmed: held against what the service makes of it. */
import type { Figures } from './figures.ts';

export type Entry = { figures: Figures; firstAt: Date };

export type Ledger = {
  /** A unit's figures were confirmed by a receipt; a later receipt replaces an earlier one. */
  confirm(unit: string, figures: Figures, at: Date): void;
  readonly entries: ReadonlyMap<string, Entry>;
  total(label: string): number;
};

export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  return {
    entries,
    confirm: (unit, figures, at) => void entries.set(unit, { figures, firstAt: entries.get(unit)?.firstAt ?? at }),
    total: (label) => [...entries.values()].reduce((sum, { figures }) => sum + (figures[label] ?? 0), 0),
  };
}
