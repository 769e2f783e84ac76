/** The groups of the office that a person is staff of, for whoever wants one more. */
import type { GroupOverview } from '../../core/conversation/context.ts';
import type { Person } from '../../core/roster/person.ts';
import type { Db } from '../../db/database.ts';
import { listCorrespondents } from '../../db/delivery/ways.ts';
import { listChannelStates } from '../../db/platforms/channel-states.ts';
import { isGroupOrdered } from '../../db/roster/group-orders.ts';
import { findGroupsOf } from '../../db/roster/groups.ts';
import type { Voice } from '../delivery/voice.ts';

/** Undefined for who is nobody's staff; of several offices the first. */
export async function readGroupOverview(
  db: Db,
  person: Person | undefined,
  { limits }: Pick<Voice, 'limits'>,
): Promise<GroupOverview | undefined> {
  const issuer = person?.roles.find((role) => role.role === 'staff' && role.state === 'agreed')?.unit;
  if (!issuer) return undefined;
  const connected = (await listChannelStates(db)).map(({ channel }) => channel);
  const maker = connected.find((channel) => limits[channel].makesGroups === true) ?? null;
  const people = maker === null ? [] : await listCorrespondents(db, maker);
  return {
    issuer: { id: issuer.id, code: issuer.code, name: issuer.name },
    bound: (await findGroupsOf(db, issuer.id)).map(({ title, channel }) => ({ title, channel })),
    maker,
    isOrdered: await isGroupOrdered(db, issuer.id),
    invitees: people.length,
  };
}
