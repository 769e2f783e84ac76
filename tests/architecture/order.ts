/** The order of the folders within each room, and the arrows between single folders that are forbidden: rules as data. */
import { roomOf } from './sources.ts';

/**
 * What a folder may know: those in the lines above it. Those in one line are beside each other and do not know each
 * other. Files that stand loose in a room are named like folders.
 *
 * In core, numbers are read before directives have them, and layouts are known before reminders fill them.
 */
const order = {
  core: [
    ['result.ts'],
    ['time'],
    ['language'],
    ['expressions'],
    ['roster'],
    ['directives'],
    ['reports', 'progress'],
    ['channels'],
    ['delivery'],
    ['reminders'],
    ['audit'],
    ['figures'],
    ['consolidation'],
    ['conversation'],
    ['intake'],
  ],
  messages: [['words'], ['chat', 'pages', 'terminal', 'papers']],
  db: [
    ['schema'],
    ['database.ts'],
    ['engine'],
    ['audit', 'writer'],
    ['roster', 'access', 'directives', 'reports', 'progress', 'conversation', 'platforms', 'time', 'backup'],
    ['talk'],
    ['delivery'],
    ['figures'],
    ['consolidation'],
  ],
  bot: [
    ['clock.ts'],
    ['config'],
    ['channels', 'dialogues', 'audit'],
    ['process'],
    ['papers', 'intake', 'backup'],
    ['links'],
    ['delivery'],
    ['facts'],
    ['acts'],
    ['inbound', 'web', 'commands'],
    ['service'],
    ['main.ts', 'cli.ts'],
  ],
  jobs: [
    ['platforms', 'consolidation'],
    ['reminders'],
    ['following.ts'],
    ['table.ts'],
    ['ticker.ts'],
    ['scheduler.ts'],
  ],
} as const satisfies Record<string, readonly (readonly string[])[]>;

/** The only files that stand loose in a room. */
export const loose: readonly string[] = [
  'core/result.ts',
  'db/database.ts',
  'bot/main.ts',
  'bot/cli.ts',
  'bot/clock.ts',
  'jobs/table.ts',
  'jobs/following.ts',
  'jobs/ticker.ts',
  'jobs/scheduler.ts',
];

/** Arrows that are forbidden, whatever the order says, each with the reason that a failure gives. */
const forbidden: readonly { from: RegExp; to: RegExp; why: string }[] = [
  { from: /^bot\/facts\//, to: /^bot\/acts\//, why: 'facts only read' },
  { from: /^bot\/(web|commands)\//, to: /^bot\/dialogues\//, why: 'pages and commands do things by acts' },
  { from: /^bot\/(web|commands)\//, to: /^db\/delivery\//, why: 'pages and commands ask bot/delivery' },
  { from: /^(?!jobs\/|bot\/service\/)/, to: /^jobs\//, why: 'only bot/service starts jobs' },
  {
    from: /^(?!bot\/(channels|service)\/)/,
    to: /^bot\/channels\/(?!shared\/)/,
    why: 'only bot/service opens adapters',
  },
  { from: /^(?!bot\/(service\/|main\.ts))/, to: /^bot\/service\//, why: 'nobody imports the service but main' },
  { from: /^/, to: /^bot\/(main|cli)\.ts$/, why: 'nobody imports an entry' },
  { from: /^bot\/channels\//, to: /^(db|messages)\//, why: 'an adapter knows no table and no sentence' },
];

/** The folder of its room that a file stands in: "time" of "core/time/calendar.ts", "result.ts" of "core/result.ts". */
const folderOf = (path: string): string => path.split('/')[1] ?? '';

const placeIn = (room: readonly (readonly string[])[], folder: string): number =>
  room.findIndex((line) => line.includes(folder));

function orderBroken(path: string, target: string): string | undefined {
  const room = roomOf(path);
  if (room !== roomOf(target) || !(room in order)) return undefined;
  const lines = order[room as keyof typeof order];
  const [from, to] = [folderOf(path), folderOf(target)];
  if (from === to) return undefined;
  const [here, there] = [placeIn(lines, from), placeIn(lines, to)];
  if (here < 0 || there < 0) return `${room}/${here < 0 ? from : to} has no place in the order of ${room}`;
  if (here === there) return `${from} and ${to} do not know each other`;
  return here < there ? `${to} stands above ${from}` : undefined;
}

/** The folder of an adapter: "zalo-oa" of "bot/channels/zalo-oa/api.ts". */
const adapterOf = (path: string): string | undefined => /^bot\/channels\/([^/]+)\//.exec(path)?.[1];

/** An adapter knows its own folder, `shared`, and what its platform's adapters share: "zalo" for "zalo-oa". */
function adapterBroken(path: string, target: string): string | undefined {
  const [from, to] = [adapterOf(path), adapterOf(target)];
  if (from === undefined || to === undefined || from === to || to === 'shared') return undefined;
  return from.startsWith(`${to}-`) ? undefined : 'adapters do not know each other';
}

/** Why one file may not import another; undefined where it may. */
export const whyNot = (path: string, target: string): string | undefined =>
  forbidden.find(({ from, to }) => from.test(path) && to.test(target))?.why ??
  adapterBroken(path, target) ??
  orderBroken(path, target);
