/** Several directives at once, and people who act for several units. */
import { eq } from 'drizzle-orm';
import { importDirective } from '../../../bot/acts/import-directive.ts';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { answerNotice, askRole } from '../../../db/roster/people.ts';
import { accounts, units } from '../../../db/schema/tables.ts';
import * as fixture from '../../harness/world/fixture.ts';
import type { Person } from '../../harness/world/person.ts';
import type { World } from '../../harness/world.ts';

/** Imports the directive of the sample once more, under another number, and issues it. */
export async function issueAnother(world: World, number: string, until = '2021-09-10'): Promise<void> {
  const { duties } = fixture.directive;
  const due = duties.map((duty) => ({ ...duty, deadline: { ...duty.deadline, date: until } }));
  const draft = { ...fixture.directive, number, duties: due };
  const imported = await importDirective(world.db, JSON.stringify(draft), world.clock.civil());
  if (!imported.ok) throw new Error(imported.error);
  await world.transact((work) => issueDirective(work, { via: 'command', by: null }, imported.value.id, 'gửi trước'));
  await world.settle();
}

/** Makes a registered person act for one more unit. */
export async function actsFor(
  world: World,
  person: Person,
  code: string,
  role: 'head' | 'delegate' | 'staff',
): Promise<void> {
  const [account] = await world.db.select().from(accounts).where(eq(accounts.address, person.address));
  const [unit] = await world.db.select().from(units).where(eq(units.code, code));
  const asked = { personId: account?.personId ?? 0, unitId: unit?.id ?? 0, role };
  await world.transact(async ({ tx, now, record }) => {
    const facts = await askRole(tx, asked, now);
    record(...facts);
    const ids = facts.flatMap((fact) => ('id' in fact ? Number(fact.id) : []));
    record(...(await answerNotice(tx, ids, 'agreed')));
  });
}
