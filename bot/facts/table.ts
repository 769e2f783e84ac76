/** Who reads which need. A new one is a file that reads it, and a line here. */
import type { Facts } from '../../core/conversation/context.ts';
import type { Need } from '../../core/conversation/need.ts';
import { isEcho } from '../../core/delivery/echo.ts';
import { readDrillRequest } from '../../core/figures/drill-down.ts';
import { isRemark } from '../../core/language/assent/remark.ts';
import { areTriesUsedUp } from '../../core/roster/phone-tries.ts';
import { findLastAnswers } from '../../db/delivery/answered.ts';
import { findApprovalRequests } from '../../db/directives/approvals.ts';
import { findAssignmentsToTell } from '../../db/directives/assignments.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { findLatestIssued, readSummary } from '../../db/figures/summary.ts';
import { readProgressForms } from '../../db/progress/progress.ts';
import { findRequests } from '../../db/reports/extension-requests.ts';
import { findPendingClaims } from '../../db/roster/claims.ts';
import { findDelegatesOf, findStaffLedBy } from '../../db/roster/delegates.ts';
import { findRolesToEnd } from '../../db/roster/people.ts';
import { findDifficulties } from '../../db/talk/difficulties.ts';
import { findLastGroupReminder, findLastReminder } from '../../db/talk/last-reminder.ts';
import { findWaitingQuestions } from '../../db/talk/questions.ts';
import { readHold } from '../../db/time/epochs.ts';
import type { Reading } from '../delivery/work.ts';
import { newCode } from '../links/codes.ts';
import { answerFromLedger } from './asked/ledger.ts';
import { type Asker, holderOf } from './asker.ts';
import { readCalls } from './calls.ts';
import { readPartsOfUnits } from './consolidation/parts.ts';
import { readReconciliation } from './consolidation/reconciliation.ts';
import { readContacts } from './contacts.ts';
import { readAmendment } from './directives/amendment.ts';
import { foundId, issuedAsked, readDirectiveAsked } from './directives/directive-asked.ts';
import { listDirectiveLines } from './directives/directive-lines.ts';
import { previewResending } from './directives/given-up.ts';
import { previewForStaff } from './directives/issue-preview.ts';
import { readReissue } from './directives/reissue.ts';
import { readPartStandings, readStandings } from './directives/standing.ts';
import { readDrillView } from './drill-down.ts';
import { readSummaryForecast } from './forecast/summary-forecast.ts';
import { readGroupOverview } from './groups/overview.ts';
import { readHandedIn } from './handed-in.ts';
import { readHistory } from './history.ts';
import { readInquiry } from './inquiry.ts';
import { readOwnData } from './own-data.ts';
import { readOwnPage } from './page/own-page.ts';
import { papersOnOffer, unitPapersOnOffer } from './paper-offers.ts';
import { readUnitWays } from './people/unit-ways.ts';
import { readPictures } from './pictures.ts';
import { readBurdenAsked } from './progress/burden.ts';
import { readInvites } from './registration/invite.ts';
import { readSignedOverview } from './signed-overview.ts';
import { readTasks } from './tasks.ts';
import { findObligationForOther, findUnitsByPhone, findUnitsForOther } from './unit-lookup.ts';

type Readers = {
  [K in Need['type']]: (
    reading: Reading,
    asker: Asker,
    need: Extract<Need, { type: K }>,
    /** What was meant, as it was read before. */
    before: Facts,
  ) => Promise<Facts[K]>;
};

const readers: Readers = {
  echo: async ({ tx, machineNow }, { account }, { writtenAt }) =>
    isEcho(await findLastAnswers(tx, account), writtenAt, machineNow),
  tasks: (reading, { own, account }) => readTasks(reading, own.assignments, holderOf(account)),
  invites: (reading, _asker, { codes }) => readInvites(reading, codes),
  newCode: async ({ links }) => {
    const code = newCode();
    return { code, links: links.opening(code) };
  },
  ownPage: async (reading, asker) => readOwnPage(reading, asker.channel),
  byPhone: async ({ tx, now, machineNow }, { account }, { phone }) => ({
    units: await findUnitsByPhone(tx, phone, now),
    areTriesUsedUp: areTriesUsedUp({ count: account.phoneTries, from: account.phoneTriesFrom }, machineNow),
  }),
  ownData: (reading, asker) => readOwnData(reading, asker),
  rolesToEnd: ({ tx }, { staffOf, person }) => findRolesToEnd(tx, staffOf, person?.id ?? 0),
  claims: ({ tx }, { staffOf }) => findPendingClaims(tx, staffOf),
  extensions: ({ tx }, { chasedFor }) => findRequests(tx, chasedFor),
  contacts: (reading, asker) => readContacts(reading, asker),
  directive: (reading, { chasedFor }, need) => readDirectiveAsked(reading, chasedFor, need),
  summary: async (reading, asker, _need, before) => {
    const id = await issuedAsked(reading.tx, asker.chasedFor, before);
    if (id === undefined) return undefined;
    const summary = await readSummary(reading.tx, id, reading.now);
    const papers = papersOnOffer(reading, asker, summary);
    const request = readDrillRequest(before.directive?.search.rest ?? '');
    const isWhole = request.to === 'summary';
    return {
      summary: isWhole ? { ...summary, forecast: await readSummaryForecast(reading, summary) } : summary,
      request,
      papers,
      view: await readDrillView(reading, holderOf(asker.account), summary, request),
    };
  },
  ledger: (reading, { chasedFor, answersFor, person, own }, { question }) =>
    answerFromLedger(
      reading,
      { chasedFor, answersFor, isConsolidator: person?.isConsolidator === true, assignments: own.assignments },
      question,
    ),
  directives: ({ tx, now }, { chasedFor }) => listDirectiveLines(tx, chasedFor, now),
  unitPapers: async (reading, asker, _need, before) => unitPapersOnOffer(reading, asker, before),
  papers: async (reading, asker, _need, before) => {
    const id = await issuedAsked(reading.tx, asker.chasedFor, before);
    if (id === undefined) return undefined;
    return papersOnOffer(reading, asker, await readSummary(reading.tx, id, reading.now));
  },
  history: (reading, asker, { words }) => readHistory(reading, asker, words),
  handedIn: (reading, asker, { words }) => readHandedIn(reading, asker, words),
  burden: (reading, { chasedFor }, { words }) => readBurdenAsked(reading, chasedFor, words),
  progress: ({ tx }, { own }) =>
    readProgressForms(
      tx,
      own.assignments.filter(({ asksProgress, directive }) => asksProgress && directive.state === 'issued'),
    ),
  progressFor: async ({ tx }, { staffOf, answersFor }, { unit }, { units, obligation }) => {
    const found = [...(units ?? []).map((one) => one.unit.id), ...(obligation ? [obligation.unit.id] : [])];
    return readProgressForms(
      tx,
      await findAssignmentsToTell(tx, unit === undefined ? found : [unit], { staffOf, answersFor }),
    );
  },
  unitWays: async (reading, _asker, { unit }) => (await readUnitWays(reading, [unit]))[0],
  calls: (reading, asker, { page }) => readCalls(reading, asker, page),
  groups: (reading, { person }) => readGroupOverview(reading, person),
  signed: async (reading, { chasedFor, account }) => {
    const id = await findLatestIssued(reading.tx, chasedFor, undefined);
    return id === undefined ? undefined : readSignedOverview(reading, id, holderOf(account));
  },
  pictures: (reading, asker, { album }, before) => readPictures(reading, asker, album, before),
  approvals: ({ tx }, { chasedFor }) => findApprovalRequests(tx, chasedFor),
  approvers: ({ tx }, { person }) => (person ? findStaffLedBy(tx, person.id) : Promise.resolve([])),
  delegates: ({ tx }, { person }) => (person ? findDelegatesOf(tx, person.id) : Promise.resolve([])),
  lastGroupReminder: ({ tx }, { chasedFor }) => findLastGroupReminder(tx, { issuers: chasedFor }),
  lastReminder: async ({ tx }, { person }) => (person ? findLastReminder(tx, person.id) : undefined),
  inquiry: ({ tx }, { own, person }) => readInquiry(tx, own, person?.id),
  difficulties: async ({ tx }, { chasedFor }) =>
    (await findDifficulties(tx, chasedFor)).filter(({ note }) => isRemark(note)),
  questions: ({ tx }, { chasedFor }) => findWaitingQuestions(tx, chasedFor),
  hold: ({ tx }) => readHold(tx),
  preview: (reading, { staffOf }, { directive }, before) =>
    previewForStaff(reading, staffOf, directive ?? foundId(before)),
  standings: async (reading, { staffOf, chasedFor, answersFor }, need) => [
    ...(await readStandings(reading, need.act === 'number' ? staffOf : chasedFor, need)),
    ...(await readPartStandings(reading, answersFor, need)),
  ],
  amendment: (reading, asker, need) =>
    need.isReissue ? readReissue(reading, asker.own.assignments, need) : readAmendment(reading, asker.staffOf, need),
  reconciliation: async (reading, { chasedFor }, _need, before) => {
    const id = await issuedAsked(reading.tx, chasedFor, before);
    const directive = id === undefined ? undefined : await readDirective(reading.tx, id);
    const sums = directive && (await readReconciliation(reading, directive.id));
    return sums && { directive, sums };
  },
  parts: (reading, { answersFor }) => readPartsOfUnits(reading, answersFor),
  givenUp: (reading, { staffOf }, { directive }, before) =>
    previewResending(reading, staffOf, directive === null ? null : (directive ?? foundId(before))),
  units: (reading, asker, need) => findUnitsForOther(reading, asker, need),
  obligation: (reading, asker, { id }) => findObligationForOther(reading, asker, id),
};

/** Reads one need. The table pairs each type with its own reader, which the compiler cannot follow. */
export function readNeed<N extends Need>(
  reading: Reading,
  asker: Asker,
  need: N,
  before: Facts,
): Promise<Facts[N['type']]> {
  const read = readers[need.type] as unknown as (...given: [Reading, Asker, N, Facts]) => Promise<Facts[N['type']]>;
  return read(reading, asker, need, before);
}
