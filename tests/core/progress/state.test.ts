import { describe, expect, test } from 'vitest';
import { directiveDraftSchema } from '../../../core/directives/directive.ts';
import { askedOf } from '../../../core/progress/asked.ts';
import { type SectionState, sectionStateOf } from '../../../core/progress/state.ts';
import { timingOf } from '../../../core/progress/timing.ts';
import { directive } from '../../harness/world/fixture.ts';

const at = (civil: string): Date => new Date(`${civil}+07:00`);

test.each<[string, SectionState[], SectionState]>([
  ['nothing was said of', ['unsaid', 'unsaid'], 'unsaid'],
  ['each task is done', ['done', 'done'], 'done'],
  ['one task is done and nothing was said of the other', ['done', 'unsaid'], 'doing'],
  ['one task is done and the other not begun', ['done', 'none'], 'doing'],
  ['one task is under way', ['doing', 'none', 'unsaid'], 'doing'],
  ['something blocks one task', ['done', 'blocked'], 'blocked'],
  ['all but what is not the unit’s is done', ['done', 'na'], 'done'],
  ['nothing is the unit’s', ['na', 'na'], 'na'],
  ['nothing was begun', ['none', 'unsaid'], 'none'],
])('a section of which %s', (_, tasks, section) => {
  expect(sectionStateOf(tasks)).toBe(section);
});

describe('a task with a deadline', () => {
  const deadline = { due: at('2021-09-10T17:00'), overdueFrom: at('2021-09-11T00:00') };
  const noon = at('2021-09-20T12:00');

  test.each([
    ['the day before it is due', 'early', at('2021-09-09T23:59')],
    ['on the day', 'on-time', at('2021-09-10T00:00')],
    ['after the hour, while nobody is late', 'on-time', at('2021-09-10T23:59')],
    ['when it is overdue', 'late', at('2021-09-11T00:00')],
  ] as const)('done %s is %s', (_, timing, since) => {
    expect(timingOf({ state: 'done', since }, deadline, noon)).toBe(timing);
  });

  test('that is not done is late once it is overdue, and not before', () => {
    expect(timingOf({ state: 'doing', since: null }, deadline, at('2021-09-10T23:59'))).toBe('running');
    expect(timingOf({ state: 'unsaid', since: null }, deadline, at('2021-09-11T00:00'))).toBe('late');
  });

  test('is never late where it is not the unit’s', () => {
    expect(timingOf({ state: 'na', since: noon }, deadline, noon)).toBeNull();
  });
});

test('a task without a deadline is neither early nor late', () => {
  expect(timingOf({ state: 'done', since: at('2021-09-10T17:00') }, null, at('2021-09-10T17:00'))).toBeNull();
});

describe('a draft', () => {
  const [first] = directive.tasks;
  const rule = { rule: 'by-day', date: '2021-09-10', quote: 'trước ngày 10/9/2021' };
  const draft = (more: object) => directiveDraftSchema.parse({ ...directive, ...more });

  test('asks for the progress of the sections that it names, and of no other', () => {
    const asking = draft({ progress: [{ section: '1', proof: true, every: 'week', deadline: rule }] });
    const asked = asking.tasks.map((task) => askedOf(asking, task));
    expect(asked.map(({ asksProgress }) => asksProgress)).toEqual([true, false, false, false]);
    expect(asked[0]).toMatchObject({ needsProof: true, progressEvery: 'week', due: at('2021-09-10T17:00') });
  });

  test('asks for none where it says nothing of it, and is stored as before', () => {
    expect(draft({})).not.toHaveProperty('progress');
    const plain = draft({});
    expect(plain.tasks.every((task) => !askedOf(plain, task).asksProgress)).toBe(true);
  });

  test('gives a task its own deadline before that of its section', () => {
    const own = { ...rule, date: '2021-09-08' };
    const asking = draft({
      tasks: [{ ...first, deadline: own }, ...directive.tasks.slice(1)],
      progress: [{ section: '1', deadline: rule }],
    });
    expect(asking.tasks.map((task) => askedOf(asking, task).due)[0]).toEqual(at('2021-09-08T17:00'));
  });

  test.each([
    ['a section without a task', { progress: [{ section: '9' }] }, 'không có nhiệm vụ nào'],
    ['a section twice', { progress: [{ section: '1' }, { section: '1' }] }, 'bị lặp'],
    [
      'a deadline of every day',
      {
        progress: [
          {
            section: '1',
            deadline: { rule: 'each-day', time: '16:00', from: '2021-09-08', until: '2021-09-10', quote: 'trước ngày' },
          },
        ],
      },
      'là một ngày',
    ],
  ])('with %s is refused', (_, more, why) => {
    const read = directiveDraftSchema.safeParse({ ...directive, ...more });
    expect(read.error?.issues.map(({ message }) => message).join()).toContain(why);
  });
});
