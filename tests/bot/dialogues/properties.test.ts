import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tapOf } from '../../../bot/dialogues/intent.ts';
import { idle } from '../../../bot/dialogues/shape/states.ts';
import { readState } from '../../../bot/dialogues/table/dialogues.ts';
import { type Conversation, takeTurn } from '../../../bot/dialogues/turn.ts';
import type { Context } from '../../../core/conversation/context.ts';
import type { Event } from '../../../core/conversation/event.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { denominatorValue } from '../../../core/reports/report.ts';
import type { RoleFact } from '../../../core/roster/person.ts';

const now = new Date('2021-09-07T01:00:00Z');
const issuer = { id: 1, code: 'UBND', name: 'UBND huyện' };
const directive = { id: 1, type: 'công văn', number: '1/UBND', date: null, subject: 'thử', basis: null, issuer };
const unit = { id: 2, code: 'XA', name: 'UBND xã An Bình', headTitle: null, staff: 50 };
const indicator = { options: [], isDenominator: false, fromRoster: false };

const form = (current: ObligationFact['current'], state: ObligationFact['state']): ObligationFact => ({
  id: 7,
  directive,
  unit,
  title: 'Báo cáo',
  reportTo: issuer,
  inWriting: false,
  indicators: [
    { ...indicator, id: 1, key: 'staff', label: 'Số CBCCVC', kind: 'count', isDenominator: true, fromRoster: true },
    { ...indicator, id: 2, key: 'a', label: 'Bluezone', kind: 'count' },
    { ...indicator, id: 3, key: 'b', label: 'Đã vệ sinh', kind: 'yes-no' },
    { ...indicator, id: 4, key: 'c', label: 'Mức', kind: 'choice', options: ['Tốt', 'Khá'] },
    { ...indicator, id: 5, key: 'd', label: 'Ngày', kind: 'date' },
  ],
  noteLabel: 'Kiến nghị',
  roundKey: 'once',
  quote: 'trước ngày 10/9',
  opensAt: now,
  due: now,
  overdueFrom: now,
  closesAt: null,
  state,
  current,
});

const role: RoleFact = { id: 1, role: 'head', state: 'agreed', unit };
const revision = {
  number: 1,
  by: 'Nam',
  at: now,
  note: null,
  saidNoNote: false,
  values: { staff: { type: 'number', value: 50 }, a: { type: 'number', value: 40 } },
} as const;

const contexts: Context[] = (
  [
    [[role], [form(null, 'owed')]],
    [[role], [form(revision, 'reported')]],
    [[{ ...role, state: 'asked' }], []],
    [[role, { ...role, id: 2, state: 'refused' }], []],
    [[{ ...role, role: 'staff' }], []],
    [[], []],
    [undefined, []],
  ] as [RoleFact[] | undefined, ObligationFact[]][]
).map(([roles, obligations]) => ({
  now,
  person: roles && { id: 1, name: 'Lan', roles },
  isClaiming: roles === undefined,
  notice: { offices: ['UBND huyện Sông Mây'], contact: null, keptDays: 365 },
  channel: { name: 'telegram', hasContactForm: false },
  own: {
    assignments: roles && obligations.length > 0 ? [{ id: 3, directive, unit, acknowledged: null }] : [],
    obligations,
  },
  byPhone: { units: [{ unit, isTaken: false }], areTriesUsedUp: false },
  claims: [{ id: 5, unit, name: 'Nam', phone: '0912345678', askedAt: now }],
  newCode: { code: 'ma-moi-thu-nghiem', links: [] },
  offered: [{ id: '/baocao 7', label: 'Báo cáo' }],
}));

/** What people type and press, most of it leading on. A tap without a turn presses the newest message's button. */
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '50',
      '45',
      '0',
      '54',
      'có',
      'Tốt',
      '8/9/2021',
      'không',
      'đúng',
      'sửa',
      '1',
      '0912 345 678',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '/baocao',
      '/sua',
      '/huy',
      '/toi',
      '/nhiemvu',
      '/trogiup',
      '/phathanh',
      '/dungnguoi 5',
      'Đồng ý',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('45/50', 'tất cả', 'Bluezone 44', 'Bluezone: 99', '/baocao 7', '/sua 7', '/nhan 3'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
/** What leads on from where a conversation stands. */
const fitting = { staff: '50', a: '45', b: 'có', c: 'Tốt', d: '8/9/2021' } as Record<string, string>;
const byStep = {
  zero: 'đúng',
  sure: 'đúng',
  'sure-day': 'đúng',
  rule: 'Bluezone 44',
  doubt: 'đúng',
  exceeding: '45',
  note: 'không',
  change: 'Bluezone 44',
  which: 'Bluezone',
  confirm: 'đúng',
  stopping: 'không',
} as const;
function nextWords({ state }: Conversation): string {
  if (state.dialogue !== 'report') return '/baocao';
  if (state.step.at === 'value') return fitting[state.step.key] ?? '';
  return state.step.at === 'overtaken' ? 'Sửa theo số của tôi' : byStep[state.step.at];
}

const step = fc.record({
  context: fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(6) }),
  event: fc.oneof(
    { weight: 12, arbitrary: fc.constant('onward' as const) },
    { weight: 6, arbitrary: act.map((text): Event => ({ type: 'text', text })) },
    { weight: 4, arbitrary: fc.nat(6).map((nth): { press: number } => ({ press: nth })) },
    { weight: 1, arbitrary: fc.string().map((tap): Event => ({ type: 'tap', tap })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Event>({ type: 'unreadable', what: 'media' }, { type: 'unreadable', what: 'edit' }),
    },
  ),
});

const start: Conversation = { state: idle, turn: 0 };

test('whatever is typed and pressed, each turn gives one message, and a report only from a confirmation', () => {
  let submitted = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let conversation = start;
      let buttons: string[] = [];
      for (const { context: index, event: said } of steps) {
        const context = contexts[index] ?? contexts[0];
        if (!context) return;
        const event: Event =
          said === 'onward'
            ? { type: 'text', text: nextWords(conversation) }
            : 'press' in said
              ? { type: 'tap', tap: buttons[said.press] ?? '/trogiup' }
              : said;
        const before = conversation.state;
        const turn = takeTurn(conversation, event, context);

        // Plain comparisons where they do: some ten thousand turns are played.
        if (!turn.reply?.text.trim()) expect.fail(`no reply to ${JSON.stringify([before, event])}`);
        if (turn.conversation.turn < conversation.turn) expect.fail(`the turn goes back: ${JSON.stringify(event)}`);
        expect(readState(JSON.parse(JSON.stringify(turn.conversation.state)))).toEqual(turn.conversation.state);
        for (const effect of turn.effects) {
          if (effect.type !== 'submit') continue;
          submitted += 1;
          expect(before).toMatchObject({ dialogue: 'report' });
          expect(['confirm', 'overtaken']).toContain(before.dialogue === 'report' ? before.step.at : '');
          const owed = context.own.obligations[0];
          const limit = owed && denominatorValue(owed, effect.answers);
          const count = effect.answers.a;
          expect(limit).toBeGreaterThan(0);
          if (count?.type === 'number') expect(count.value).toBeLessThanOrEqual(limit ?? 0);
        }
        buttons = turn.reply?.choices.map((choice) => tapOf(turn.conversation.turn, choice.id)) ?? [];
        conversation = turn.conversation;
      }
    }),
    { numRuns: 2000, seed: 20210905 },
  );
  expect(submitted).toBeGreaterThan(10);
});

test('a state of an unknown form is read as the beginning', () => {
  for (const stored of [null, undefined, 1, 'x', {}, { dialogue: 'vote' }, { dialogue: 'report' }])
    expect(readState(stored)).toEqual(idle);
});
