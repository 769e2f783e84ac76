import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RosterOutcome } from '../../../bot/acts/import-roster.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { commandsOn } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const roster = [
  'Mã đơn vị,Tên đơn vị,Loại,Trực thuộc,Số CBCCVC,Điện thoại',
  'UBND-XA,UBND xã Hòa Bình,commune,,,',
  'TH-09,Trường Tiểu học số 9,school,UBND xã Hòa Bình,50 người,912000009',
  'TH-10,Trường Tiểu học số 10,School,UBND-XA,50,0912000010/0988123456',
].join('\n');
const quote = 'trước ngày 10/3/2026';
const draft = (more: object = {}) =>
  JSON.stringify({
    number: '07/UBND-VP',
    date: '2026-03-02',
    subject: 'kiểm kê',
    issuer: 'UBND-XA',
    text: `Kiểm kê. Báo cáo ${quote}.`,
    tasks: [{ key: 't1', section: '1', text: 'Kiểm kê.', span: [0, 8], audience: { kinds: ['school'] } }],
    duties: [
      {
        key: 'd1',
        title: 'Số máy tính',
        audience: { kinds: ['school'] },
        reportTo: 'UBND-XA',
        deadline: { rule: 'before-day', date: '2026-03-10', quote },
        indicators: [{ key: 'may', label: 'Máy tính', kind: 'count' }],
      },
    ],
    ...more,
  });

describeOnDatabase('a roster from a file', (db) => {
  const { run, printed } = commandsOn(db);
  const importing = (content: string | Uint8Array, options = '') =>
    run<RosterOutcome>(`units import ${fileOf('units.csv', content)}${options}`);

  test('is reported unit by unit, with what was read otherwise than it is written', async () => {
    const dry = await importing(roster, ' --dry-run');
    expect(dry).toMatchObject({ added: 3, changed: 0, unchanged: 0, errors: [] });
    expect(await run('units list')).toEqual([]);
    expect(await importing(roster)).toMatchObject({
      added: 3,
      warnings: [
        { row: 3, column: 'parent', why: 'đơn vị cấp trên "UBND xã Hòa Bình" được hiểu là mã UBND-XA' },
        { row: 3, column: 'staff', why: '"50 người" được đọc là 50' },
        { row: 3, column: 'phone', why: 'điện thoại "912000009" được ghi thành 0912000009' },
        { row: 4, column: 'kind', why: 'loại "School" được ghi thành "school"' },
      ],
    });
    const later = roster.replace('50 người', '52').replace('0912000010/0988123456', '');
    const page = await printed(`units import ${fileOf('units.csv', later)}`);
    expect(page).toContain('Đã thêm 0 đơn vị, sửa 2 đơn vị, giữ nguyên 1 đơn vị.');
    expect(page).toContain('sửa TH-09, Trường Tiểu học số 9: số CBCCVC (staff) "50" → "52"');
    expect(page).toContain('điện thoại (phone) "0912000010; 0988123456" → để trống');
  });

  test('units that the file lacks stay as they are, and are named', async () => {
    await importing(roster);
    const fewer = roster.split('\n').slice(0, 3).join('\n');
    expect(await importing(fewer, ' --dry-run')).toMatchObject({
      absent: [{ code: 'TH-10', name: 'Trường Tiểu học số 10' }],
    });
    expect(await printed(`units import ${fileOf('units.csv', fewer)}`)).toContain(
      '1 đơn vị khác trong danh sách không có trong tệp, được giữ nguyên: TH-10 (Trường Tiểu học số 10).',
    );
    expect(await run('units list')).toHaveLength(3);
  });

  test('twins are refused with what to do, and taken when told so', async () => {
    await importing(roster);
    const twins =
      'code,name,kind,parent\nTH09,Trường Tiểu học số 9,school,UBND-XA\nTH-11,Trường số 11,schools,UBND-XA\n';
    const refused = await importing(twins, ' --dry-run');
    expect(refused.errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'code'],
      [3, 'kind'],
    ]);
    for (const { why } of refused.errors) expect(why).toContain('--allow-twins');
    expect(await importing(twins, ' --allow-twins')).toMatchObject({ added: 2, errors: [] });
  });

  test('a file of another kind is one error with what to do', async () => {
    const old = await importing(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), ' --dry-run');
    expect(old.errors).toEqual([{ row: 1, column: '', why: expect.stringContaining('Lưu thành (Save As) .xlsx') }]);
  });

  test('a dry run shows the drafts that would reach nobody, or miss a near twin', async () => {
    await importing(roster);
    await run(`directive import ${fileOf('draft.json', draft())}`);
    const emptied = await importing(roster.replaceAll(/school/gi, 'trường'), ' --dry-run');
    expect(emptied.drafts).toEqual([{ id: 1, why: expect.stringContaining('"school" không ứng với đơn vị nào') }]);
    const split = await importing('code,name,kind\nTH-10,Trường Tiểu học số 10,Schools\n', ' --dry-run --allow-twins');
    expect(split.drafts).toEqual([
      { id: 1, why: expect.stringContaining('"school" không gồm 1 đơn vị loại "Schools" (TH-10)') },
    ]);
    await importing('code,name,kind\nTH-10,Trường Tiểu học số 10,Schools\n', ' --allow-twins');
    expect(await run('directive show 1')).toMatchObject({
      duties: [{ units: ['TH-09'] }],
      warnings: expect.arrayContaining([expect.stringContaining('loại "Schools" (TH-10)')]),
    });
  });
});

describeOnDatabase('a dry run of a directive', (db) => {
  const { run, printed } = commandsOn(db);
  const dry = (more: object = {}) => `directive import ${fileOf('draft.json', draft(more))} --dry-run`;

  test('shows who would get what and which near twins would hear nothing, and keeps nothing', async () => {
    await run(`units import ${fileOf('units.csv', `${roster}\nTH-11,Trường số 11,Schools,UBND-XA,,\n`)} --allow-twins`);
    const missed = [{ word: 'school', near: 'Schools', codes: ['TH-11'] }];
    expect(await run(dry())).toMatchObject({
      isDryRun: true,
      number: '07/UBND-VP',
      units: 2,
      tasks: 1,
      duties: 1,
      due: '2026-03-09T17:00:00+07:00',
      audiences: [
        { type: 'task', key: 't1', units: ['TH-09', 'TH-10'], missed },
        { type: 'duty', key: 'd1', units: ['TH-09', 'TH-10'], missed },
      ],
      errors: [],
    });
    const page = await printed(dry());
    expect(page).toContain('Văn bản nhập được, chưa lưu gì: 07/UBND-VP, kiểm kê');
    expect(page).toContain('[t1] mục 1: Kiểm kê.\n  → 2 đơn vị: TH-09, TH-10');
    expect(page).toContain('Nhiệm vụ 1: "school" không gồm 1 đơn vị loại "Schools" (TH-11)');
    expect(await run('directive show 1').catch(String)).toContain('Không có văn bản mã 1');
  });

  test('names all at once what is wrong: audiences that would be empty, and what near twins miss', async () => {
    await run(`units import ${fileOf('units.csv', `${roster}\nTH-11,Trường số 11,Schools,UBND-XA,,\n`)} --allow-twins`);
    const nobody = { key: 't1', section: '1', text: 'Kiểm kê.', span: [0, 8], audience: { kinds: ['bank'] } };
    const emptied = { ...nobody, key: 't2', audience: { codes: ['TH-09'], except: ['TH-09'] } };
    expect(await run(dry({ tasks: [nobody, emptied] }))).toMatchObject({
      audiences: [
        { key: 't1', units: [] },
        { key: 't2', units: [] },
        { key: 'd1', units: ['TH-09', 'TH-10'], missed: [{ near: 'Schools' }] },
      ],
      errors: [
        expect.stringContaining('"bank" không ứng với đơn vị nào'),
        expect.stringContaining('tasks[1].audience: không có đơn vị nào nhận'),
      ],
      warnings: expect.arrayContaining([expect.stringContaining('(TH-11)')]),
    });
  });
});

describeOnDatabase('a deadline on a day off', (db) => {
  const { run, printed } = commandsOn(db);

  test('is said by a dry run, at the import, and of the draft', async () => {
    await run(`units import ${fileOf('units.csv', roster)}`);
    const sunday = 'chậm nhất ngày 15/3/2026';
    const [duty] = JSON.parse(draft()).duties;
    const text = `Kiểm kê. Báo cáo ${sunday}.`;
    const late = { text, duties: [{ ...duty, deadline: { rule: 'by-day', date: '2026-03-15', quote: sunday } }] };
    const file = fileOf('draft.json', draft(late));
    const said = 'Nghĩa vụ báo cáo 1: hạn ngày 15/3/2026 rơi vào Chủ nhật.';
    expect(await printed(`directive import ${file} --dry-run`)).toContain(`Lưu ý:\n- ${said}`);
    expect(await run(`directive import ${file}`)).toMatchObject({ warnings: expect.arrayContaining([said]) });
    expect(await printed('directive show 1')).toContain(said);
    await run('directive issue 1');
    const amended = fileOf('amended.json', draft({ ...late, subject: 'kiểm kê máy tính' }));
    expect(await run(`directive amend 1 ${amended} --reason sót`)).toMatchObject({ changed: true, warnings: [said] });
  });
});

describeOnDatabase('one document under two ids', (db) => {
  const { run, refusal } = commandsOn(db);

  test('is warned of at its import, and issued once', async () => {
    await run(`units import ${fileOf('units.csv', roster)}`);
    await run(`directive import ${fileOf('draft.json', draft())}`);
    expect(await run('directive issue 1')).toMatchObject({ assignments: 2 });
    const again = fileOf('draft.json', draft({ number: '7 / ubnd–vp', subject: 'kiểm kê lần nữa' }));
    const { warnings } = await run<{ warnings: string[] }>(`directive import ${again}`);
    expect(warnings.at(-1)).toContain('đã được phát hành (mã 1)');
    expect(await refusal('directive issue 2')).toContain('mã 1 đã được phát hành');
    expect(await run('directive show 2')).toMatchObject({ state: 'draft' });
    expect(await run('directive issue 1')).toMatchObject({ messages: 0 });
    await run(`directive import ${fileOf('draft.json', draft({ number: '08/UBND-VP' }))}`);
    expect(await run('directive issue 3')).toMatchObject({ assignments: 2 });
  });
});
