import type { HandedLink } from '../../core/conversation/context.ts';
import { createInvites } from '../../db/access/invites.ts';
import type { Work } from '../delivery/work.ts';

/** Writes the invites behind pages that staff hand over (bot/facts/handed-links.ts); those that are there stay. */
export async function handLinks({ tx, machineNow }: Work, links: readonly HandedLink[]): Promise<void> {
  await createInvites(
    tx,
    links.map(({ hash, unitId, personId, expiresAt }) =>
      personId === undefined
        ? { hash, for: 'unit', unitId, createdAt: machineNow, expiresAt }
        : { hash, for: 'person', personId, createdAt: machineNow, expiresAt },
    ),
  );
}
