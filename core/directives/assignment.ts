import type { NamedContact } from '../roster/contact.ts';
import type { UnitRef } from '../roster/person.ts';
import type { OriginalFormat } from './original.ts';

/** `closed`: its last summary was sent, nothing is asked any more. `recalled`: it no longer holds. */
export type DirectiveState = 'draft' | 'issued' | 'closed' | 'recalled';

/** A name, or a name and a title, as the draft has it. */
export type Signer = string | { name: string; title?: string | undefined };

/** `type` is the kind of document, "công văn". `basis` names the document that it carries out; null: none is named. */
export type DirectiveRef = {
  id: number;
  type: string;
  number: string;
  date: string | null;
  subject: string;
  basis: string | null;
  /** Who signed the document; absent or null: it does not say. */
  signer?: Signer | null;
  /** Whom the document names for questions; absent or null: nobody, so that the office's own contact is. */
  contact?: NamedContact | null;
  issuer: UnitRef;
  /** How it stands where that is known. */
  state?: DirectiveState;
};

export type TaskText = { section: string; text: string };

/**
 * So many units report to it until `below`, and it reports for them until `due`; both null where there are several rounds. To whom
 * it reports is said as in an obligation.
 */
export type Consolidates = {
  units: number;
  below: Date | null;
  due: Date | null;
  reportTo: UnitRef;
  isConsolidated: boolean;
};

export type AssignmentFact = {
  id: number;
  directive: DirectiveRef;
  unit: UnitRef & { headTitle: string | null };
  acknowledged: { by: string; at: Date } | null;
  /** The progress of some of its tasks is asked for. */
  asksProgress?: boolean;
  /** The form of the signed original, where it is here. */
  original?: OriginalFormat;
  /** What the unit consolidates under the directive; absent: nobody. */
  consolidates?: Consolidates;
};
