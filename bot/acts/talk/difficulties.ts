/** Staff group, answer, forward or decline what units asked in their reports; who asked hears once. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { DifficultyOrder } from '../../../core/reports/difficulty.ts';
import { findDifficultiesOf, keepDifficulty } from '../../../db/talk/difficulties.ts';
import { difficultyDecided } from '../../../messages/chat/talk/difficulties.ts';
import type { Work } from '../../delivery/work.ts';

/** Keeps what is to be done with the remarks of reports, and tells who sent them what was decided. */
export async function settleDifficulties(
  { tx, now, say }: Work,
  by: number,
  { reports, order }: { reports: readonly number[]; order: DifficultyOrder },
): Promise<void> {
  for (const one of await findDifficultiesOf(tx, [...reports])) {
    const isNew = await keepDifficulty(tx, one.id, { ...order }, { by, now });
    if (!isNew || order.act === 'group') continue;
    await say([
      {
        meaning: `report-${one.id}:difficulty`,
        about: { directive: one.directive.id, unit: one.unit.id },
        recipient: { type: 'person', id: one.personId },
        kind: 'receipt',
        body: bodyOf({ text: difficultyDecided(one, order.act, order.text) }),
      },
    ]);
  }
}
