/** What the rehearsal's page offers once the play is over: everybody's chat, new roles, the next instant. */
import { and, eq } from 'drizzle-orm';
import { invite } from '../../bot/acts/invite.ts';
import unitsList from '../../bot/commands/units-list.ts';
import type { Simulator } from '../../bot/web/http/deps.ts';
import { toIso } from '../../core/time/calendar.ts';
import { accounts } from '../../db/schema/tables.ts';
import type { Backstage } from './backstage.ts';
import type { Campaign } from './campaign.ts';
import type { RehearsalClock } from './clock.ts';
import type { Timeline } from './timeline.ts';
import { demoPlaying } from './wording.ts';

/** The page is there before the play is over: then `after` gives it the rest. */
export type RehearsalSimulator = Simulator & { after(backstage: Backstage, campaign: Campaign): void };

export function createSimulator(clock: RehearsalClock, timeline: Timeline): RehearsalSimulator {
  let over: { backstage: Backstage; campaign: Campaign } | undefined;
  const doors = new Map<string, string>();

  /** A page for somebody who was on Telegram: a further account of the same person, as /toi gives one. */
  async function pageFor({ service }: Backstage, address: string): Promise<string> {
    const known = doors.get(address);
    if (known) return known;
    const [account] = await service.db
      .select({ personId: accounts.personId })
      .from(accounts)
      .where(and(eq(accounts.channel, 'telegram'), eq(accounts.address, address)));
    const personId = account?.personId ?? undefined;
    const whom = { for: 'person' as const, ...(personId !== undefined && { personId }) };
    const how = { machineNow: clock.machine(), days: 1, publicUrl: service.url };
    const [made] = await invite(service.db, [whom], how);
    const path = `/c/${made?.code}`;
    doors.set(address, path);
    return path;
  }

  return {
    after: (backstage, campaign) => {
      over = { backstage, campaign };
    },
    people: async () =>
      (over?.campaign.participants ?? []).map(({ chat, role, unitName }, at) => ({
        label: chat.name,
        role: demoPlaying(role, chat.channel),
        unit: unitName,
        url: `/simulator/people/${at}`,
      })),
    async enter(key) {
      const door = over?.campaign.participants[Number(key)]?.chat.door();
      if (!over || !door) return undefined;
      return door.type === 'page' ? door : { path: await pageFor(over.backstage, door.address) };
    },
    async invite({ for: role, unit }) {
      if (!over) return { url: '/simulator' };
      const { codeOf, service } = over.backstage;
      const code = await codeOf({ ...(unit && { unit }), ...(role !== 'unit' && { [role]: true }) });
      return { url: `${service.url}/c/${code}` };
    },
    async units() {
      return over ? over.backstage.run<{ code: string; name: string; kind: string }[]>(unitsList) : [];
    },
    clock: () => ({ civil: toIso(clock.civil()), speed: null }),
    async step() {
      await over?.campaign.stage.step();
    },
    timeline: () => timeline.happenings.map(({ at, text }) => ({ at: toIso(at), text })),
  };
}
