import type { CommandEntry } from '../shape/entry.ts';

/** What puts a directive's draft anew, makes another after it, or puts its signed original there. */
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
  {
    name: 'directive attach',
    usage: 'directive attach ID FILE',
    arguments: 2,
    takesFile: true,
    load: () => import('../original/attach.ts'),
  },
  {
    name: 'directive reissue',
    usage: 'directive reissue ID --by CODE [--unit CODE…] [--until DATE]',
    arguments: 1,
    options: { by: { type: 'string' }, unit: { type: 'string', multiple: true }, until: { type: 'string' } },
    load: () => import('./reissue.ts'),
  },
];
