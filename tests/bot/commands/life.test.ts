import { beforeEach, expect, test } from 'vitest';
import { describeOnDatabase } from '../../harness/database.ts';
import { commandsOn } from './running.ts';

describeOnDatabase('the number of a directive', (db) => {
  const { run, refusal } = commandsOn(db);
  beforeEach(async () => {
    await run('init --sample');
  });

  test('is needed before it is issued, or the reason to go without', async () => {
    expect(await refusal('directive issue 1')).toMatch(/chưa có số hoặc ngày.*--unnumbered/);
    expect(await refusal('directive issue 1 --number 45')).toMatch(/--date 2021-09-06/);
    expect(await run('directive issue 1 --unnumbered gấp')).toMatchObject({ id: 1, assignments: 114 });
    expect(await run('directive number 1 --number 45 --date 2021-09-06')).toEqual({
      id: 1,
      number: '45/UBND-VH&TT',
      date: '2021-09-06',
      changed: true,
    });
    expect(await run('directive number 1 --number 45 --date 2021-09-06')).toMatchObject({ changed: false });
    expect(await refusal('directive number 1 --number 46 --date 2021-09-06')).toMatch(/nêu lý do/);
    expect(await run('summary 1')).toMatchObject({ number: '45/UBND-VH&TT' });
    expect(await run('init --sample')).toMatchObject({ directive: 1, isNew: false });
    expect(await run('audit verify')).toMatchObject({ ok: true });
  });

  test('is given while it is issued', async () => {
    expect(await refusal('directive number 1 --number 45 --date 2021-09-07')).toMatch(/còn ở phía trước/);
    expect(await run('directive issue 1 --number 45 --date 2021-09-06')).toMatchObject({ warnings: [] });
    expect(await run('directive show 1')).toMatchObject({ number: '45/UBND-VH&TT', date: '2021-09-06' });
  });
});

describeOnDatabase('more time', (db) => {
  const { run, refusal } = commandsOn(db);

  test('is given to units or to all, later than before, for a reason; again it changes nothing', async () => {
    await run('init --sample');
    const extend = (rest: string) => run(`directive extend 1 --until 2021-09-15 ${rest}`);
    expect(await refusal('directive extend 1 --until 2021-09-15 --reason lụt')).toMatch(/chưa được phát hành/);
    await run('directive issue 1 --unnumbered gấp');
    expect(await refusal('directive extend 1 --until 2021-09-15')).toMatch(/hạn mới và lý do/);
    expect(await refusal('directive extend 1 --until 2021-09-15 --unit zz --reason lụt')).toMatch(
      /"zz" không được giao/,
    );
    expect(await extend('--unit XA-QUANG-BINH --unit PHONG-YTE --reason lụt')).toEqual({
      id: 1,
      until: '2021-09-15T17:00:00+07:00',
      units: ['PHONG-YTE', 'XA-QUANG-BINH'],
      changed: true,
      messages: 0,
      warnings: [],
    });
    expect(await extend('--unit XA-QUANG-BINH --reason lụt')).toMatchObject({ units: [], changed: false });
    const due = '2021-09-15T17:00:00+07:00';
    expect(await run('summary 1')).toMatchObject({
      due: '2021-09-09T17:00:00+07:00',
      extended: [
        { unit: 'PHONG-YTE', due },
        { unit: 'XA-QUANG-BINH', due },
      ],
    });
    expect(await extend('--reason lụt')).toMatchObject({ changed: true });
    expect(await run('summary 1')).toMatchObject({ due, overdueFrom: '2021-09-16T00:00:00+07:00', extended: [] });
    expect(await run('directive show 1')).toMatchObject({ duties: [{ due }] });
    expect(await run('audit verify')).toMatchObject({ ok: true });
    expect(await run('directive extend 1 --until 2021-09-18 --reason lụt')).toMatchObject({
      warnings: ['Lưu ý: hạn ngày 18/9/2021 rơi vào thứ Bảy.'],
    });
  });
});

describeOnDatabase('an excuse', (db) => {
  const { run, refusal } = commandsOn(db);

  test('is counted apart from reports and debts, and undone by another act', async () => {
    await run('init --sample');
    await run('directive issue 1 --unnumbered gấp');
    expect(await refusal('directive excuse 1 --unit XA-QUANG-BINH')).toMatch(/đơn vị và lý do/);
    const excuse = (rest = '') => run(`directive excuse 1 --unit XA-QUANG-BINH --reason gộp${rest}`);
    expect(await excuse()).toMatchObject({ units: ['XA-QUANG-BINH'], lifted: false, changed: true });
    expect(await excuse()).toMatchObject({ units: [], changed: false });
    const excused = await run<{ missing: string[] }>('summary 1');
    expect(excused).toMatchObject({ units: { reporting: 111, reported: 0, excused: 1 } });
    expect(excused.missing).not.toContain('XA-QUANG-BINH');
    expect(await run('audit verify')).toMatchObject({ ok: true });
    expect(await excuse(' --lift')).toMatchObject({ lifted: true, changed: true });
    expect(await run('summary 1')).toMatchObject({ units: { excused: 0 } });
    expect(await run('audit verify')).toMatchObject({ ok: true });
  });
});

describeOnDatabase('the end of a directive', (db) => {
  const { run, refusal } = commandsOn(db);

  test('is closed, reopened and recalled, each once, and stays recalled', async () => {
    await run('init --sample');
    expect(await refusal('directive close 1')).toMatch(/chưa được phát hành/);
    await run('directive issue 1 --unnumbered gấp');
    const reminded = await run<{ units: string[] }>('directive remind 1 --unit XA-QUANG-BINH --words gấp');
    expect(reminded).toEqual({ id: 1, units: ['XA-QUANG-BINH'], messages: 0 });
    expect(await refusal('directive remind 1')).toMatch(/vừa được nhắc/);
    expect(await run('directive close 1')).toEqual({ id: 1, state: 'closed', changed: true, messages: 0 });
    expect(await run('directive close 1')).toMatchObject({ changed: false });
    expect(await refusal('directive extend 1 --until 2021-09-15 --reason lụt')).toMatch(/mở lại trước/);
    expect(await run('directive reopen 1')).toMatchObject({ state: 'issued', changed: true });
    expect(await refusal('directive recall 1')).toMatch(/nêu lý do/);
    expect(await run('directive recall 1 --reason nhầm')).toMatchObject({ state: 'recalled', changed: true });
    expect(await run('directive recall 1 --reason nhầm')).toMatchObject({ changed: false });
    expect(await refusal('directive reopen 1')).toMatch(/không mở lại được/);
    expect(await run('directive issue 1')).toMatchObject({ messages: 0 });
    const { duties } = await run<{ duties: { units: string[] }[] }>('directive show 1');
    expect(duties[0]?.units).toHaveLength(111);
    expect(await refusal('summary')).toMatch(/Chưa có văn bản nào/);
    expect(await run('summary 1')).toMatchObject({ id: 1, text: expect.stringContaining('ĐÃ THU HỒI') });
    expect(await run('audit verify')).toMatchObject({ ok: true });
  });
});

describeOnDatabase('what is owed upwards, and a document anew', (db) => {
  const { run, refusal } = commandsOn(db);
  beforeEach(async () => {
    await run('init --sample');
  });

  test('schools report to the education office by an earlier deadline, and it sends up what is in', async () => {
    expect(await run('directive show 1')).toMatchObject({
      duties: [
        {
          due: '2021-09-09T17:00:00+07:00',
          consolidations: [{ by: 'PHONG-GDDT', due: '2021-09-08T17:00:00+07:00', claimed: [] }],
        },
      ],
    });
    await run('directive issue 1 --unnumbered gấp');
    expect(await run('directive show 1')).toMatchObject({
      duties: [{ consolidations: [{ by: 'PHONG-GDDT', overdueFrom: '2021-09-09T00:00:00+07:00' }] }],
    });
    expect(await refusal('directive consolidate 1 --unit PHONG-GDDT')).toMatch(/chưa có gì để gửi/);
    expect(await refusal('directive consolidate 1 --unit PHONG-YTE')).toMatch(/không tổng hợp/);
    expect(await refusal('directive return 1 --unit MN-TAN-PHONG --reason thiếu')).toMatch(/chưa có báo cáo nào/);
    expect(await run('directive reconcile 1')).toMatchObject({
      totals: [{ key: 'bluezone', units: 0, bodies: 0, difference: 0 }, {}, {}],
      bodies: [{ unit: 'PHONG-GDDT', reporting: 68, reported: 0, submitted: null }],
      claimedTwice: [],
    });
  });

  test('a draft in place of another is compared by keys, once, and only for what goes on', async () => {
    const amend = 'directive amend 1 sample/quang-xuong-2021/directive.yaml';
    expect(await refusal(`${amend} --reason nhầm`)).toMatch(/chưa được phát hành/);
    await run('directive issue 1 --unnumbered gấp');
    expect(await refusal(amend)).toMatch(/--reason/);
    expect(await run(`${amend} --reason nhầm`)).toMatchObject({ changed: false, told: [], carriedOver: 0 });
    expect(await refusal('directive amend 1 sample/commune-2026/directive.yaml --reason nhầm')).toMatch(/văn bản mới/);
  });

  test('is made after another without its number and date, once until that is issued', async () => {
    await run('directive issue 1 --number 45 --date 2021-09-06');
    expect(await run('directive duplicate 1')).toMatchObject({ id: 2, of: 1, number: '/UBND-VH&TT', changed: true });
    expect(await run('directive duplicate 1')).toMatchObject({ id: 2, changed: false });
    expect(await run('directive show 2')).toMatchObject({
      state: 'draft',
      duties: [{ due: '2021-09-09T17:00:00+07:00' }],
    });
    await run('directive issue 2 --number 46 --date 2021-09-06');
    expect(await run('directive duplicate 1')).toMatchObject({ id: 3, changed: true });
    expect(await run('audit verify')).toMatchObject({ ok: true });
  });
});
