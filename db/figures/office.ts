import { sql } from 'drizzle-orm';
import type { Office, PublicBody } from '../../core/figures/papers.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { units } from '../schema/tables.ts';

/** A unit as the head and foot of its papers need it, with all bodies above it. */
export async function readOffice(db: Db, unitId: number): Promise<Office & { code: string; parentId: number | null }> {
  const rows = await db
    .select({
      id: units.id,
      code: units.code,
      name: units.name,
      aliases: units.aliases,
      headTitle: units.headTitle,
      headName: units.headName,
      parentId: units.parentId,
    })
    .from(units)
    .where(
      inArray(
        units.id,
        sql`(with recursive line(id, parent_id) as (
          select id, parent_id from units where id = ${unitId}
          union select u.id, u.parent_id from units u join line on u.id = line.parent_id) select id from line)`,
      ),
    );
  const own = rows.find((row) => row.id === unitId);
  if (!own) throw new Error(`unit ${unitId} is gone`);
  const above: PublicBody[] = [];
  for (let at = own.parentId; at !== null; ) {
    const next = rows.find((row) => row.id === at);
    if (!next) break;
    above.push({ id: next.id, name: next.name, aliases: next.aliases });
    at = next.parentId;
  }
  return { ...own, above };
}
