/**
 * A report as a form on a person's own page. The page and the chat are one conversation: what is entered here stands there,
 * and the read-back is the chat's own question. Nothing counts before a yes to it, which comes in as any message does.
 */
import { ourPage } from '../../../core/channels/address.ts';
import {
  type EnteredFile,
  type FileTaken,
  type FormAnswer,
  type FormDesk,
  type FormSought,
  type FormSubject,
  filePlace,
} from '../../../core/conversation/form.ts';
import { findConversation, lockWriter, saveConversation, saveDrafts } from '../../../db/conversation/conversations.ts';
import { findAccountAt } from '../../../db/roster/accounts.ts';
import type { WriterAddress } from '../../../db/writer/owner.ts';
import { keepPageFile, type PageFile } from '../../acts/keep-page-file.ts';
import type { Reading, Transact, Work } from '../../delivery/work.ts';
import { type Desk, type FormStep, keepForm, reviewForm } from '../../dialogues/form/decide.ts';
import type { AskedReport, AskedTasks } from '../../dialogues/form/read.ts';
import { draftOf, standingReport, underWay } from '../../dialogues/form/standing.ts';
import { draftOfTasks, keepTasks, reviewTasks, standingTasks, talkIn } from '../../dialogues/form/tasks.ts';
import { tasksViewOf, viewOf } from '../../dialogues/form/view.ts';
import { type Drafts, readDrafts } from '../../dialogues/shape/draft.ts';
import { readState } from '../../dialogues/table/dialogues.ts';
import { readBusiness } from '../../facts/asker.ts';
import { listHandedInBy } from '../../facts/handed-in.ts';
import { addressedAnswer } from './addressed.ts';
import { findForOthers, tasksAlone } from './list.ts';
import { questionAbout } from './question.ts';
import {
  askedReport,
  askedTasks,
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
        tasks: tasksAlone(asker),
        ...(mayForOthers && { others: { words, ...(await findForOthers(reading(), asker, words)) } }),
      };
    },
    open: async ({ address, about }, purpose) => {
      const holder = await look(address);
      return addressedAnswer(holder, await openPage(reading(), holder, about, purpose));
    },
    question: async ({ address, about }) => {
      const holder = await look(address);
      const asked = await questionAbout(reading(), holder, about);
      return addressedAnswer(holder, asked ?? (await openPage(reading(), holder, about, 'look')));
    },
    keep: (sought, entered) =>
      transact((work) =>
        fillIn(work, sought, {
          report: (asked, desk) => keepForm(desk, asked, entered),
          tasks: (asked, desk) => keepTasks(desk, asked, entered),
        }),
      ),
    review: (sought, entered) =>
      transact((work) =>
        fillIn(work, sought, {
          files: entered.files,
          report: (asked, desk) => reviewForm(desk, asked, entered),
          tasks: (asked, desk) => reviewTasks(desk, asked, entered),
        }),
      ),
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

async function openPage(
  reading: Reading,
  holder: PageHolder,
  about: FormSubject,
  purpose: 'look' | 'change',
): Promise<FormAnswer> {
  if (about.of === 'report') return openReport(reading, holder, about.obligation, purpose);
  const asked = await askedTasks(reading, holder, about.assignment);
  if (!asked) return nothingAnswer(holder);
  const desk = deskOf(holder);
  const isReadBack = talkIn(desk.state, asked.tasks.id)?.step.at === 'confirm';
  return { type: 'form', view: { ...tasksViewOf(asked, standingTasks(asked, desk)), isReadBack } };
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

/** What becomes of a page that is sent in. */
type Filling = {
  /** Files are kept when a page is said to be whole. */
  files?: ReadonlyMap<string, EnteredFile>;
  report: (asked: AskedReport, desk: Desk) => FormStep;
  tasks: (asked: AskedTasks, desk: Desk) => FormStep;
};

/** One page sent in, in its transaction: what was decided is kept. */
async function fillIn(work: Work, { address, about }: FormSought, filling: Filling): Promise<FormAnswer> {
  const { tx, now } = work;
  const writer: WriterAddress = { channel: ourPage, address };
  const account = await findAccountAt(tx, ourPage, address);
  const [stored, business] = await Promise.all([lockWriter(tx, writer), readBusiness(work, writer, wholePage)]);
  const holder = holderAt(account, stored, business);
  const personId = account?.personId ?? null;
  const found = await findPage(work, holder, about);
  if ('type' in found) return addressedAnswer(holder, found);
  if (!stored || !account || personId === null) return addressedAnswer(holder, nothingAnswer(holder));
  const desk = deskOf(holder);
  const files = await keepFiles(work, { account, personId }, found, filling.files);
  const step =
    found.of === 'tasks'
      ? filling.tasks({ ...found.asked, files }, desk)
      : filling.report({ ...found.asked, files }, desk);
  const isSame = JSON.stringify(step.state) === JSON.stringify(desk.state);
  const turn = isSame ? stored.turn : stored.turn + 1;
  if (!isSame) await saveConversation(tx, personId, { state: step.state, turn }, now);
  await saveDrafts(tx, personId, keptDrafts(step.drafts, draftKeyOf(found), holder), now);
  if (step.view) return addressedAnswer(holder, { type: 'form', view: step.view });
  const standing = { ...holder, stored: { ...stored, state: step.state, turn } };
  return addressedAnswer(holder, (await questionAbout(work, standing, about)) ?? nothingAnswer(holder));
}

/** A page that can be filled in. */
type FoundPage = { of: 'report'; asked: AskedReport } | { of: 'tasks'; asked: AskedTasks };

/** The page; or the answer where there is none to fill in. */
async function findPage(work: Work, holder: PageHolder, about: FormSubject): Promise<FoundPage | FormAnswer> {
  if (about.of === 'tasks') {
    const asked = await askedTasks(work, holder, about.assignment);
    return asked ? { of: 'tasks', asked } : nothingAnswer(holder);
  }
  const { obligation } = about;
  const form = openForm(holder, obligation, work.now) ?? (await openFormForOther(work, holder, obligation));
  if (!form) return closedAnswer(work, holder, obligation);
  return { of: 'report', asked: await askedReport(work, holder, form) };
}

const draftKeyOf = (page: FoundPage): string =>
  page.of === 'tasks' ? draftOfTasks(page.asked.tasks) : String(page.asked.form.id);

/** Keeps the files for which the page has a place. */
async function keepFiles(
  work: Work,
  sender: Pick<PageFile, 'account' | 'personId'>,
  page: FoundPage,
  files: ReadonlyMap<string, EnteredFile> = new Map(),
): Promise<ReadonlyMap<string, FileTaken>> {
  const figures = page.of === 'report' ? page.asked.form.indicators.filter(({ kind }) => kind === 'file') : [];
  const sections = page.asked.tasks?.tasks ?? [];
  const places = new Set([
    ...figures.map(({ key }) => filePlace.figure(key)),
    ...sections.map(({ section }) => filePlace.section(section)),
  ]);
  const obligation = page.of === 'report' ? page.asked.form.id : null;
  const taken = new Map<string, FileTaken>();
  for (const [place, file] of files)
    if (places.has(place))
      taken.set(place, await keepPageFile(work, { ...sender, page: draftKeyOf(page), obligation }, file));
  return taken;
}

/** Of so many other units what was entered is kept at a time. */
const mostForOthers = 30;

/** Of one's own reports what is still good; of others' the latest. */
function keptDrafts(drafts: Drafts, current: string, { asker }: PageHolder): Drafts {
  const isGood = ([id]: [string, unknown]): boolean => {
    const own = asker.own.obligations.find((one) => String(one.id) === id);
    return own !== undefined && draftOf(own, drafts) !== undefined;
  };
  const all = Object.entries(drafts);
  const isTheirs = (id: string): boolean => asker.own.assignments.some((one) => draftOfTasks(one) === id);
  const tasks = all.filter(([id]) => isTheirs(id));
  const forOthers = all.filter(([id, draft]) => draft.isOnBehalf && id !== current).slice(-mostForOthers);
  const latest = all.filter(([id]) => id === current);
  return Object.fromEntries([...all.filter(isGood), ...tasks, ...forOthers, ...latest]);
}
