/** Every chat command by everybody in every place on three channels, from the product's own table of commands. */
import { eq, sql } from 'drizzle-orm';
import { chatCommands } from '../../../bot/dialogues/commands/table.ts';
import type { ChatCommand } from '../../../bot/dialogues/shape/command.ts';
import type { ChannelName } from '../../../core/channels/address.ts';
import { accounts, groups, people, unitRoles, units } from '../../../db/schema/tables.ts';
import { writeInPrivate } from '../../../messages/chat/groups.ts';
import { addressedTo } from '../../../messages/words/address.ts';
import type { Attack, Finding } from './attack.ts';
import { groupOn, type Office, openOffice, type Room } from './office.ts';

const channels: readonly ChannelName[] = ['telegram', 'zalo-oa', 'zalo-bot'];

type Who = {
  name: string;
  role?: 'head' | 'delegate' | 'leader' | 'staff';
  unit?: string;
  state?: 'asked' | 'refused';
  hasEnded?: boolean;
};

const cast: readonly Who[] = [
  { name: 'stranger' },
  { name: 'asked', role: 'staff', unit: 'UBND-HUYEN', state: 'asked' },
  { name: 'refused', role: 'staff', unit: 'UBND-HUYEN', state: 'refused' },
  { name: 'head', role: 'head', unit: 'XA-02' },
  { name: 'delegate', role: 'delegate', unit: 'XA-02' },
  { name: 'leader', role: 'leader', unit: 'UBND-HUYEN' },
  { name: 'staff', role: 'staff', unit: 'UBND-HUYEN' },
  { name: 'former staff', role: 'staff', unit: 'UBND-HUYEN', hasEnded: true },
  { name: 'staff elsewhere', role: 'staff', unit: 'XA-03' },
];

/** Written out once more, and not computed as the product does. */
const allowed: Record<ChatCommand['for'], readonly string[]> = {
  everybody: cast.map(({ name }) => name),
  anyone: ['asked', 'refused', 'head', 'delegate', 'leader', 'staff', 'former staff', 'staff elsewhere'],
  holder: ['head', 'delegate', 'leader', 'staff', 'staff elsewhere'],
  answerer: ['head', 'delegate'],
  overseer: ['leader', 'staff', 'staff elsewhere'],
  chaser: ['leader', 'staff', 'staff elsewhere'],
  staff: ['staff', 'staff elsewhere'],
};

/** Figures and a telephone of a commune that are nobody's business but its own and the office's. */
const secrets = ['7.311', '7311', '0977000111', '0977 000 111'];
/** They may read them. */
const insiders = ['leader', 'staff'];

type Cell = { channel: ChannelName; who: Who; command: ChatCommand; said: string; room: Room };

const addressOf = (channel: ChannelName, who: Who): string => {
  const at = cast.indexOf(who);
  return channel === 'telegram' ? String(6_000_000_000 + at) : `${channel}-person-${at}`;
};

function cells(isCut: boolean): Cell[] {
  const rooms: readonly Room[] = isCut ? ['private', 'group'] : ['private', 'button', 'group', 'strange group'];
  const behind = isCut ? [''] : ['', ' UBND xã số 1'];
  const waysOf = ({ slash, words }: ChatCommand, room: Room): string[] => [
    ...behind.map((argument) => `/${slash[0]}${argument}`),
    ...(room === 'private' && !isCut ? words.slice(0, 1) : []),
  ];
  return channels.flatMap((channel) =>
    cast.flatMap((who) =>
      chatCommands.flatMap((command) =>
        rooms.flatMap((room) => waysOf(command, room).map((said) => ({ channel, who, command, said, room }))),
      ),
    ),
  );
}

/** Gives everybody of the cast an account on each channel, and each channel its group. */
async function register(office: Office): Promise<void> {
  const { db } = office;
  const now = new Date();
  const known = new Map((await db.select().from(units)).map(({ id, code }) => [code, id]));
  for (const who of cast)
    for (const channel of channels) {
      if (!who.role || !who.unit) continue;
      const [person] = await db.insert(people).values({ name: who.name, createdAt: now }).returning({ id: people.id });
      const personId = person?.id ?? 0;
      const to = who.hasEnded ? new Date(0) : null;
      const role = { role: who.role, state: who.state ?? ('agreed' as const), from: new Date(0), to };
      await db.insert(unitRoles).values({ personId, unitId: known.get(who.unit) ?? 0, ...role });
      const seen = { lastSeenAt: now, lastWordAt: now };
      await db
        .insert(accounts)
        .values({ channel, address: addressOf(channel, who), name: who.name, personId, ...seen });
    }
  const issuerId = known.get('UBND-HUYEN') ?? 0;
  for (const channel of channels.slice(1))
    await db.insert(groups).values({ channel, address: groupOn(channel, 'group'), title: 'Nhóm', issuerId });
  await db.update(units).set({ phone: '0977000111' }).where(eq(units.code, 'XA-01'));
}

/** The commune whose figures are to be kept reports them. */
async function reportSecrets(office: Office): Promise<void> {
  const head = '5000000003';
  for (const words of ['/baocao', '9000', 'đúng', '7311', '7312', '7313', 'Không có', 'Đúng, gửi'])
    await office.say('telegram', head, words);
  const [row] = await office.query(sql`select count(*) as n from reports`);
  if (Number(row?.n) !== 1) throw new Error('the secret figures were not taken');
}

/** Everything that only the right person may change. */
async function stateOf(office: Office): Promise<{ facts: string; invites: { id: number; unit: number | null }[] }> {
  const [facts] = await office.query(sql`select
    (select count(*) from reports) as reports,
    (select count(*) from obligations where state <> 'owed') as settled,
    (select count(*) from assignments where acknowledged_at is not null) as acknowledged,
    (select count(*) from directives where state = 'issued') as issued,
    (select count(*) from directives) as directives,
    (select count(*) from signed_papers) as signed,
    (select count(*) from group_orders) as orders,
    (select string_agg(id || state || issuer_id, ',' order by id) from groups) as groups,
    (select string_agg(id || state || coalesce("to"::text, ''), ',' order by id) from unit_roles) as roles`);
  const invites = await office.query(sql`select id, unit_id as unit from invites order by id`);
  return {
    facts: JSON.stringify(facts),
    invites: invites.map(({ id, unit }) => ({ id: Number(id), unit: unit === null ? null : Number(unit) })),
  };
}

const mayUse = ({ who, command, room }: Cell): boolean => {
  if (!allowed[command.for].includes(who.name)) return false;
  return (
    room === 'private' ||
    room === 'button' ||
    (command.where === 'both' && room === 'group' && who.name !== 'staff elsewhere')
  );
};

/** Plays one cell; says what got through, and whether the secrets were read. */
async function playCell(office: Office, cell: Cell, own: number): Promise<{ open: string[]; isSecretRead: boolean }> {
  const { channel, who, said, room } = cell;
  const before = await stateOf(office);
  const since = await office.lastRequest();
  await office.say(channel, addressOf(channel, who), said, room);
  const after = await stateOf(office);
  const texts = (await office.said(since)).map(({ text }) => text).join('\n');
  const where = `${channel}, ${who.name}, ${room}: ${said}`;
  const isSecretRead = secrets.some((secret) => texts.includes(secret));
  const isInsider = insiders.includes(who.name) && room !== 'strange group';
  const made = after.invites.slice(before.invites.length);
  const foreign = made.filter(({ unit }) => unit !== null && unit !== own);
  const found: [boolean, string][] = [
    [!mayUse(cell) && after.facts !== before.facts, 'changed something'],
    [!mayUse(cell) && made.length > 0, 'made an invite'],
    [who.name === 'staff elsewhere' && foreign.length > 0, 'made an invite for a unit of others'],
    [!isInsider && isSecretRead, 'read what is not for them'],
    [
      !mayUse(cell) &&
        room.endsWith('group') &&
        texts.replaceAll(addressedTo(writeInPrivate()), '').trim() !== '' &&
        cell.command.for !== 'anyone',
      'was answered in a group',
    ],
  ];
  return { open: found.flatMap(([isOpen, what]) => (isOpen ? [`${where}: ${what}`] : [])), isSecretRead };
}

async function playMatrix(office: Office, isCut: boolean): Promise<Finding> {
  await register(office);
  await reportSecrets(office);
  const elsewhere = Number((await office.query(sql`select id from units where code = 'XA-03'`))[0]?.id);
  const all = cells(isCut);
  const open: string[] = [];
  let timesRead = 0;
  for (const cell of all) {
    const played = await playCell(office, cell, elsewhere);
    open.push(...played.open);
    if (played.isSecretRead) timesRead += 1;
  }
  if (timesRead === 0) open.push('the play is blind: not even the office read the secrets');
  return { cases: all.length, allowed: all.filter(mayUse).length, open };
}

export const matrixAttack: Attack = {
  name: 'commands',
  what: 'every chat command by strangers, asked, refused, heads, delegates, leaders, staff, former staff and staff of others, in private, by a button, in the group and in a strange one, on three channels',
  isInCut: true,
  run: async (ground, isCut) => {
    const office = await openOffice(ground, 4);
    return playMatrix(office, isCut).finally(office.close);
  },
};
