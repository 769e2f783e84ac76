/** The whole campaign: from the first invite to the last summary. */

import type { HandedInvite } from '../../bot/acts/invite.ts';
import init from '../../bot/commands/init.ts';
import inviteCommand from '../../bot/commands/invite.ts';
import unitsList from '../../bot/commands/units-list.ts';
import { civilDate, instantAt } from '../../core/time/calendar.ts';
import { listUnits } from '../../db/roster/units.ts';
import type { Backstage } from './backstage.ts';
import { castHeads, fewUnits, type Unit } from './cast.ts';
import { playHead } from './heads.ts';
import { createLedger } from './ledger.ts';
import { type Office, openOffice, playLeader, playStaff, watchOffice } from './office.ts';
import type { Play } from './play.ts';
import { createStage } from './stage.ts';
import { createTelegramRoom } from './telegram-chat.ts';
import type { Timeline } from './timeline.ts';
import { openWebChat } from './web-chat.ts';
import { demoEvent } from './wording.ts';

export type Campaign = Play & {
  office: Office;
  /** Units whose heads play. */
  units: readonly Unit[];
};

/** An instant of civil time, written '2021-09-06T08:00'. */
export const civil = (moment: string): Date => instantAt(moment.slice(0, 10), moment.slice(11));

/** Loads the sample, hands out the invites and plays all scripts to their end. Throws when a person waits in vain. */
export async function playCampaign(backstage: Backstage, timeline: Timeline, isSmall: boolean): Promise<Campaign> {
  const { service, telegram, clock, run, codeOf } = backstage;
  const { units: loaded } = await run<{ units: number }>(init, { options: { sample: true } });
  timeline.tell(demoEvent.loaded(loaded));
  const invites = await run<HandedInvite[]>(inviteCommand, { options: { 'all-units': true } });
  const codes = new Map(invites.map(({ unit, code }) => [unit, code]));
  timeline.tell(demoEvent.invited(invites.length));

  const room = createTelegramRoom(telegram, clock.civil);
  const play: Play = {
    at: civil,
    timeline,
    stage: createStage({ clock, db: service.db, countUnhandled: telegram.pendingCount }),
    ledger: createLedger(),
    participants: [],
    async codeFor(unit) {
      const code = codes.get(unit) ?? (await codeOf({ unit }));
      codes.delete(unit);
      return code;
    },
    async enter(channel, name, code) {
      if (channel === 'web') return openWebChat(service.url, code, name, clock.civil);
      const chat = room.openChat(name);
      await chat.say(`/start ${code}`);
      return chat;
    },
  };

  const all = await readUnits(backstage);
  const units = isSmall ? fewUnits(all) : all;
  const heads = castHeads(units);
  const reporting = units.filter(({ reports }) => reports).length;
  timeline.expect({ registered: units.length, acknowledged: units.length, reported: reporting });
  const office = await openOffice({
    play,
    openTelegram: room.openChat,
    openGroup: room.openGroup,
    botName: telegram.username,
    codes: {
      staff: await codeOf({ staff: true }),
      leader: await codeOf({ leader: true }),
      group: await codeOf({ group: true }),
    },
  });
  watchOffice(office, play);
  const refusing = heads.filter(({ part }) => part === 'refuses').map(({ unit }) => unit);
  play.stage.play(() => playStaff(office.staff, refusing, play));
  play.stage.play(() => playLeader(office.leader, play));
  for (const head of heads) play.stage.play(() => playHead(head, play));
  await play.stage.runToTheEnd();
  for (const { chat } of play.participants) if (chat.channel === 'web') chat.leave();
  return { ...play, office, units };
}

/** Every unit but the issuer. */
async function readUnits({ service, clock, run }: Backstage): Promise<Unit[]> {
  const listed = await run<{ code: string; reports: boolean }[]>(unitsList);
  const reporting = new Set(listed.filter(({ reports }) => reports).map(({ code }) => code));
  const units = await listUnits(service.db, civilDate(clock.civil()));
  return units
    .filter(({ parentId }) => parentId !== null)
    .map(({ code, name, kind, staff }) => ({ code, name, kind, staff, reports: reporting.has(code) }));
}
