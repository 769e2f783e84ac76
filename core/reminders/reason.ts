/** Why somebody was reminded. */
import type { UnitRef } from '../roster/person.ts';

/** The newest reminder to a person. Instants are civil. */
export type LastReminder = {
  at: Date;
  /** Null where several units were meant. */
  unit: UnitRef | null;
  directive: { number: string; date: string | null };
  /** The key of the slot in the round's plan; null: it was said on demand, or because a promise had run out. */
  slot: string | null;
  /** The time that the unit had named and that ran out before it; null where there is none. */
  promised: Date | null;
  due: Date | null;
  /** How the debt stands now; null where several units were meant. */
  debt: 'owed' | 'reported' | 'excused' | null;
};
