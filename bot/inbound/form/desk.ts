/**
 * A report as a form on a person's own page. The page and the chat are one conversation: what is entered here stands there,
 * and the read-back is the chat's own question. Nothing counts before a yes to it, which comes in as any message does.
 */
import { ourPage } from '../../../core/channels/address.ts';
import type { FormAnswer, FormDesk, FormSought } from '../../../core/conversation/form.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import {
  findConversation,
  lockWriter,
  saveConversation,
  saveDrafts,
  type WriterAddress,
} from '../../../db/conversation/conversations.ts';
import { findAccountAt } from '../../../db/roster/accounts.ts';
import type { Reading, Transact, Work } from '../../delivery/work.ts';
import { type Desk, type FormStep, keepForm, reviewForm } from '../../dialogues/form/decide.ts';
import type { AskedReport } from '../../dialogues/form/read.ts';
import { draftOf, standingReport, underWay } from '../../dialogues/form/standing.ts';
import { viewOf } from '../../dialogues/form/view.ts';
import { type Drafts, readDrafts } from '../../dialogues/shape/draft.ts';
import { isOpen } from '../../dialogues/shape/obligations.ts';
import { readState } from '../../dialogues/table/dialogues.ts';
import { type Asker, readBusiness } from '../../facts/asker.ts';
import { listHandedInBy } from '../../facts/handed-in.ts';
import { findUnitsForOther } from '../../facts/unit-lookup.ts';
import { addressedAnswer } from './addressed.ts';
import { questionAbout } from './question.ts';
import {
  askedReport,
  closedAnswer,
  handedInAnswer,
  holderAt,
  nothingAnswer,
  openForm,
  openFormForOther,
  type PageHolder,
} from './reports.ts';

export function createFormDesk({ transact, reading }: { transact: Transact; reading: () => Reading }): FormDesk {
  const look = (address: string): Promise<PageHolder> => readHolder(reading(), address);
  return {
    list: async (address, words) => {
      const { asker } = await look(address);
      const { own, person, answersFor, staffOf } = asker;
      if (answersFor.length + staffOf.length === 0) return undefined;
      const mayForOthers = staffOf.length > 0 || person?.isConsolidator === true;
      return {
        open: own.obligations,
        handedIn: await listHandedInBy(reading(), asker),
        units: (person?.roles ?? []).map(({ unit }) => unit),
        ...(mayForOthers && { others: { words, found: await findForOthers(reading(), asker, words) } }),
      };
    },
    open: async ({ address, obligation }, purpose) => {
      const holder = await look(address);
      return addressedAnswer(holder, await openReport(reading(), holder, obligation, purpose));
    },
    question: async ({ address, obligation }) => {
      const holder = await look(address);
      const asked = await questionAbout(reading(), holder, obligation);
      return addressedAnswer(holder, asked ?? (await openReport(reading(), holder, obligation, 'look')));
    },
    keep: (sought, entered) =>
      transact((work) => fillIn(work, sought, (asked, desk) => keepForm(desk, asked, entered))),
    review: (sought, entered) =>
      transact((work) => fillIn(work, sought, (asked, desk) => reviewForm(desk, asked, entered))),
  };
}

/** A page holds as many numbers as a report may ask for. */
const wholePage = 1000;

async function readHolder(reading: Reading, address: string): Promise<PageHolder> {
  const writer: WriterAddress = { channel: ourPage, address };
  const [account, stored, business] = await Promise.all([
    findAccountAt(reading.tx, ourPage, address),
    findConversation(reading.tx, writer),
    readBusiness(reading, writer, wholePage),
  ]);
  return holderAt(account, stored, business);
}

async function openReport(
  reading: Reading,
  holder: PageHolder,
  obligation: number,
  purpose: 'look' | 'change',
): Promise<FormAnswer> {
  const form = openForm(holder, obligation, reading.now) ?? (await openFormForOther(reading, holder, obligation));
  if (!form) return closedAnswer(reading, holder, obligation);
  if (form.state === 'reported' && purpose === 'look') return handedInAnswer(reading, holder, form.id, form);
  const asked = await askedReport(reading, holder, form);
  const { state, drafts } = deskOf(holder);
  const view = viewOf(asked, standingReport(form, state, drafts));
  const isReadBack = underWay(form, state)?.step.at === 'confirm';
  return { type: 'form', view: { ...view, isReadBack } };
}

const deskOf = ({ stored }: PageHolder): Desk => ({
  state: readState(stored?.state),
  drafts: readDrafts(stored?.drafts),
});

/** One page sent in, in its transaction: what was decided is kept. */
async function fillIn(
  work: Work,
  { address, obligation }: FormSought,
  decide: (asked: AskedReport, desk: Desk) => FormStep,
): Promise<FormAnswer> {
  const { tx, now } = work;
  const writer: WriterAddress = { channel: ourPage, address };
  const account = await findAccountAt(tx, ourPage, address);
  const [stored, business] = await Promise.all([lockWriter(tx, writer), readBusiness(work, writer, wholePage)]);
  const holder = holderAt(account, stored, business);
  const form = openForm(holder, obligation, now) ?? (await openFormForOther(work, holder, obligation));
  const personId = account?.personId ?? null;
  if (!form || !stored || personId === null)
    return addressedAnswer(holder, form ? nothingAnswer(holder) : await closedAnswer(work, holder, obligation));
  const asked = await askedReport(work, holder, form);
  const desk = deskOf(holder);
  const step = decide(asked, desk);
  const isSame = JSON.stringify(step.state) === JSON.stringify(desk.state);
  const turn = isSame ? stored.turn : stored.turn + 1;
  if (!isSame) await saveConversation(tx, personId, { state: step.state, turn }, now);
  await saveDrafts(tx, personId, keptDrafts(step.drafts, form, holder), now);
  if (step.view) return addressedAnswer(holder, { type: 'form', view: step.view });
  const standing = { ...holder, stored: { ...stored, state: step.state, turn } };
  return addressedAnswer(holder, (await questionAbout(work, standing, obligation)) ?? nothingAnswer(holder));
}

/** Of so many other units what was entered is kept at a time. */
const mostForOthers = 30;

/** Of one's own reports what is still good; of others' the latest. */
function keptDrafts(drafts: Drafts, form: ObligationFact, { asker }: PageHolder): Drafts {
  const isGood = ([id]: [string, unknown]): boolean => {
    const own = asker.own.obligations.find((one) => String(one.id) === id);
    return own !== undefined && draftOf(own, drafts) !== undefined;
  };
  const all = Object.entries(drafts);
  const forOthers = all.filter(([id, draft]) => draft.isOnBehalf && id !== String(form.id)).slice(-mostForOthers);
  const latest = all.filter(([id]) => id === String(form.id));
  return Object.fromEntries([...all.filter(isGood), ...forOthers, ...latest]);
}

/** What the units that words name have to report, or have reported in a round that is open. */
async function findForOthers(reading: Reading, asker: Asker, words: string): Promise<ObligationFact[]> {
  if (words === '') return [];
  const found = await findUnitsForOther(reading, asker, words);
  return found
    .flatMap(({ obligations }) => obligations)
    .filter((one) => isOpen(one, reading.now) && one.state !== 'excused');
}
