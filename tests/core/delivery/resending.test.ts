import { describe, expect, test } from 'vitest';
import { messageKinds } from '../../../core/delivery/message.ts';
import { type GivenUpStanding, isStillNeeded } from '../../../core/delivery/resending.ts';

const wanted: GivenUpStanding = {
  kind: 'tasks',
  isAcknowledged: false,
  hasReported: false,
  isOver: false,
  isTheirs: true,
  isAnswered: false,
  isErased: false,
};

describe('of what was given up', () => {
  test.each<[string, Partial<GivenUpStanding>, boolean]>([
    ['tasks that nobody has acknowledged', {}, true],
    ['tasks whose reader wrote about something else', { isAnswered: true }, true],
    ['tasks that were acknowledged', { isAcknowledged: true }, false],
    ['tasks of a unit that reported', { hasReported: true }, false],
    ['tasks whose rounds have all closed', { isOver: true }, false],
    ['tasks of a person whose role has ended', { isTheirs: false }, false],
    ['tasks whose words were erased', { isErased: true }, false],
    ['a receipt', { kind: 'receipt' }, true],
    ['a receipt for a unit that its reader left', { kind: 'receipt', isTheirs: false }, false],
    ['an answer', { kind: 'reply' }, true],
    ['an answer whose reader has gone on', { kind: 'reply', isAnswered: true }, false],
    ['a question of the registration whose reader has gone on', { kind: 'registration', isAnswered: true }, false],
    ['a reminder, which has grown old', { kind: 'reminder' }, false],
    ['a message to a group, which has grown old', { kind: 'group' }, false],
    ['a summary, which has grown old', { kind: 'summary' }, false],
    ['a list of calls, which has grown old', { kind: 'calls' }, false],
  ])('%s', (_what, standing, isNeeded) => {
    expect(isStillNeeded({ ...wanted, ...standing })).toBe(isNeeded);
  });

  test.each(messageKinds)('nothing is needed whose words were erased: %s', (kind) => {
    expect(isStillNeeded({ ...wanted, kind, isErased: true })).toBe(false);
  });
});
