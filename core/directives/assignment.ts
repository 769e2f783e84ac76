import type { UnitRef } from '../roster/person.ts';

/** `type` is the kind of document, "công văn". `basis` names the document that it carries out; null: none is named. */
export type DirectiveRef = {
  id: number;
  type: string;
  number: string;
  date: string | null;
  subject: string;
  basis: string | null;
  issuer: UnitRef;
};

export type TaskText = { section: string; text: string };

export type AssignmentFact = {
  id: number;
  directive: DirectiveRef;
  unit: UnitRef & { headTitle: string | null };
  acknowledged: { by: string; at: Date } | null;
};
