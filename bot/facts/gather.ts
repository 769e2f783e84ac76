/** Reads what a turn may look at: a fixed number of statements for the person, and those that the turn asked for. */

import type { Context, DirectiveLine, Need, PaperOffer, PapersOffered } from '../../core/conversation/context.ts';
import { carriageOf } from '../../core/delivery/attachment.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import type { PaperTarget } from '../../core/delivery/link.ts';
import type { Summary } from '../../core/figures/summary.ts';
import type { InviteFact, Person } from '../../core/roster/person.ts';
import { findInvite } from '../../db/access/invites.ts';
import type { Db } from '../../db/database.ts';
import { findOffered } from '../../db/delivery/messages.ts';
import { findAssignments, findTaskTexts } from '../../db/directives/assignments.ts';
import { listDirectives } from '../../db/directives/directives.ts';
import { countReported } from '../../db/directives/issuing.ts';
import { findLatestIssued, readSummary } from '../../db/figures/summary.ts';
import { findObligationOfIssuers, findOpenObligations } from '../../db/reports/obligations.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { findRoles } from '../../db/roster/people.ts';
import { chatFormats } from '../../messages/chat/papers-in-chat.ts';
import { linkOn, shownOn, type Voice } from '../delivery/voice.ts';
import { hashCode, newCode } from '../links/codes.ts';
import { makeCallSheet } from './call-sheet.ts';
import { readDrillView } from './drill-down.ts';
import { readGroupOverview } from './group-overview.ts';
import { previewIssue } from './issue-preview.ts';
import { readSignedOverview } from './signed-overview.ts';
import { findUnitsByPhone, findUnitsByWords } from './unit-lookup.ts';

export type GatherDeps = { voice: Voice; links: (code: string) => string[]; machineNow: Date; now: Date };

export async function gather(
  tx: Db,
  account: Account,
  name: string | undefined,
  needs: Need[],
  offered: Choice[],
  deps: GatherDeps,
): Promise<Context> {
  const { now } = deps;
  const person = account.personId === null ? undefined : await readPerson(tx, account.personId, name ?? account.name);
  const unitIds = unitsAnsweredFor(person);
  const code = newCode();
  const context: Context = {
    now,
    person,
    accountName: account.name,
    channel: account.channel,
    hasContactForm: deps.voice.limits[account.channel].asksContact === true,
    assignments: await findAssignments(tx, unitIds),
    obligations: await findOpenObligations(tx, unitIds, now),
    tasks: new Map(),
    taskLinks: new Map(),
    invite: undefined,
    byPhone: [],
    groups: undefined,
    signed: undefined,
    newCode: { code, links: deps.links(code) },
    offered,
    summary: undefined,
    view: undefined,
    directives: [],
    preview: undefined,
    unitPapers: new Map(),
    papers: undefined,
    calls: [],
    found: [],
  };
  for (const need of needs) await meet(tx, need, context, deps);
  return context;
}

/** The commands that the newest message with choices offered, to be taken by number or label while nothing is asked. */
export function readOffered(tx: Db, account: Account): Promise<Choice[]> {
  return findOffered(tx, [
    { type: 'account', id: account.id },
    ...(account.personId === null ? [] : [{ type: 'person' as const, id: account.personId }]),
  ]);
}

async function readPerson(tx: Db, id: number, name: string): Promise<Person> {
  return { id, name, roles: await findRoles(tx, id) };
}

const unitsAnsweredFor = (person: Person | undefined): number[] => [
  ...new Set(
    (person?.roles ?? [])
      .filter((r) => r.state === 'agreed' && (r.role === 'head' || r.role === 'delegate'))
      .map((r) => r.unit.id),
  ),
];

/** Units for which a person issues and chases. */
const unitsChasedFor = (person: Person | undefined, roles: readonly string[] = ['staff']): number[] =>
  (person?.roles ?? []).filter((r) => r.state === 'agreed' && roles.includes(r.role)).map((r) => r.unit.id);

async function meet(tx: Db, need: Need, context: Context, deps: GatherDeps): Promise<void> {
  const { now, voice, machineNow } = deps;
  const staffOf = unitsChasedFor(context.person);
  const chasedFor = unitsChasedFor(context.person, ['staff', 'leader']);
  switch (need.type) {
    case 'tasks':
      context.tasks = await findTaskTexts(
        tx,
        context.assignments.map((a) => a.id),
      );
      context.taskLinks = new Map(
        context.assignments.map(({ id }) => [id, voice.linkTo({ what: 'tasks', assignment: id })]),
      );
      return;
    case 'invite':
      context.invite = await readInvite(tx, need.code, machineNow);
      return;
    case 'phone':
      context.byPhone = await findUnitsByPhone(tx, need.phone, now);
      return;
    case 'summary': {
      const id = await findLatestIssued(tx, chasedFor, need.directive);
      if (id === undefined) return;
      context.summary = await readSummary(tx, id, now);
      context.papers = offerPapersOf(context.summary, context, voice);
      context.view = await readDrillView(tx, context.summary, need.request, now);
      return;
    }
    case 'directives':
      context.directives = await readDirectives(tx, chasedFor, now);
      if (staffOf.length > 0) await previewOnlyDraft(tx, context, voice);
      return;
    case 'unit-papers':
      for (const { id, directive, unit } of [...context.obligations, ...context.found.flatMap((f) => f.obligations)]) {
        const paper: PaperTarget = { what: 'paper', directive: directive.id, format: 'unit', unit: unit.code };
        context.unitPapers.set(id, offerOf(paper, context, voice));
      }
      return;
    case 'papers': {
      const id = await findLatestIssued(tx, chasedFor, need.directive);
      if (id === undefined) return;
      context.papers = offerPapersOf(await readSummary(tx, id, now), context, voice);
      return;
    }
    case 'calls': {
      const id = await findLatestIssued(tx, chasedFor, undefined);
      const calls = id === undefined ? [] : await makeCallSheet(tx, id, voice, now);
      context.calls = calls.map(({ link, ...call }) => ({
        ...call,
        link: (link && shownOn(context.channel, link)) ?? null,
      }));
      return;
    }
    case 'groups':
      context.groups = await readGroupOverview(tx, context.person, voice);
      return;
    case 'signed': {
      const id = await findLatestIssued(tx, chasedFor, undefined);
      context.signed = id === undefined ? undefined : await readSignedOverview(tx, id, voice, now);
      return;
    }
    case 'preview': {
      const isOurs = (await readDirectives(tx, staffOf, now)).some((d) => d.id === need.directive);
      context.preview = isOurs ? await previewIssue(tx, need.directive, voice, now) : undefined;
      return;
    }
    case 'units':
      context.found = await findUnitsByWords(tx, need.words, staffOf, now);
      return;
    case 'obligation': {
      if (context.obligations.some((o) => o.id === need.id)) return;
      const obligations = await findObligationOfIssuers(tx, need.id, staffOf);
      context.found = obligations.map((o) => ({ unit: o.unit, obligations: [o] }));
      return;
    }
  }
}

const offerOf = (paper: PaperTarget, { channel }: Context, voice: Voice): PaperOffer => ({
  paper,
  carriage: carriageOf(paper, voice.limits[channel], linkOn(channel, voice, paper)),
});

function offerPapersOf({ directive, round }: Summary, context: Context, voice: Voice): PapersOffered {
  const formats = round ? chatFormats : [];
  const offers = formats.map((format) => offerOf({ what: 'paper', directive: directive.id, format }, context, voice));
  return { directive, offers };
}

/** With a single draft there is nothing to choose: its preview is shown at once. */
async function previewOnlyDraft(tx: Db, context: Context, voice: Voice): Promise<void> {
  const [only, ...others] = context.directives.filter((d) => d.state === 'draft');
  if (only && others.length === 0 && !context.preview)
    context.preview = await previewIssue(tx, only.id, voice, context.now);
}

/** An invite as it stands; undefined when no code hashes to it. */
export async function readInvite(tx: Db, code: string, machineNow: Date): Promise<InviteFact | undefined> {
  const invite = await findInvite(tx, hashCode(code));
  if (!invite) return undefined;
  const { id, unitId, unitName, unitCode, personId } = invite;
  const state = invite.revokedAt
    ? 'revoked'
    : invite.usedAt
      ? 'used'
      : invite.expiresAt <= machineNow
        ? 'expired'
        : 'open';
  const unit =
    unitId !== null && unitCode !== null ? { id: unitId, code: unitCode, name: unitName ?? '', headTitle: null } : null;
  return { id, for: invite.for, unit, personId, state };
}

async function readDirectives(tx: Db, issuerIds: number[], now: Date): Promise<DirectiveLine[]> {
  if (issuerIds.length === 0) return [];
  const own = (await listDirectives(tx)).filter((d) => issuerIds.includes(d.issuerId));
  const counts = await countReported(
    tx,
    own.map((d) => d.id),
    now,
  );
  return own.map(({ id, number, subject, state }) => ({
    id,
    number,
    subject,
    state,
    reporting: counts.get(id)?.reporting ?? 0,
    reported: counts.get(id)?.reported ?? 0,
  }));
}
