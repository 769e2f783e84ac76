import type { UnitRef } from '../roster/person.ts';

/** A section of which a unit says that it is blocked, why, and who said so by which message of the inbox. */
export type BlockedTask = { unit: UnitRef; section: string; reason: string; person: number; inboxId: number | null };

/** The same where it waits for an answer: the question that stands for it. */
export type BlockedQuestion = Pick<BlockedTask, 'unit' | 'section' | 'reason'> & { question: number };
