/** Facts that would take long to write down in one go. */
import { type AssignedAlike, assignedPieces } from '../../core/audit/assigned.ts';
import type { AuditFact, Recorded } from '../../core/audit/fact.ts';
import type { Seal } from './seal.ts';

type LongFact = Extract<AuditFact, { kind: 'directive' }> & { assigned: readonly AssignedAlike[] };

const unitsOfLong = 1000;

/** A directive with many units: what it says of them is some ten megabytes. */
export const isLong = (fact: Recorded): fact is LongFact =>
  'kind' in fact && fact.kind === 'directive' && fact.units > unitsOfLong && !('digest' in fact.assigned);

/** The same fact with the digest of its units in their place; others have their turn while it is made. */
export const shortened = async (fact: Recorded, seal: Pick<Seal, 'digestInTurns'>) =>
  isLong(fact) ? { ...fact, assigned: { digest: await seal.digestInTurns(assignedPieces(fact.assigned)) } } : fact;
