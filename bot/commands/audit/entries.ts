/** The commands of the audit chain. */
import type { CommandEntry } from '../shape/entry.ts';

export const auditEntries: readonly CommandEntry[] = [
  {
    name: 'audit verify',
    usage: 'audit verify [--expect SEQ:HASH] [--archive FILE]…',
    arguments: 0,
    options: { expect: { type: 'string' }, archive: { type: 'string', multiple: true } },
    readsFiles: 'archive',
    load: () => import('./verify.ts'),
  },
  {
    name: 'audit archive',
    usage: 'audit archive --before DATE --out FILE',
    arguments: 0,
    options: { before: { type: 'string' }, out: { type: 'string' } },
    makesFile: 'out',
    load: () => import('./archive.ts'),
  },
];
