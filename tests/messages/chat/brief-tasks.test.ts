import { describe, expect, test } from 'vitest';
import type { AssignmentFact, TaskText } from '../../../core/directives/assignment.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { tasksMessage, tasksText } from '../../../messages/chat/directive.ts';

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);
const now = at('2021-09-06T08:00');
const issuer = { id: 1, code: 'UBND-HUYEN', name: 'UBND huyện Sông Mây' };
const unit = { id: 2, code: 'XA-AN-BINH', name: 'UBND xã An Bình', headTitle: 'Chủ tịch UBND xã', staff: 50 };
const directive = {
  id: 1,
  type: 'công văn',
  number: '101/UBND-VHTT',
  date: '2021-09-05',
  subject: 'ứng dụng công nghệ',
  basis: 'Công văn số 13341/UBND-CNTT',
  issuer,
};
const assignment: AssignmentFact = { id: 1, directive, unit, acknowledged: null };
const long: TaskText = { section: '1', text: Array.from({ length: 60 }, (_, at) => `chữ${at + 1}`).join(' ') };
const short: TaskText = { section: '2', text: 'Làm việc thứ hai.' };
/** So many that they take more than one message however short each is told. */
const tasks: TaskText[] = [...Array.from({ length: 60 }, () => long), short];
const owed: ObligationFact = {
  id: 1,
  directive,
  unit,
  title: '',
  reportTo: issuer,
  inWriting: true,
  indicators: [],
  noteLabel: null,
  roundKey: 'once',
  quote: 'trước ngày 10/9/2021',
  due: at('2021-09-09T17:00'),
  overdueFrom: at('2021-09-11T00:00'),
  opensAt: now,
  closesAt: null,
  state: 'owed',
  current: null,
};

describe('the brief forms of a unit’s tasks', () => {
  const { text, briefs = [] } = tasksMessage(
    assignment,
    { tasks, obligations: [owed], whole: () => 'gõ /nhiemvu' },
    now,
  );
  const basis = 'Thực hiện: Công văn số 13341/UBND-CNTT';
  const quote = '(văn bản ghi: "trước ngày 10/9/2021")';
  const lastWord = 'chữ60';
  const kept = (form: string): string[] =>
    [basis, quote, lastWord, 'Làm việc thứ hai.'].filter((part) => form.includes(part));

  test('leave out the basis, then the quote of the deadline, then the ends of long tasks, then the tasks', () => {
    expect([text, ...briefs].map(kept)).toEqual([
      [basis, quote, lastWord, 'Làm việc thứ hai.'],
      [quote, lastWord, 'Làm việc thứ hai.'],
      [lastWord, 'Làm việc thứ hai.'],
      ...Array.from({ length: 8 }, () => ['Làm việc thứ hai.']),
      [],
    ]);
    expect(briefs.at(2)).toMatch(/chữ50…\n/);
    expect(briefs.at(-1)).toContain('Nhiệm vụ của UBND xã An Bình: 61 nhiệm vụ.');
  });

  test('grow shorter from one to the next', () => {
    const lengths = [text, ...briefs].map((form) => form.length);
    expect(lengths).toEqual([...new Set(lengths)].toSorted((a, b) => b - a));
  });

  test.each(briefs.map((form, place) => [place, form]))(
    'keep the deadline, what is asked, and where the whole is: form %i',
    (_place, form) => {
      expect(form).toContain('Hạn: 17h00 ngày 09/9/2021');
      expect(form).toContain('Báo cáo: ');
      expect(form).toContain('Xem toàn văn: gõ /nhiemvu');
      expect(form).toContain('Đề nghị đồng chí xác nhận đã nhận.');
    },
  );

  test('are none where the whole is nowhere else: nothing is lost', () => {
    expect(tasksMessage(assignment, { tasks, obligations: [owed] }, now).briefs).toBeUndefined();
  });

  const formsOf = (told: TaskText[]) =>
    tasksMessage(assignment, { tasks: told, obligations: [owed], whole: () => 'gõ /nhiemvu' }, now).briefs ?? [];

  test('are none where the whole surely takes one message on every channel', () => {
    expect(formsOf([long, short])).toEqual([]);
  });

  test('end with the first that surely takes one message', () => {
    const forms = formsOf([...Array.from({ length: 6 }, () => long), short]);
    expect(forms.map((form) => form.length > 1600)).toEqual([true, true, true, true, false]);
    expect(forms.at(-1)).toMatch(/chữ30…\n/);
  });

  test('leave nothing out that the page behind the link does not say', () => {
    expect(kept(tasksText(assignment, tasks, [owed]))).toEqual([basis, quote, lastWord, 'Làm việc thứ hai.']);
  });
});
