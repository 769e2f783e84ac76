/** One code, many who want it at once. */
import { sql } from 'drizzle-orm';
import { invite } from '../../../bot/acts/invite.ts';
import type { InviteFor } from '../../../core/roster/people.ts';
import type { Attack, Finding } from './attack.ts';
import { delivered, type Office, openOffice } from './office.ts';

const claimants = 30;

async function codeFor(office: Office, what: InviteFor, code: string): Promise<string> {
  const [unit] = await office.query(sql`select id, code from units where code = ${code}`);
  const whom = { for: what, unit: { id: Number(unit?.id), code } };
  const [made] = await invite(office.db, [whom], { machineNow: new Date(), days: 1, publicUrl: 'https://bot.test' });
  if (!made) throw new Error('no code was made');
  return made.code;
}

const count = async (office: Office, statement: ReturnType<typeof sql>): Promise<number> =>
  Number((await office.query(statement))[0]?.n);

/** So many strangers open one code at the same moment; one wins. */
async function raceForRole(
  office: Office,
  what: 'unit' | 'staff' | 'leader',
  unit: string,
  from: number,
): Promise<string[]> {
  const code = await codeFor(office, what, unit);
  const roles = sql`select count(*) as n from unit_roles where state = 'asked'`;
  const before = await count(office, roles);
  const openings = Array.from({ length: claimants }, (_, at) =>
    delivered('telegram', String(from + at), `/start ${code}`, 'private'),
  );
  await Promise.all(openings.flat().map((inbound) => office.receiver.receive(inbound)));
  await settle(office);
  const won = (await count(office, roles)) - before;
  return won === 1 ? [] : [`${what}: ${won} of ${claimants} won`];
}

/** A staff member gives one code in so many groups at the same moment; one is bound. */
async function raceForGroup(office: Office): Promise<string[]> {
  const code = await codeFor(office, 'group', 'UBND-HUYEN');
  const groups = sql`select count(*) as n from groups`;
  const before = await count(office, groups);
  const staff = '5000000001';
  const openings = Array.from({ length: claimants }, (_, at) =>
    delivered('telegram', staff, `/start ${code}`, 'group').map((inbound) =>
      'group' in inbound && inbound.group ? { ...inbound, group: { ...inbound.group, address: `-48${at}` } } : inbound,
    ),
  );
  await Promise.all(openings.flat().map((inbound) => office.receiver.receive(inbound)));
  await settle(office);
  const won = (await count(office, groups)) - before;
  return won === 1 ? [] : [`group: ${won} of ${claimants} groups were bound`];
}

/** Until nothing that was kept waits; a loser's turn is tried again after a second. */
async function settle(office: Office): Promise<void> {
  const waiting = sql`select count(*) as n from inbox where state = 'waiting'`;
  while ((await count(office, waiting)) > 0) {
    await office.receiver.handleWaiting();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Codes that open nothing: spent, expired, revoked, of another place, guessed. */
async function tryDeadCodes(office: Office): Promise<{ cases: number; open: string[] }> {
  const stranger = '7000000900';
  const expired = await codeFor(office, 'unit', 'XA-02');
  await office.query(sql`update invites set expires_at_machine = '2020-01-01' where used_at_machine is null`);
  const revoked = await codeFor(office, 'unit', 'XA-02');
  await office.query(
    sql`update invites set revoked_at_machine = '2020-01-01' where id = (select max(id) from invites)`,
  );
  const ofGroup = await codeFor(office, 'group', 'UBND-HUYEN');
  const guesses = Array.from({ length: 20 }, (_, at) => `doan-mo-mot-ma-so-${at}`);
  const open: string[] = [];
  const tried = [expired, revoked, ofGroup, `${ofGroup}x`, '', '%', "' or 1=1 --", ...guesses];
  for (const code of tried) {
    await office.say('telegram', stranger, `/start ${code}`);
    const roles = await count(
      office,
      sql`select count(*) as n from accounts where address = ${stranger} and person_id is not null`,
    );
    if (roles > 0) open.push(`/start ${code} made a person of a stranger`);
  }
  return { cases: tried.length, open };
}

async function tryCodes(office: Office): Promise<Finding> {
  const open = [
    ...(await raceForRole(office, 'unit', 'VT-SONG-MAY', 7_000_000_100)),
    ...(await raceForRole(office, 'staff', 'UBND-HUYEN', 7_000_000_200)),
    ...(await raceForRole(office, 'leader', 'UBND-HUYEN', 7_000_000_300)),
    ...(await raceForGroup(office)),
  ];
  const dead = await tryDeadCodes(office);
  return { cases: 4 * claimants + dead.cases, allowed: 4, open: [...open, ...dead.open] };
}

export const codeAttack: Attack = {
  name: 'codes',
  what: `${claimants} claimants race for one code of a unit, of staff, of a leader, of a group; dead and guessed codes`,
  isInCut: false,
  run: async (ground) => {
    const office = await openOffice(ground, 2);
    return tryCodes(office).finally(office.close);
  },
};
