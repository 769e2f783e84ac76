/** A district of some communes with a directive, its people registered: what every fault is played on. */
import { importDirective } from '../../../bot/acts/import-directive.ts';
import { importRoster } from '../../../bot/acts/import-roster.ts';
import type { Role } from '../../../core/roster/people.ts';
import type { Db } from '../../../db/database.ts';
import { accounts, groups, people, unitRoles, units } from '../../../db/schema/tables.ts';
import * as fixture from '../../harness/world/fixture.ts';

/** When the play begins, in civil time. */
export const beginning = '2021-09-06T09:00:00+07:00';
/** The first slot of reminders. */
export const firstSlot = '2021-09-08T08:00:00+07:00';

/** People of the play by address: what the stand-in numbers first is numbered the same here. */
export type Cast = { address: string; name: string; role: Role; unit: string }[];

const firstAddress = 5_000_000_001;
const groupAddress = '-4000000001';
export const groupTitle = 'Nhóm chỉ đạo huyện Sông Mây';

const communeCode = (at: number): string => `XA-${String(at + 1).padStart(2, '0')}`;

/** A staff member, a leader, and the heads of so many communes. */
export function castOf(communes: number): Cast {
  const heads = Array.from({ length: communes }, (_, at) => ({
    name: `Thủ trưởng ${at + 1}`,
    role: 'head' as const,
    unit: communeCode(at),
  }));
  const office = [
    { name: 'Chuyên viên Hoa', role: 'staff' as const, unit: 'UBND-HUYEN' },
    { name: 'Chủ tịch Minh', role: 'leader' as const, unit: 'UBND-HUYEN' },
  ];
  return [...office, ...heads].map((one, at) => ({ ...one, address: String(firstAddress + at) }));
}

/** How many officials a commune has is not known, so that no number of them is asked about. */
const rosterOf = (communes: number): string =>
  [
    ...fixture.roster.split('\n').slice(0, 4),
    ...Array.from(
      { length: communes },
      (_, at) => `${communeCode(at)},UBND xã số ${at + 1},commune,UBND-HUYEN,,,,Chủ tịch UBND xã,`,
    ),
    'VT-SONG-MAY,Viễn thông Sông Mây,telecom,UBND-HUYEN,,,,Giám đốc,',
  ].join('\n');

const directiveFor = (): string => {
  const communes = { kinds: ['commune'], tags: [], codes: [], childrenOf: [], except: [] };
  const { tasks, duties } = fixture.directive;
  return JSON.stringify({
    ...fixture.directive,
    tasks: tasks.map((task) => (task.audience.kinds.includes('commune') ? { ...task, audience: communes } : task)),
    duties: duties.map((duty) => ({ ...duty, audience: communes })),
  });
};

/** Fills a migrated database. The chain of evidence begins with the first start of the service. */
export async function furnish(db: Db, communes: number): Promise<void> {
  const now = new Date(beginning);
  const imported = await importRoster(db, rosterOf(communes), now, { isDryRun: false });
  if (imported.errors.length > 0) throw new Error(JSON.stringify(imported.errors));
  const directive = await importDirective(db, directiveFor(), now);
  if (!directive.ok) throw new Error(directive.error);
  const known = new Map(
    (await db.select({ id: units.id, code: units.code }).from(units)).map(({ id, code }) => [code, id]),
  );
  for (const { address, name, role, unit } of castOf(communes)) {
    const [person] = await db.insert(people).values({ name, createdAt: now }).returning({ id: people.id });
    const unitId = known.get(unit);
    if (!person || unitId === undefined) throw new Error(`${name} has no unit`);
    await db.insert(unitRoles).values({ personId: person.id, unitId, role, state: 'agreed', from: now });
    await db.insert(accounts).values({
      channel: 'telegram',
      address,
      name,
      personId: person.id,
      lastSeenAt: now,
      lastWordAt: new Date(),
    });
  }
  const issuerId = known.get('UBND-HUYEN') ?? 0;
  await db.insert(groups).values({ channel: 'telegram', address: groupAddress, title: groupTitle, issuerId });
}
