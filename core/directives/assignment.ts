import type { UnitRef } from '../roster/person.ts';

export type DirectiveRef = {
  id: number;
  number: string;
  date: string | null;
  subject: string;
  issuer: UnitRef;
};

export type TaskText = { section: string; text: string };

export type AssignmentFact = {
  id: number;
  directive: DirectiveRef;
  unit: UnitRef & { headTitle: string | null };
  acknowledged: { by: string; at: Date } | null;
};
