/** Somebody answers the data notice of a role: those whom it concerns learn who has come, and a new head what there is. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { RoleFact } from '../../../core/roster/person.ts';
import { findAssignments } from '../../../db/directives/assignments.ts';
import { findOpenObligations } from '../../../db/reports/obligations.ts';
import { findOtherHeads, wasHeadedBefore } from '../../../db/roster/delegates.ts';
import { answerNotice, findRoles } from '../../../db/roster/people.ts';
import { findStaffOver } from '../../../db/roster/rights.ts';
import { delegateJoined, headJoined, takenOver } from '../../../messages/chat/people/delegation.ts';
import type { Work } from '../../delivery/work.ts';

/** Keeps the answer. Where roles were agreed to, the head hears of a delegate, staff of a second head, a new head of the past. */
export async function answerDataNotice(
  work: Work,
  personId: number,
  { roles, agreed }: { roles: number[]; agreed: boolean },
): Promise<void> {
  work.record(...(await answerNotice(work.tx, roles, agreed ? 'agreed' : 'refused')));
  if (!agreed) return;
  for (const role of (await findRoles(work.tx, personId)).filter(({ id }) => roles.includes(id))) {
    if (role.role === 'delegate') await tellHeads(work, personId, role);
    if (role.role === 'head') await handOverTo(work, personId, role);
  }
}

const messageTo = (
  { now }: Work,
  person: number,
  role: RoleFact,
  { what, body }: { what: string; body: Parameters<typeof bodyOf>[0] },
): Message => ({
  meaning: `role-${role.id}:${what}:${now.toISOString()}`,
  about: { unit: role.unit.id },
  recipient: { type: 'person', id: person },
  kind: 'receipt',
  body: bodyOf(body),
});

async function tellHeads(work: Work, personId: number, role: RoleFact): Promise<void> {
  const heads = await findOtherHeads(work.tx, role.unit.id, personId);
  await work.say(
    heads.map((head) => messageTo(work, head.personId, role, { what: 'joined', body: delegateJoined(role.unit) })),
  );
}

async function handOverTo(work: Work, personId: number, role: RoleFact): Promise<void> {
  const { tx, now, say } = work;
  const { unit } = role;
  const others = await findOtherHeads(tx, unit.id, personId);
  if (others.length > 0) {
    const staff = (await findStaffOver(tx, unit.id)).filter((id) => id !== personId);
    await say(staff.map((id) => messageTo(work, id, role, { what: 'two-heads', body: headJoined(unit, others) })));
  }
  if (!(await wasHeadedBefore(tx, unit.id, personId))) return;
  const assigned = await findAssignments(tx, [unit.id]);
  if (assigned.length === 0) return;
  const obligations = await findOpenObligations(tx, [unit.id], now);
  const body = takenOver(unit, { directives: assigned.length, obligations });
  await say([messageTo(work, personId, role, { what: 'taken-over', body })]);
}
