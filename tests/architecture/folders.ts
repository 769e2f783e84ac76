/** Folders: what stands loose, which are too full, and which stand in a circle. */
import { dirname } from 'node:path';
import { clientFiles, roomOf, sources } from './sources.ts';

/** A file that stands loose in a room counts as a folder of its own. */
const folderOf = (path: string): string => (dirname(path) === roomOf(path) ? path : dirname(path));

/** How many files each folder of the product holds. */
export const fileCounts = (): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const path of [...sources.map((source) => source.path), ...clientFiles])
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return counts;
};

/** Which folders each folder imports from, with one import that shows it. */
export function arrows(): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  for (const { path, targets } of sources)
    for (const target of targets) {
      const [from, to] = [folderOf(path), folderOf(target)];
      const known = all.get(from) ?? new Map<string, string>();
      if (from !== to && !known.has(to)) known.set(to, `${path} imports ${target}`);
      all.set(from, known);
    }
  return all;
}

function reachable(from: string, all: ReturnType<typeof arrows>): Set<string> {
  const seen = new Set<string>();
  const waiting = [from];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const next of all.get(folder)?.keys() ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
  return seen;
}

/** Every arrow from whose end its beginning can be reached, with one import that shows it. */
export function circles(): { arrow: string; shown: string }[] {
  const all = arrows();
  const reach = new Map([...all.keys()].map((folder) => [folder, reachable(folder, all)]));
  return [...all].flatMap(([from, known]) =>
    [...known].filter(([to]) => reach.get(to)?.has(from)).map(([to, shown]) => ({ arrow: `${from} → ${to}`, shown })),
  );
}
