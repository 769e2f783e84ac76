import { expect, test } from 'vitest';
import { following } from '../../jobs/following.ts';

/** A job that finds so much to do at each of its looks, and nothing afterwards. */
function open(...found: number[]) {
  let stirred = 0;
  const { run, mayHaveWork } = following(
    () => stirred,
    async () => found.shift() ?? 0,
  );
  return { look: run, mayHaveWork, stir: () => (stirred += 1) };
}

test('a job that follows up looks a few times after something was done, and rests then', async () => {
  const { look, mayHaveWork, stir } = open();
  const looks: boolean[] = [];
  for (let n = 0; n < 6; n++) {
    looks.push(mayHaveWork());
    await look();
  }
  expect(looks).toEqual([true, true, true, true, false, false]);
  stir();
  expect(mayHaveWork()).toBe(true);
});

test('a job that had something to do goes on looking', async () => {
  const { look, mayHaveWork } = open(0, 0, 0, 1);
  for (let n = 0; n < 4; n++) await look();
  expect(mayHaveWork()).toBe(true);
});

test('what is done during a look is looked for at the next', async () => {
  let stirred = 0;
  const { run, mayHaveWork } = following(
    () => stirred,
    async () => {
      stirred += 1;
      return 0;
    },
  );
  for (let n = 0; n < 9; n++) await run();
  expect(mayHaveWork()).toBe(true);
});

test('a look that fails is repeated', async () => {
  const { run, mayHaveWork } = following(
    () => 0,
    () => Promise.reject(new Error('no database')),
  );
  for (let n = 0; n < 9; n++) await expect(run()).rejects.toThrow('no database');
  expect(mayHaveWork()).toBe(true);
});
