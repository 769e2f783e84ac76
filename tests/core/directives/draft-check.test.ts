import { expect, test } from 'vitest';
import { directiveDraftSchema } from '../../../core/directives/directive.ts';
import { checkDraft, daysOffIn, warnAboutDraft } from '../../../core/directives/draft-check.ts';

const text = 'Các phòng dán mã QR\ntại trụ sở. Báo cáo trước ngày 10/9/2021.';
const roster = [
  { code: 'huyen', kind: 'district', tags: [], parentCode: null },
  { code: 'a', kind: 'office', tags: [], parentCode: 'huyen' },
];
const task = {
  key: 't1',
  section: '1',
  text: 'Các phòng dán mã QR tại trụ sở.',
  span: [0, 31],
  audience: { kinds: ['office'] },
};
const duty = {
  key: 'd1',
  title: 'Báo cáo',
  audience: { codes: ['a'] },
  reportTo: 'huyen',
  deadline: { rule: 'before-day', date: '2021-09-10', quote: 'trước ngày 10/9/2021' },
  indicators: [{ key: 'qr', label: 'Mã QR', kind: 'count' }],
};
const draftWith = (change: { task?: object; duty?: object } & Record<string, unknown>) => {
  const { task: taskChange, duty: dutyChange, ...rest } = change;
  const parts = { tasks: [{ ...task, ...taskChange }], duties: [{ ...duty, ...dutyChange }] };
  return directiveDraftSchema.parse({
    number: '1/UBND',
    date: '2021-09-01',
    subject: 'mã QR',
    issuer: 'huyen',
    text,
    ...parts,
    ...rest,
  });
};
const problems = (change: Parameters<typeof draftWith>[0]) =>
  checkDraft(draftWith(change), roster).map(({ path, type }) => [path, type]);

test('a draft that fits the roster and its own text has no problem, however its lines were broken', () => {
  expect(problems({})).toEqual([]);
});

test.each<[string, Parameters<typeof draftWith>[0], [string, string]]>([
  ['an issuer that is no unit', { issuer: 'tinh' }, ['issuer', 'unknown-unit']],
  ['a collector that is no unit', { duty: { reportTo: 'x' } }, ['duties[0].reportTo', 'unknown-unit']],
  [
    'a kind that no unit has',
    { task: { audience: { kinds: ['court'] } } },
    ['tasks[0].audience.kinds[0]', 'unknown-word'],
  ],
  [
    'a code that is no unit',
    { duty: { audience: { codes: ['a', 'b'] } } },
    ['duties[0].audience.codes[1]', 'unknown-word'],
  ],
  ['an audience of nobody', { task: { audience: { codes: ['a'], except: ['a'] } } }, ['tasks[0].audience', 'nobody']],
  ['a task that is not what its span says', { task: { text: 'Việc khác' } }, ['tasks[0].text', 'not-the-span']],
  [
    'a deadline whose words are not in the text',
    { duty: { deadline: { ...duty.deadline, quote: 'trước ngày 11/9/2021' } } },
    ['duties[0].deadline.quote', 'not-in-text'],
  ],
  [
    'a daily deadline without a day',
    {
      duty: {
        deadline: { rule: 'each-day', time: '16:00', from: '2021-09-11', until: '2021-09-12', quote: 'Báo cáo' },
      },
    },
    ['duties[0].deadline', 'no-round'],
  ],
])('%s is named with its place', (_, change, problem) => {
  expect(problems(change)).toEqual([problem]);
});

test('a missing number, a missing day and a deadline that has passed are only warned of', () => {
  const draft = draftWith({ number: '/UBND', date: null });
  const types = (now: string) => warnAboutDraft(draft, new Date(now)).map((warning) => warning.type);
  expect(types('2021-09-10T23:59:59+07:00')).toEqual(['no-number', 'no-date']);
  expect(types('2021-09-11T00:00:00+07:00')).toEqual(['no-number', 'no-date', 'past-deadline']);
});

test('a deadline that is not what its own words say is warned of, with its place', () => {
  const deadline = { rule: 'before-day', date: '2021-10-08', quote: 'trước ngày 10/9/2021' };
  const doubt = { type: 'day', said: '2021-09-10', kept: '2021-10-08' };
  const warnings = warnAboutDraft(
    draftWith({ task: { deadline }, duty: { deadline }, progress: [{ section: '1', deadline }] }),
    new Date('2021-09-01T08:00:00+07:00'),
  );
  expect(warnings).toEqual(
    ['tasks[0]', 'duties[0]', 'progress[0]'].map((path) => {
      return { type: 'deadline-words', path, quote: 'trước ngày 10/9/2021', doubt };
    }),
  );
});

test('deadlines on a day off are warned of with their places, and counted once; those of before are known', () => {
  const on = (date: string) => ({ deadline: { rule: 'by-day', date, quote: 'trước ngày 10/9/2021' } });
  const draft = draftWith({
    task: on('2021-09-12'),
    duty: on('2021-09-03'),
    progress: [{ section: '1', ...on('2021-09-12') }],
  });
  const warnings = warnAboutDraft(draft, new Date('2021-09-01T08:00:00+07:00'));
  expect(warnings.filter(({ type }) => type === 'day-off')).toMatchObject([
    { path: 'tasks[0]', dayOff: { date: '2021-09-12', is: 'weekend' } },
    { path: 'duties[0]', dayOff: { date: '2021-09-03', is: 'holiday' } },
    { path: 'progress[0]', dayOff: { date: '2021-09-12' } },
  ]);
  expect(daysOffIn(draft).map(({ date }) => date)).toEqual(['2021-09-03', '2021-09-12']);
  expect(daysOffIn(draft, draftWith({ task: on('2021-09-12') })).map(({ date }) => date)).toEqual(['2021-09-03']);
  expect(daysOffIn(draftWith({}))).toEqual([]);
});
