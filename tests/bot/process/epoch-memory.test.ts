import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recallEpoch, rememberEpoch } from '../../../bot/process/epoch-memory.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'chidao-test-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test.each([
  ['what PostgreSQL has committed it keeps: a state of a beat before was put back', { url: 'postgres://a@b/c' }, 20],
  ['the embedded database may lose 90 s in a power cut, which is no restore', {}, 11],
])('%s', (_what, database, beat) => {
  const place = { database, dataDir };
  rememberEpoch(place, { id: 'a', beat: 20 });
  expect(recallEpoch(place)).toMatchObject({ id: 'a', beat });
});
