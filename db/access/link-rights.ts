/** Whether a link's holder may still see what it opens: asked each time that it is opened. */
import { and, not, type SQL, sql } from 'drizzle-orm';
import type { LinkTarget } from '../../core/delivery/link.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import { fileMark } from '../../core/reports/file-answer.ts';
import type { Db } from '../database.ts';

/** What is asked of a link. Links of before have no holder, and their making is not known. `madeAt` is machine time. */
export type LinkToOpen = { target: LinkTarget; holder: Recipient | null; madeAt: Date | null };

/**
 * Whether a link opens something now: its directive's links were not revoked since it was made, and its holder has the right.
 * A person has it by a role that stands: in the unit that the content is of, or as staff or leader of the office that issued
 * the directive. An account has what its person has. A group has it as long as it is bound to that office.
 */
export async function mayOpen(db: Db, { target, holder, madeAt }: LinkToOpen): Promise<boolean> {
  const isRevoked = sql`exists (
    select 1 from directive_link_revocations v where v.directive_id = content.directive_id
      and ${madeAt === null ? sql`true` : sql`v.revoked_at_machine >= ${madeAt.toISOString()}::timestamptz`})`;
  const rows = await db
    .select({ one: sql`1` })
    .from(contentOf(target))
    .where(and(not(isRevoked), holder === null ? undefined : hasRight(holder)))
    .limit(1);
  return rows.length > 0;
}

/** The directive, its issuer and the unit that a target is of; the unit is null where it is of all. */
function contentOf(target: LinkTarget): SQL {
  switch (target.what) {
    case 'tasks':
      return sql`(
        select a.directive_id, d.issuer_id, a.unit_id
        from assignments a join directives d on d.id = a.directive_id where a.id = ${target.assignment}) content`;
    case 'paper':
      return sql`(
        select d.id as directive_id, d.issuer_id, u.id as unit_id
        from directives d left join units u on u.code = ${target.unit ?? null} where d.id = ${target.directive}) content`;
    case 'scan':
      return sql`(
        select a.directive_id, d.issuer_id, a.unit_id
        from task_progress p join assignments a on a.id = p.assignment_id join directives d on d.id = a.directive_id
        where p.paper = ${fileMark(target.attachment)}
        union
        select y.directive_id, d.issuer_id, o.unit_id
        from (
          select s.obligation_id from signed_papers s where s.attachment_id = ${target.attachment}
          union
          select a.obligation_id from attachments a where a.id = ${target.attachment} and a.use = 'evidence') file
          join obligations o on o.id = file.obligation_id join rounds r on r.id = o.round_id
          join duties y on y.id = r.duty_id join directives d on d.id = y.directive_id) content`;
  }
}

function hasRight(holder: Recipient): SQL {
  if (holder.type === 'group')
    return sql`exists (
      select 1 from groups g where g.id = ${holder.id} and g.state <> 'left' and g.issuer_id = content.issuer_id)`;
  const person =
    holder.type === 'person' ? sql`${holder.id}` : sql`(select person_id from accounts where id = ${holder.id})`;
  return sql`exists (
    select 1 from unit_roles r where r.person_id = ${person} and r.state = 'agreed' and r."to" is null and (
      r.role in ('staff', 'leader') and r.unit_id = content.issuer_id
      or r.role in ('head', 'delegate') and r.unit_id = content.unit_id))`;
}
