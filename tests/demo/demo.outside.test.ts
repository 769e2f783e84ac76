import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, runScript } from '../harness/child.ts';

describe('the demo with a small cast', () => {
  const out = mkdtempSync(join(tmpdir(), 'chidao-demo-test-'));
  const temporary = mkdtempSync(join(tmpdir(), 'chidao-demo-test-'));
  let ended: Ended;

  beforeAll(async () => {
    const args = ['--exit', '--small', '--out', out];
    ended = await runScript('tests/demo/main.ts', args, { PORT: '0', TMPDIR: temporary });
  }, 900_000);
  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
    rmSync(temporary, { recursive: true, force: true });
  });

  const read = (name: string) => readFileSync(join(out, name), 'utf8');

  test('ends by itself with code 0, and leaves no database behind', () => {
    expect(ended.stderr).not.toContain('Diễn tập dừng');
    expect(ended.code).toBe(0);
    expect(readdirSync(temporary).filter((name) => name.startsWith('chidao-demo-'))).toEqual([]);
  });

  test('counts what people typed, and reminds nobody who has reported', () => {
    expect(ended.stdout).toContain('Tin nhắc gửi cho đơn vị đã báo cáo: 0');
    expect(ended.stdout).toMatch(/Đơn vị đã báo cáo +(\d\d) +\1 +khớp/);
    expect(ended.stdout.match(/khớp/g)).toHaveLength(7);
    expect(ended.stdout).toMatch(/Sổ nhật ký: [\d.]+ bản ghi, 0 sai lệch/);
  });

  test('shows the people who do not go straight through', () => {
    const timeline = read('timeline.txt');
    for (const what of ['không đồng ý', 'nhập lại', 'đã sửa báo cáo', 'đã chặn', 'dừng lại giữa chừng', 'báo cáo thay'])
      expect(timeline).toContain(what);
    expect(read('chats/MN-QUANG-DUC.txt')).toContain('Báo cáo của đơn vị nào?');
  });

  test('brings the chairman the summary before the deadline, and the group the list of debts', () => {
    const chairman = read('chats/leader.txt');
    expect(chairman).toMatch(/08\/09 08:00 {2}Hệ thống:\n {3}TỔNG HỢP/);
    expect(chairman).toMatch(/09\/09 14:00 {2}Hệ thống:\n {3}TỔNG HỢP/);
    expect(read('chats/group.txt')).toContain('đơn vị chưa báo cáo');
  });

  test('leaves every paper of the campaign', () => {
    const endings = readdirSync(join(out, 'papers')).map((name) => name.slice(name.lastIndexOf('.')));
    expect(endings.toSorted()).toEqual(['.csv', ...Array(5).fill('.docx'), '.json', '.png', '.xlsx']);
  });

  test('leaves the last summary, and every message as a row for spreadsheets', () => {
    expect(read('summary.txt')).toMatch(/^TỔNG HỢP đến 10h0\d ngày 13\/9\/2021/);
    expect(JSON.parse(read('summary.json'))).toMatchObject({ units: { assigned: 114 } });
    const { data, errors } = Papa.parse<Record<string, string>>(read('messages.csv'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const summaries = data.filter((row) => row['loại tin'] === 'tổng hợp gửi lãnh đạo');
    const kinds = summaries.map((row) => (row['nội dung']?.startsWith('TỔNG HỢP') ? 'text' : row['nội dung']));
    // Three by the plan, and one on each of the two working mornings after the deadline.
    expect(kinds).toEqual(Array(5).fill(['text', 'Biểu đồ tình hình báo cáo']).flat());
    expect(existsSync(join(out, 'README.txt'))).toBe(true);
  });
});
