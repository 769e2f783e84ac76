/** Which report a page is about, and what is shown of one that cannot be filled in. */
import { ourPage } from '../../../core/channels/address.ts';
import type { FormAnswer } from '../../../core/conversation/form.ts';
import { groupsOf } from '../../../core/progress/heard.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { StoredConversation } from '../../../db/conversation/conversations.ts';
import { findAssignment, findAssignmentsToTell } from '../../../db/directives/assignments.ts';
import { readProgressForms } from '../../../db/progress/progress.ts';
import type { Account } from '../../../db/roster/accounts.ts';
import { endedNow } from '../../../messages/chat/life/end.ts';
import { excusedNow } from '../../../messages/chat/life/excuse.ts';
import { standingLines } from '../../../messages/chat/progress/asking.ts';
import { closed } from '../../../messages/chat/report.ts';
import { formNothing } from '../../../messages/pages/form.ts';
import type { Reading } from '../../delivery/work.ts';
import type { AskedReport, AskedTasks } from '../../dialogues/form/read.ts';
import { hasEnded, isOpen } from '../../dialogues/shape/obligations.ts';
import { type Asker, askerOf, type Business } from '../../facts/asker.ts';
import { readContacts } from '../../facts/contacts.ts';
import { readHandedInRound } from '../../facts/handed-in.ts';
import { findObligationForOther } from '../../facts/unit-lookup.ts';

/** Who holds a page, and where their conversation stands. */
export type PageHolder = { asker: Asker; stored: StoredConversation | undefined };

/** The holder of an account; one that is gone or belongs to nobody answers for nothing. */
export function holderAt(
  account: Account | undefined,
  stored: StoredConversation | undefined,
  business: Business,
): PageHolder {
  if (account) return { asker: askerOf(account, stored, business), stored };
  const nobody = { id: 0, personId: null, channel: ourPage } as Account;
  return {
    asker: askerOf(nobody, undefined, { roles: [], isConsolidator: false, own: { assignments: [], obligations: [] } }),
    stored,
  };
}

/** A report that can be filled in or corrected now. */
export const openForm = ({ asker }: PageHolder, id: number, now: Date): ObligationFact | undefined =>
  asker.own.obligations.find((one) => one.id === id && isOpen(one, now) && one.state !== 'excused');

/** The same of a unit for which the holder may report. */
export async function openFormForOther(
  reading: Reading,
  { asker }: PageHolder,
  id: number,
): Promise<ObligationFact | undefined> {
  const form = await findObligationForOther(reading, asker, id);
  return form && isOpen(form, reading.now) && form.state !== 'excused' ? form : undefined;
}

const isOwn = ({ own }: Asker, form: ObligationFact): boolean => own.obligations.some(({ id }) => id === form.id);

/** A report with the tasks of the same unit and directive, where their progress is asked for. */
export async function askedReport(reading: Reading, { asker }: PageHolder, form: ObligationFact): Promise<AskedReport> {
  const [tasks] = await tasksOf(reading, asker, { directive: form.directive.id, unit: form.unit.id });
  return { form, tasks, isOnBehalf: !isOwn(asker, form), now: reading.now };
}

/** Tasks that the holder may tell, of their own unit or for another; undefined where there are none. */
export async function askedTasks(
  reading: Reading,
  { asker }: PageHolder,
  assignment: number,
): Promise<AskedTasks | undefined> {
  const { tx, now } = reading;
  const own = asker.own.assignments.find(({ id }) => id === assignment);
  const other = own ? undefined : await findAssignment(tx, assignment);
  const mine = own?.directive.state === 'issued' && own.asksProgress ? [own] : [];
  const theirs = other ? await findAssignmentsToTell(tx, [other.unit.id], asker) : [];
  const [tasks] = await readProgressForms(
    tx,
    [...mine, ...theirs].filter(({ id }) => id === assignment),
  );
  return tasks && { tasks, isOnBehalf: own === undefined, now };
}

/** The tasks of a unit under a directive, which the holder may tell. */
async function tasksOf({ tx }: Reading, asker: Asker, of: { directive: number; unit: number }) {
  const own = asker.own.assignments.filter(({ asksProgress, unit }) => asksProgress && unit.id === of.unit);
  const asked = own.length > 0 ? own : await findAssignmentsToTell(tx, [of.unit], asker);
  return readProgressForms(
    tx,
    asked.filter(({ directive }) => directive.id === of.directive),
  );
}

/** What was handed in; where that is nothing of theirs, that there is no such report. */
export async function handedInAnswer(
  reading: Reading,
  holder: PageHolder,
  id: number,
  form?: ObligationFact,
): Promise<FormAnswer> {
  const other = form && !isOwn(holder.asker, form) ? form.unit.id : undefined;
  const found = await readHandedInRound(reading, holder.asker, id, other);
  if (!found) return nothingAnswer(holder);
  const { report, offer } = found;
  const tasks = await tasksOf(reading, holder.asker, { directive: report.directiveId, unit: report.unit.id });
  return {
    type: 'handed-in',
    view: {
      report,
      note: form?.current?.note ?? null,
      paper: offer?.carriage.type === 'link' ? offer.carriage.link : undefined,
      tasks: tasks.flatMap((each) => groupsOf(each).flatMap((group) => standingLines(each, group))),
      mayChange: form !== undefined,
    },
  };
}

/** What is shown of a report that takes nothing more: what was handed in, else why. */
export async function closedAnswer(reading: Reading, holder: PageHolder, id: number): Promise<FormAnswer> {
  const handedIn = await handedInAnswer(reading, holder, id);
  if (handedIn.type === 'handed-in') return handedIn;
  const form = holder.asker.own.obligations.find((one) => one.id === id);
  if (!form) return handedIn;
  if (form.state === 'excused') return sentence(excusedNow(form.unit, form.directive, true));
  if (!hasEnded(form)) return sentence(closed(form));
  const [contact] = await readContacts(reading, holder.asker);
  return sentence(endedNow(form, contact));
}

const sentence = (text: string): FormAnswer => ({ type: 'nothing', text, isUnknown: false });

/** Nothing of theirs: another unit's report looks like one that does not exist. */
export const nothingAnswer = ({ asker }: PageHolder): FormAnswer => ({
  type: 'nothing',
  text: asker.answersFor.length + asker.staffOf.length === 0 ? formNothing.unregistered : formNothing.unknown,
  isUnknown: true,
});
