/** In which order files of tests run: with the longest last, one worker would go on alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Projects of one group, in their order: what waits most begins first, so that others work meanwhile. */
const projects = ['quick', 'near', 'outside', 'long', 'embedded', 'plain'];

/** Files of more than half a minute, the longest first. */
const long = [
  'tests/bot/campaign/samples/samples.outside.test.ts',
  'tests/bot/campaign/lived/lived.outside.test.ts',
  'tests/demo/demo.outside.test.ts',
  'tests/transcripts/metered-sample.outside.test.ts',
  'tests/bot/service/kill.outside.test.ts',
  'tests/transcripts/hundred-thousand.outside.test.ts',
  'tests/bot/audit/tampering.outside.test.ts',
  'tests/bot/service/several.outside.test.ts',
  'tests/bot/service/database-away.outside.test.ts',
  'tests/bot/web/browser.outside.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placed = sorted.map((file, at) => ({ file, place: [...placeOf(file), at] }));
    return placed.sort((a, b) => compare(a.place, b.place)).map(({ file }) => file);
  }
}

function placeOf({ project, moduleId }: TestSpecification): number[] {
  const at = long.findIndex((name) => moduleId.endsWith(name));
  return [projects.indexOf(project.name), at < 0 ? long.length : at];
}

const compare = (a: number[], b: number[]): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};
