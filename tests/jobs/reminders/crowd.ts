/** Rounds of many units. */
import { sql } from 'drizzle-orm';
import type { World } from '../../harness/world.ts';

/** Units of a kind below one of the roster: what their codes begin with, and where the first stands in administrative order. */
type Crowd = Record<'prefix' | 'kind' | 'parent', string> & { first: number };

/** So many units more owe a report below another, each with a head on Telegram. */
export async function crowd({ db }: World, { prefix, kind, parent, first, many }: Crowd & { many: number }) {
  const named = `${prefix}%`;
  const statements = [
    sql`insert into units (code, name, kind, parent_id, position)
      select ${prefix} || n, 'Đơn vị số ' || n, ${kind}, (select id from units where code = ${parent}), ${first}::int + n
      from generate_series(1, ${many}::int) n`,
    sql`insert into obligations (round_id, unit_id) select (select max(id) from rounds), id from units where code like ${named}`,
    sql`insert into people (name, "createdAt") select 'Người ' || code, '2021-09-05 10:00+07' from units where code like ${named}`,
    sql`insert into accounts (channel, address, name, person_id, last_seen_at)
      select 'telegram', '7' || id, 'x', id, '2021-09-05 10:00+07' from people where name like 'Người ' || ${named}`,
    sql`insert into unit_roles (person_id, unit_id, role, state, "from")
      select p.id, u.id, 'head', 'agreed', '2021-09-05 10:00+07' from people p join units u on p.name = 'Người ' || u.code
      where u.code like ${named}`,
  ];
  for (const statement of statements) await db.execute(statement);
}
export const communes: Crowd = { prefix: 'XA-N', kind: 'commune', parent: 'UBND-HUYEN', first: 1000 };
export const schools: Crowd = { prefix: 'TH-N', kind: 'school', parent: 'PHONG-GDDT', first: 5000 };
