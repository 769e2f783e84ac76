/** The last rung of the ladder before the telephone: a web link that staff hand to whom no channel reaches. */

import { createInvites, findOpenHashes } from '../../db/access/invites.ts';
import type { Db } from '../../db/database.ts';
import type { Voice } from '../delivery/voice.ts';
import { hashCode } from './codes.ts';

/** A unit, and its head where one has registered; the link then opens a further account of that very person. */
export type Addressee = { unitId: number; personId: number | undefined };

const dayMs = 86_400_000;
/** A link stays the same for so long, so that a list that is looked at again holds the same one … */
const periodDays = 15;
/** … and is good for at least as long again. */
const lifeDays = 2 * periodDays;

/** The links, by unit. Where one was used or revoked there is none until the next period. Writes each one's invite once. */
export async function handLinks(
  db: Db,
  addressees: readonly Addressee[],
  { machineNow, linkFor }: Pick<Voice, 'machineNow' | 'linkFor'>,
): Promise<Map<number, string>> {
  const now = machineNow();
  const period = Math.floor(now.getTime() / (periodDays * dayMs));
  const made = addressees.map(({ unitId, personId }) => {
    const { code, link } = linkFor(`${unitId}:${personId ?? ''}:${period}`);
    return { unitId, personId, hash: hashCode(code), link };
  });
  const expiresAt = new Date((period * periodDays + lifeDays) * dayMs);
  await createInvites(
    db,
    made.map(({ unitId, personId, hash }) =>
      personId === undefined
        ? { hash, for: 'unit', unitId, createdAt: now, expiresAt }
        : { hash, for: 'person', personId, createdAt: now, expiresAt },
    ),
  );
  const open = await findOpenHashes(
    db,
    made.map(({ hash }) => hash),
    now,
  );
  return new Map(made.flatMap(({ unitId, hash, link }) => (open.has(hash) ? [[unitId, link]] : [])));
}
