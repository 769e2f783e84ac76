/** The month: day by day, what people do and what falls due. */

import { amendDirective } from '../../../bot/acts/amend/amend.ts';
import { importDirective } from '../../../bot/acts/import-directive.ts';
import { importRoster } from '../../../bot/acts/import-roster.ts';
import { invite } from '../../../bot/acts/invite.ts';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { directiveDraftSchema } from '../../../core/directives/directive.ts';
import type { InviteFor } from '../../../core/roster/people.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { civilInstant, dayOf, daysOfStory, isOfficeDay, timeOf } from './calendar.ts';
import { type MonthChecks, openChecks } from './checks.ts';
import { converse } from './conversing.ts';
import { addedIndicator, addedSentence, directivesOf, type MonthDirective } from './directives.ts';
import { type District, educationCode, foundDistrict, type Holder, issuerCode, personName } from './district.ts';
import { type MonthLedger, openLedger } from './ledger.ts';
import type { MonthPlace } from './place.ts';
import { type Act, planActs } from './plan.ts';
import { createResident, type Resident } from './resident.ts';
import { openStand, type Stand, standKey } from './stand.ts';
import type { Story } from './story.ts';
import { reportTalk, sayAll, type Talk, takeIfOffered } from './talks.ts';

export type MonthPlay = {
  stand: Stand;
  story: Story;
  district: District;
  ledger: MonthLedger;
  checks: MonthChecks;
  directives: (MonthDirective & { id: number })[];
  residentOf(holder: Holder): Resident;
  staff: Resident;
  leader: Resident;
  invite(what: InviteFor, code: string): Promise<string>;
};

export type MonthOptions = {
  units: number;
  seed: number;
  story: Story;
  onDay?: (day: string, play: MonthPlay) => void;
};

/** Plays the story in an empty database; the checks hold what was wrong. */
export async function playMonth(place: MonthPlace, options: MonthOptions): Promise<MonthPlay> {
  const { story, seed } = options;
  const at = { database: place.url === undefined ? {} : { url: place.url }, dataDir: place.dataDir };
  const stand = await openStand(place.opened, at, civilInstant(`${story.from}T07:00`));
  try {
    const play = await furnish(stand, options);
    await registerEverybody(play);
    const acts = planActs(play.district, play.directives, story, seed);
    const events = eventsOf(play);
    for (const day of daysOfStory(story)) {
      await playDay(play, day, { acts: acts.filter((act) => dayOf(act.at) === day), events });
      options.onDay?.(day, play);
    }
    const { faults } = await verifyAudit(stand.product().db, createSeal(standKey));
    play.checks.expect(faults.length === 0, () => `the audit chain is broken: ${JSON.stringify(faults[0])}`);
    play.checks.expect(stand.errors.length === 0, () => `logged as an error: ${stand.errors[0]}`);
    return play;
  } finally {
    await stand.stop();
  }
}

async function furnish(stand: Stand, { units: size, seed, story }: MonthOptions): Promise<MonthPlay> {
  const { db } = stand.product();
  const district = foundDistrict(size, seed);
  const imported = await importRoster(db, district.roster, stand.now(), { isDryRun: false });
  if (imported.errors.length > 0) throw new Error(JSON.stringify(imported.errors));
  const roster = await listUnits(db, dayOf(stand.now()));
  const directives: MonthPlay['directives'] = [];
  for (const directive of directivesOf(story)) {
    const draft = await importDirective(db, JSON.stringify(directive.draft), stand.now());
    if (!draft.ok) throw new Error(draft.error);
    directives.push({ ...directive, id: draft.value.id });
  }
  const ledger = openLedger();
  const residents = new Map<Holder, Resident>();
  const names = new Map(directives.map(({ id, name }) => [id, name]));
  return {
    stand,
    story,
    district,
    ledger,
    directives,
    checks: openChecks(stand, { ledger, units: district.units, names }),
    residentOf: (holder) => {
      const known = residents.get(holder) ?? createResident(stand, holder);
      residents.set(holder, known);
      return known;
    },
    staff: createResident(stand, { name: 'Chuyên viên Hoa', address: '60001', channel: 'telegram' }),
    leader: createResident(stand, { name: 'Chủ tịch Minh', address: '60002', channel: 'telegram' }),
    invite: async (what, code) => {
      const unit = roster.find((one) => one.code === code);
      const made = await invite(db, [{ for: what, ...(unit && { unit }) }], {
        machineNow: stand.now(),
        days: 14,
        publicUrl: 'https://chidao.example.vn',
      });
      return made[0]?.code ?? '';
    },
  };
}

const groupAddress = '-9001';

async function registerEverybody(play: MonthPlay): Promise<void> {
  const { stand, district, residentOf, staff, leader } = play;
  const agree = takeIfOffered('Đồng ý');
  const welcome = async (resident: Resident, what: InviteFor, codes: readonly string[]): Promise<Talk> => {
    const invites = await Promise.all(codes.map((code) => play.invite(what, code)));
    return sayAll(resident, ...invites.flatMap((code) => [`/start ${code}`, agree]));
  };
  const heads = district.holders.filter(({ heads: own }) => own.length > 0);
  await converse(stand, [
    await welcome(staff, 'staff', [issuerCode]),
    await welcome(leader, 'leader', [issuerCode]),
    ...(await Promise.all(
      heads.map((holder) =>
        welcome(
          residentOf(holder),
          'unit',
          holder.heads.map(({ code }) => code),
        ),
      ),
    )),
  ]);
  const from = { address: staff.address, name: staff.name };
  const group = { address: groupAddress, title: 'Giao ban huyện Sông Trà' };
  await stand.hand('telegram', { kind: 'text', from, text: `/start ${await play.invite('group', issuerCode)}`, group });
  await stand.settle();
  await joinDelegates(play);
}

/** Heads invite those who act beside them, by codes that are handed on. */
async function joinDelegates({ stand, district, residentOf }: MonthPlay): Promise<void> {
  const joining = district.holders.flatMap((holder) =>
    holder.assists.flatMap((unit) => {
      const head = district.holders.find(({ heads }) => heads.includes(unit));
      return head ? [{ delegate: residentOf(holder), inviting: residentOf(head), unit }] : [];
    }),
  );
  // A head invites one at a time: the code stands in the newest message.
  while (joining.length > 0) {
    const now = joining.splice(0).filter(({ inviting, ...one }, at, all) => {
      const isFirst = all.findIndex((other) => other.inviting === inviting) === at;
      if (!isFirst) joining.push({ inviting, ...one });
      return isFirst;
    });
    await converse(
      stand,
      now.map(({ inviting, unit }) => sayAll(inviting, '/uyquyen', takeIfOffered(unit.name))),
    );
    const joins = now.map(({ inviting, delegate, unit }) => {
      const code = /có hạn\): (\S+)/.exec(inviting.newest())?.[1];
      if (code === undefined) throw new Error(`no code for a delegate of ${unit.name}:\n${inviting.newest()}`);
      return sayAll(delegate, `/start ${code}`, takeIfOffered('Đồng ý'));
    });
    await converse(stand, joins);
  }
}

type Event = { at: Date; happen(): Promise<void> };

/** What happens once, at its time. */
function eventsOf(play: MonthPlay): Event[] {
  const { stand, story, directives, staff } = play;
  const [once, consolidated, weekly] = ['once', 'consolidated', 'weekly'].map((name) =>
    directives.find((one) => one.name === name),
  );
  const event = (at: string, happen: () => Promise<void>): Event => ({ at: civilInstant(at), happen });
  const issue = (directive: (typeof directives)[number] | undefined) => async (): Promise<void> => {
    const issued = await stand
      .product()
      .transact((work) => issueDirective(work, { via: 'command', by: null }, directive?.id ?? 0));
    if (!issued.ok) throw new Error(issued.error);
    await stand.settle();
  };
  const education = play.district.holders.find(({ heads }) => heads.some(({ code }) => code === educationCode));
  const saying = (resident: Resident, ...lines: Parameters<typeof sayAll>[1][]) =>
    converse(stand, [sayAll(resident, ...lines)]);
  return [
    event(story.issues.once, issue(once)),
    event(story.issues.consolidated, issue(consolidated)),
    event(story.issues.weekly, issue(weekly)),
    event(story.amended, () => amendOnce(play)),
    event(story.outage.from, () => stand.breakDown(true)),
    event(story.outage.until, () => stand.breakDown(false)),
    event(story.restarted, stand.restart),
    event(story.demanded, () =>
      saying(staff, 'nhắc các đơn vị chưa báo cáo văn bản 101: đề nghị gửi ngay', takeIfOffered(/^Nhắc/)),
    ),
    event(story.submitted, async () => {
      if (education) await saying(play.residentOf(education), '/guitonghop', takeIfOffered(/^Gửi/));
    }),
    event(story.handedOver, () => handOver(play)),
    event(story.closed, () => saying(staff, 'kết thúc văn bản 103', takeIfOffered(/^Kết thúc/))),
  ];
}

/** Another figure is asked for: the draft is put anew, as the command line does. */
async function amendOnce({ stand, directives }: MonthPlay): Promise<void> {
  const once = directives.find(({ name }) => name === 'once');
  const draft = directiveDraftSchema.parse(structuredClone(once?.draft));
  draft.text += `\n${addedSentence}`;
  draft.duties[0]?.indicators.push({ ...addedIndicator, options: [], breakdown: [] });
  const done = await stand
    .product()
    .transact((work) =>
      amendDirective(work, { via: 'command', by: null }, once?.id ?? 0, { draft, reason: 'bổ sung' }),
    );
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  await stand.settle();
}

/** A head leaves, and a new one takes over with what is owed. */
async function handOver(play: MonthPlay): Promise<void> {
  const { stand, district, residentOf } = play;
  const leaving = district.holders.find(({ heads }) => heads.length === 1 && heads[0]?.kind === 'commune');
  const [unit] = leaving?.heads ?? [];
  if (!leaving || !unit) return;
  await converse(stand, [
    sayAll(residentOf(leaving), 'tôi chuyển công tác rồi', takeIfOffered('Bàn giao'), 'xác nhận bàn giao'),
  ]);
  const coming: Resident = createResident(stand, { name: personName(700), address: '61000', channel: 'telegram' });
  await converse(stand, [sayAll(coming, `/start ${await play.invite('unit', unit.code)}`, takeIfOffered('Đồng ý'))]);
  // Whoever was to act for the unit acts no more; the new head does.
  play.residentOf = (holder) => (holder === leaving ? coming : residentOf(holder));
}

const restingLooks = '02:10 08:00 14:00 17:00';

const lookingTimes = ({ looks }: Story, day: string): string[] => (isOfficeDay(day) ? looks : restingLooks).split(' ');

async function playDay(
  play: MonthPlay,
  day: string,
  { acts, events }: { acts: Act[]; events: Event[] },
): Promise<void> {
  const { stand, checks } = play;
  const looks = lookingTimes(play.story, day).map((time) => civilInstant(`${day}T${time}`));
  const own = events.filter(({ at }) => dayOf(at) === day);
  const instants = [
    ...new Set([...looks, ...acts.map(({ at }) => at), ...own.map(({ at }) => at)].map((at) => at.getTime())),
  ];
  for (const ms of instants.sort((a, b) => a - b)) {
    const now = new Date(ms);
    stand.set(now);
    for (const { at, happen } of own) if (at.getTime() === ms) await happen();
    const receipts = play.ledger.receipts.length;
    const due = acts.filter(({ at }) => at.getTime() === ms);
    if (due.length > 0) {
      // What waited until now has gone before anybody speaks: of two things at one instant nobody could tell the first.
      await stand.settle();
      stand.set(new Date(ms + 60_000));
      await converse(
        stand,
        due.flatMap((act) => talkOf(play, act) ?? []),
      );
    }
    if (looks.some((at) => at.getTime() === ms)) {
      await stand.runJobs(timeOf(now) === '02:10');
      await answerAsStaff(play);
    }
    const changed = new Set(play.ledger.receipts.slice(receipts).map(({ directive }) => directive));
    await checks.figures(play.directives.filter(({ name }) => changed.has(name)).map(({ id }) => id));
  }
  await checks.messages();
  await checks.figures(play.directives.map(({ id }) => id));
}

/** Staff grant every request for more time, and the education office sends what came since. */
async function answerAsStaff(play: MonthPlay): Promise<void> {
  const { stand, staff } = play;
  for (let most = 10; most > 0 && staff.choices().includes('Đồng ý'); most -= 1) {
    const before = staff.newest();
    await converse(stand, [sayAll(staff, takeIfOffered('Đồng ý'))]);
    if (staff.newest() === before) return;
    await converse(stand, [sayAll(staff, '/xingiahan')]);
  }
}

/** What somebody does, as a talk; undefined where it comes to nothing. */
function talkOf(play: MonthPlay, act: Act): Talk | undefined {
  const { stand, ledger } = play;
  const resident = play.residentOf(act.who);
  switch (act.does) {
    case 'acknowledge':
      return sayAll(resident, 'đã nhận');
    case 'report':
    case 'correct':
      return reportTalk(resident, {
        unit: act.unit.name,
        number: act.directive.draft.number,
        figures: act.figures,
        otherwise: act.otherwise,
        opening: act.does === 'report' ? '/baocao' : '/sua',
        ledger,
        now: stand.now,
      });
    case 'promise':
      return sayAll(resident, act.words, takeIfOffered(new RegExp(act.directive.draft.number)));
    case 'ask-for-time': {
      const [, month, day] = act.until.split('-').map(Number);
      return sayAll(
        resident,
        `xin gia hạn đến ${day}/${month} vì mất điện`,
        takeIfOffered(new RegExp(act.directive.draft.number)),
      );
    }
    case 'ask-why':
      return askWhy(play, resident);
  }
}

/** Whoever was reminded asks why, and is told: which directive, and what stood behind it. */
function askWhy(play: MonthPlay, resident: Resident): Talk {
  return sayAll(resident, '/visao', async () => {
    const text = resident.newest();
    play.checks.expect(
      /^Lần nhắc gần nhất: [\s\S]*(lịch nhắc của văn bản|đã quá giờ|yêu cầu nhắc ngay|chờ gửi)|chưa nhắc/.test(text),
      () => `${resident.name} asked why and was told: ${text}`,
    );
  });
}
