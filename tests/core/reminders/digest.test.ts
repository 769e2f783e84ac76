import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostNamedInGroup, rotate } from '../../../core/reminders/digest.ts';

const list = (length: number) => Array.from({ length }, (_, at) => at);
const sizes = fc.integer({ min: 0, max: 200 });

describe('the list of a group', () => {
  it('holds the same units at every turn', () => {
    fc.assert(
      fc.property(sizes, fc.nat(500), (size, turn) => {
        expect(rotate(list(size), turn).toSorted((a, b) => a - b)).toEqual(list(size));
      }),
    );
  });

  it('begins with another unit at the next turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(500), (size, turn) => {
        expect(rotate(list(size), turn + 1)[0]).not.toBe(rotate(list(size), turn)[0]);
      }),
    );
  });

  it('has named everybody after as many turns as it takes to name that many', () => {
    fc.assert(
      fc.property(sizes, fc.nat(500), (size, first) => {
        const turns = Math.ceil(size / mostNamedInGroup);
        const named = list(turns).flatMap((turn) => rotate(list(size), first + turn).slice(0, mostNamedInGroup));
        expect(new Set(named).size).toBe(size);
      }),
    );
  });
});
