import { lockObligation } from '../../../db/reports/debts.ts';
import { makePromise } from '../../../db/reports/promises.ts';
import type { Work } from '../../delivery/work.ts';

/** Who says it, and by which message. */
export type Speaker = { by: number; inboxId: number | null };

/** Keeps until when somebody says that they will report; a time named before for the same debt no longer counts. */
export async function keepPromise(
  { tx, now, record }: Work,
  speaker: Speaker,
  { obligations, until }: { obligations: readonly number[]; until: Date },
): Promise<void> {
  for (const obligationId of [...obligations].sort((a, b) => a - b)) {
    await lockObligation(tx, obligationId);
    record(...(await makePromise(tx, { obligationId, personId: speaker.by, until, inboxId: speaker.inboxId }, now)));
  }
}
