/** What people were told is on record: the truth that the product is held against. */
import type { MonthDirective } from './directives.ts';

/** Figures by label, as a person meant them. */
export type Meant = Readonly<Record<string, number>>;

/** A receipt: which unit's report of which directive, with which figures, and when. */
export type Receipt = { unit: string; directive: MonthDirective['name']; figures: Meant; at: Date };

export type MonthLedger = {
  receipts: Receipt[];
  confirm(receipt: Receipt): void;
};

export function openLedger(): MonthLedger {
  const receipts: Receipt[] = [];
  return { receipts, confirm: (receipt) => receipts.push(receipt) };
}
