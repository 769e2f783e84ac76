/** The product as it is built. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Every file of the build that one loads before it does anything. */
function filesLoadedBy(first: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [first];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const imported = readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'"]*?["'](\.[^"']+)["']/gm);
    for (const [, target = ''] of imported) waiting.push(join(dirname(file), target));
  }
  return seen;
}

/** The modules are more than a thousand, and to load each takes longer than to read it. */
test.each([
  ['dist/bot/main.js', 150],
  ['dist/bot/cli.js', 40],
  ['dist/bot/papers/worker.js', 40],
])('%s loads few files: its modules are put together', (file, most) => {
  const files = filesLoadedBy(file);
  expect(files.size).toBeGreaterThan(1);
  expect(files.size).toBeLessThan(most);
});
