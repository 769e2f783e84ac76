/** The groups of the office that a person is staff of, for whoever wants one more. */
import type { GroupOverview } from '../../../core/conversation/context.ts';
import type { Person } from '../../../core/roster/person.ts';
import { listCorrespondents } from '../../../db/delivery/ways.ts';
import { listChannelStates } from '../../../db/platforms/channel-states.ts';
import { isGroupOrdered } from '../../../db/roster/group-orders.ts';
import { findGroupsOf } from '../../../db/roster/groups.ts';
import type { Reading } from '../../delivery/work.ts';

/** The groups of the first office that the person is staff of; undefined where they are staff of none. */
export async function readGroupOverview(
  { tx: db, terms }: Pick<Reading, 'tx' | 'terms'>,
  person: Person | undefined,
): Promise<GroupOverview | undefined> {
  const issuer = person?.roles.find((role) => role.role === 'staff' && role.state === 'agreed')?.unit;
  if (!issuer) return undefined;
  const connected = (await listChannelStates(db)).map(({ channel }) => channel);
  const maker = connected.find((channel) => terms.limits[channel].makesGroups === true) ?? null;
  const people = maker === null ? [] : await listCorrespondents(db, maker);
  return {
    issuer: { id: issuer.id, code: issuer.code, name: issuer.name },
    bound: (await findGroupsOf(db, issuer.id)).map(({ title, channel }) => ({ title, channel })),
    maker,
    isOrdered: await isGroupOrdered(db, issuer.id),
    invitees: people.length,
  };
}
