import type { CommandEntry } from '../shape/entry.ts';

/** What puts a directive's draft anew, or makes another after it. */
export const amendingEntries: readonly CommandEntry[] = [
  {
    name: 'directive amend',
    usage: 'directive amend ID FILE --reason TEXT',
    arguments: 2,
    takesFile: true,
    options: { reason: { type: 'string' } },
    load: () => import('./amend.ts'),
  },
  {
    name: 'directive duplicate',
    usage: 'directive duplicate ID',
    arguments: 1,
    load: () => import('./duplicate.ts'),
  },
];
