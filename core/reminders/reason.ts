/** Why somebody was reminded. */
import type { UnitRef } from '../roster/person.ts';
import type { NudgeReason } from './nudge.ts';

/** One thing of a reminder, and what it rested on. Instants are civil. */
export type ReminderReason = {
  why: NudgeReason;
  /** Null where several units were meant. */
  unit: UnitRef | null;
  directive: { number: string; date: string | null };
  /** The key of the slot in the round's plan; null: no slot stood behind it. */
  slot: string | null;
  /** The time that the unit had named and that ran out before it; null where there is none. */
  promised: Date | null;
  due: Date | null;
  /** How the debt stands now; null where several units were meant. */
  debt: 'owed' | 'reported' | 'excused' | null;
};

/** The newest reminder to a person: when it was written, and its things, at least one. */
export type LastReminder = { at: Date; reasons: ReminderReason[] };

/** The newest reminder in a group of an office. `owing`: how many of the units that it names owe now. */
export type LastGroupReminder = {
  at: Date;
  title: string;
  directive: { number: string; date: string | null };
  slot: string | null;
  due: Date | null;
  owing: number;
};
