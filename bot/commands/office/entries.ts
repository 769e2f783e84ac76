import type { CommandEntry } from '../shape/entry.ts';

const text = { type: 'string' } as const;

/** How an office wants its own affairs done, and when it works. */
export const officeEntries: readonly CommandEntry[] = [
  {
    name: 'office switches',
    usage:
      'office switches CODE [--issuing alone|approved] [--delegate on|off] [--superior on|off] [--group none|count|names|names-when-late] [--chairman on|off]',
    arguments: 1,
    options: { issuing: text, delegate: text, superior: text, group: text, chairman: text },
    load: async () => ({ default: (await import('./switches.ts')).officeSwitchesCommand }),
  },
  {
    name: 'calendar import',
    usage: 'calendar import FILE [--unit CODE]',
    arguments: 1,
    options: { unit: text },
    takesFile: true,
    load: async () => ({ default: (await import('./calendar.ts')).calendarImport }),
  },
];
