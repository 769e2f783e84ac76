/** A unit asks for more time; who leads the office or works for it decides, and the unit hears. */
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { ChangeOrder } from '../../core/directives/life/change.ts';
import type { SaidDay } from '../../core/language/day.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { lockObligation } from '../../db/reports/debts.ts';
import { findRequest, makeRequest, settleRequestsOf } from '../../db/reports/extension-requests.ts';
import { findHolders } from '../../db/roster/people.ts';
import { refusalTold, requestAsked } from '../../messages/chat/life/extend.ts';
import type { Work } from '../delivery/work.ts';
import { inboxOf, type PersonalCause } from './cause.ts';
import { changeDirective } from './change-directive.ts';

/** Keeps a request and asks those who decide; it takes the place of an older one of the same report. */
export async function requestExtension(
  { tx, now, record, say }: Work,
  cause: PersonalCause,
  { obligation: obligationId, until, reason }: { obligation: number; until: SaidDay; reason: string },
): Promise<void> {
  await lockObligation(tx, obligationId);
  const facts = await makeRequest(
    tx,
    { obligationId, personId: cause.by, until, reason, inboxId: inboxOf(cause) },
    now,
  );
  record(...facts);
  const id = facts.at(-1)?.id ?? 0;
  const request = await findRequest(tx, id);
  const directive = request && (await readDirective(tx, request.directive.id));
  if (!request || !directive) return;
  const deciding = await findHolders(tx, [directive.issuerId], ['staff', 'leader']);
  const people = [...new Set(deciding.map(({ personId }) => personId))];
  await say(
    people.map(
      (person): Message => ({
        meaning: `extension-request-${id}`,
        about: { directive: directive.id, unit: request.unit.id },
        recipient: { type: 'person', id: person },
        kind: 'receipt',
        body: bodyOf(requestAsked(request)),
      }),
    ),
  );
}

/**
 * Decides a request that waits, once. Granting is the same act as giving the unit more time by oneself; where that is possible no
 * more, the unit hears that its deadline stands.
 */
export async function decideExtension(
  work: Work,
  cause: PersonalCause,
  { request: id, isGranted }: { request: number; isGranted: boolean },
): Promise<void> {
  const { tx, now, record, say } = work;
  const request = await findRequest(tx, id);
  if (!request) return;
  const { unit, until, reason, directive, obligation } = request;
  if (isGranted) {
    const order: ChangeOrder = { act: 'extend', units: [unit.id], until, reason };
    const changed = await changeDirective(work, cause, directive.id, order);
    if (changed.ok && changed.value.isNew) return;
  }
  const settled = await settleRequestsOf(tx, [obligation], { state: 'refused', by: cause.by }, now);
  if (settled.length === 0) return;
  record(...settled);
  const holders = await findHolders(tx, [unit.id], ['head', 'delegate']);
  await say(
    holders.map(
      ({ personId }): Message => ({
        meaning: `extension-request-${id}:refused`,
        about: { directive: directive.id, unit: unit.id },
        recipient: { type: 'person', id: personId },
        kind: 'receipt',
        body: bodyOf({ text: refusalTold(request) }),
      }),
    ),
  );
}
