import type { AnyCommand } from './shape/command.ts';

/** A command as it is typed. Its code loads only when it runs. */
export type CommandEntry = {
  name: string;
  usage: string;
  arguments: number;
  /** How many more arguments may follow. */
  optionalArguments?: number;
  options?: Record<string, { type: 'string' | 'boolean'; multiple?: true }>;
  /** Whether an argument is a file, read where the command is typed. */
  takesFile?: true;
  /** Which argument the file is, counted from 0, where it is not the first. */
  fileAt?: number;
  /** Whether the first argument is a file that the command makes, over nothing that is there. */
  makesFile?: true;
  /** Whether it needs the database to itself: no service may run. */
  isAlone?: true;
  load(): Promise<{ default: AnyCommand }>;
};

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;
/** Given as often as there are several. */
const texts = { type: 'string', multiple: true } as const;

/** Every command of the product. */
export const commands: readonly CommandEntry[] = [
  { name: 'init', usage: 'init --sample', arguments: 0, options: { sample: flag }, load: () => import('./init.ts') },
  { name: 'units list', usage: 'units list', arguments: 0, load: () => import('./units-list.ts') },
  {
    name: 'units import',
    usage: 'units import FILE [--dry-run] [--allow-twins] [--sheet NAME]',
    arguments: 1,
    options: { 'dry-run': flag, 'allow-twins': flag, sheet: text },
    takesFile: true,
    load: () => import('./units-import.ts'),
  },
  {
    name: 'invite',
    usage:
      'invite --unit CODE | --all-units | (--staff | --leader | --group) [--unit CODE] | --revoke CODE  [--days N]',
    arguments: 0,
    options: { unit: text, 'all-units': flag, staff: flag, leader: flag, group: flag, revoke: text, days: text },
    load: () => import('./invite.ts'),
  },
  {
    name: 'directive import',
    usage: 'directive import FILE [--dry-run]',
    arguments: 1,
    options: { 'dry-run': flag },
    takesFile: true,
    load: () => import('./directive-import.ts'),
  },
  {
    name: 'directive targets',
    usage: 'directive targets ID FILE [--dry-run]',
    arguments: 2,
    options: { 'dry-run': flag },
    takesFile: true,
    fileAt: 1,
    load: () => import('./targets/import.ts'),
  },
  {
    name: 'directive show',
    usage: 'directive show ID',
    arguments: 1,
    load: async () => ({ default: (await import('./directive.ts')).showDirective }),
  },
  {
    name: 'directive issue',
    usage: 'directive issue ID [--number N --date D | --unnumbered REASON]',
    arguments: 1,
    options: { number: text, date: text, unnumbered: text },
    load: async () => ({ default: (await import('./directive.ts')).issue }),
  },
  {
    name: 'office switches',
    usage:
      'office switches CODE [--issuing alone|approved] [--delegate on|off] [--superior on|off] [--group none|count|names|names-when-late] [--chairman on|off]',
    arguments: 1,
    options: { issuing: text, delegate: text, superior: text, group: text, chairman: text },
    load: async () => ({ default: (await import('./office/switches.ts')).officeSwitchesCommand }),
  },
  {
    name: 'directive number',
    usage: 'directive number ID --number N --date D [--reason TEXT]',
    arguments: 1,
    options: { number: text, date: text, reason: text },
    load: async () => ({ default: (await import('./life.ts')).number }),
  },
  {
    name: 'directive extend',
    usage: 'directive extend ID --until DATE [--unit CODE]… --reason TEXT',
    arguments: 1,
    options: { until: text, unit: texts, reason: text },
    load: async () => ({ default: (await import('./life.ts')).extend }),
  },
  {
    name: 'directive excuse',
    usage: 'directive excuse ID [--unit CODE]… --reason TEXT [--lift]',
    arguments: 1,
    options: { unit: texts, reason: text, lift: flag },
    load: async () => ({ default: (await import('./life.ts')).excuseUnits }),
  },
  {
    name: 'directive remind',
    usage: 'directive remind ID [--unit CODE]… [--words TEXT]',
    arguments: 1,
    options: { unit: texts, words: text },
    load: async () => ({ default: (await import('./life.ts')).remindNow }),
  },
  {
    name: 'directive return',
    usage: 'directive return ID --unit CODE… --reason TEXT',
    arguments: 1,
    options: { unit: texts, reason: text },
    load: async () => ({ default: (await import('./life.ts')).returnReport }),
  },
  {
    name: 'directive consolidate',
    usage: 'directive consolidate ID --unit CODE',
    arguments: 1,
    options: { unit: texts },
    load: async () => ({ default: (await import('./life.ts')).consolidate }),
  },
  {
    name: 'directive reconcile',
    usage: 'directive reconcile ID',
    arguments: 1,
    load: () => import('./consolidation/reconcile.ts'),
  },
  {
    name: 'directive close',
    usage: 'directive close ID [--reason TEXT]',
    arguments: 1,
    options: { reason: text },
    load: async () => ({ default: (await import('./life.ts')).close }),
  },
  {
    name: 'directive reopen',
    usage: 'directive reopen ID [--reason TEXT]',
    arguments: 1,
    options: { reason: text },
    load: async () => ({ default: (await import('./life.ts')).reopen }),
  },
  {
    name: 'directive recall',
    usage: 'directive recall ID --reason TEXT',
    arguments: 1,
    options: { reason: text },
    load: async () => ({ default: (await import('./life.ts')).recall }),
  },
  {
    name: 'directive resend',
    usage: 'directive resend ID | --answers',
    arguments: 0,
    optionalArguments: 1,
    options: { answers: flag },
    load: async () => ({ default: (await import('./directive.ts')).resend }),
  },
  {
    name: 'answers read',
    usage: 'answers read FILE',
    arguments: 1,
    takesFile: true,
    load: () => import('./answers.ts'),
  },
  { name: 'summary', usage: 'summary [ID]', arguments: 0, optionalArguments: 1, load: () => import('./summary.ts') },
  { name: 'status', usage: 'status', arguments: 0, load: () => import('./status.ts') },
  {
    name: 'call-sheet',
    usage: 'call-sheet [ID]',
    arguments: 0,
    optionalArguments: 1,
    load: () => import('./call-sheet.ts'),
  },
  {
    name: 'export',
    usage: 'export ID --format docx|unit|annex|xlsx|png|csv|json [--out FILE] [--unit CODE] [--deputy]',
    arguments: 1,
    options: { format: text, out: text, unit: text, deputy: flag },
    load: () => import('./export.ts'),
  },
  {
    name: 'audit verify',
    usage: 'audit verify [--expect SEQ:HASH]',
    arguments: 0,
    options: { expect: text },
    load: () => import('./audit-verify.ts'),
  },
  {
    name: 'person show',
    usage: 'person show PERSON',
    arguments: 1,
    load: async () => ({ default: (await import('./person.ts')).show }),
  },
  {
    name: 'person phone',
    usage: 'person phone PERSON NUMBER | --none',
    arguments: 1,
    optionalArguments: 1,
    options: { none: flag },
    load: async () => ({ default: (await import('./person.ts')).setPhone }),
  },
  {
    name: 'person export',
    usage: 'person export PERSON',
    arguments: 1,
    load: async () => ({ default: (await import('./person.ts')).exportCopy }),
  },
  {
    name: 'person erase',
    usage: 'person erase PERSON',
    arguments: 1,
    load: async () => ({ default: (await import('./person.ts')).erase }),
  },
  {
    name: 'person revoke-role',
    usage: 'person revoke-role PERSON [--unit CODE]',
    arguments: 1,
    options: { unit: text },
    load: async () => ({ default: (await import('./person.ts')).revokeRoles }),
  },
  {
    name: 'person end-sessions',
    usage: 'person end-sessions PERSON',
    arguments: 1,
    load: async () => ({ default: (await import('./person.ts')).endSessions }),
  },
  {
    name: 'backup',
    usage: 'backup FILE',
    arguments: 1,
    makesFile: true,
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    usage: 'restore FILE [--replace]',
    arguments: 1,
    options: { replace: flag },
    isAlone: true,
    load: () => import('./restore.ts'),
  },
  {
    name: 'held',
    usage: 'held [--release | --drop]',
    arguments: 0,
    options: { release: flag, drop: flag },
    load: () => import('./held.ts'),
  },
  {
    name: 'link revoke',
    usage: 'link revoke LINK | --directive ID',
    arguments: 0,
    optionalArguments: 1,
    options: { directive: text },
    load: () => import('./link-revoke.ts'),
  },
];
