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
