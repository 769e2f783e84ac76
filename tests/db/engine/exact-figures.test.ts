/** Figures that were whole numbers of eight bytes become exact ones: what was reported before stands, and is proved. */
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { readFacts } from '../../../db/audit/facts.ts';
import { totalIndicators } from '../../../db/figures/recount/totals.ts';
import { listLines } from '../../../db/figures/unit-lines.ts';
import { testMigration } from '../../harness/migrations.ts';

const at = '2021-09-07 08:00+07';

/** Two units with a denominator, a count and a yes; one count is greater than a number of JSON holds. */
const before = [
  sql`insert into units (code, name, kind, position) values ('A', 'Xã A', 'commune', 1), ('B', 'Xã B', 'commune', 2)`,
  sql`insert into people (name, "createdAt") values ('Lan', ${at})`,
  sql`insert into directives (number, subject, issuer_id, draft, imported_at) values ('1/UBND', 'Thử', 1, '{}', ${at})`,
  sql`insert into duties (directive_id, key, title, report_to_id, audience, deadline, reminders, summaries)
    values (1, 'a', 'a', 1, '{}', '{}', '{}', '{}')`,
  sql`insert into indicators (duty_id, key, label, kind, is_denominator, position) values
    (1, 'all', 'Số cán bộ', 'count', true, 0), (1, 'done', 'Đã cài', 'count', false, 1), (1, 'met', 'Đã họp', 'yes-no', false, 2)`,
  sql`insert into rounds (duty_id, key, opens_at, due, overdue_from) values (1, 'once', ${at}, ${at}, ${at})`,
  sql`insert into obligations (round_id, unit_id, state, first_reported_at) values (1, 1, 'reported', ${at}), (1, 2, 'reported', ${at})`,
  sql`insert into reports (obligation_id, revision, person_id, submitted_at) values (1, 1, 1, ${at}), (2, 1, 1, ${at})`,
  sql`update obligations set current_report_id = id`,
  sql`insert into report_values (report_id, indicator_id, kind, number) values
    (1, 1, 'given', 50), (1, 2, 'zero', 0), (1, 3, 'given', 1),
    (2, 1, 'given', 9007199254740993), (2, 2, 'given', 45), (2, 3, 'zero', 0)`,
];

testMigration('figures of the version before stand', 'exact_figures', before, async (db) => {
  const totals = await totalIndicators(db, { id: 1, dutyId: 1 });
  expect(totals.map(({ key, total, of, units }) => [key, total, of, units])).toEqual([
    ['done', 45, '9007199254741043', 2],
    ['met', 1, 0, 2],
  ]);
  const { units } = await listLines(db, { id: 1, issuerId: 1, directiveId: 1 });
  expect(units.map(({ values }) => Object.values(values).map(({ value }) => value))).toEqual([
    [50, 0, 1],
    ['9007199254740993', 45, 0],
  ]);
  const facts = (await readFacts(db, 'report', '', 10)).map(({ fact }) => fact);
  expect(facts.map((fact) => fact.kind === 'report' && fact.values.map(({ number }) => number))).toEqual([
    [50, 0, 1],
    ['9007199254740993', 45, 0],
  ]);
});
