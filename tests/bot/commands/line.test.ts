import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCommandLine } from '../../../bot/commands/line.ts';
import { commands } from '../../../bot/commands/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
const file = join(folder, 'units.csv');
writeFileSync(file, 'code,name,kind\n001,Phòng Một,office\n');
writeFileSync(join(folder, 'large.csv'), Buffer.alloc(20_000_001));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (line: string) => readCommandLine(line.split(' '));
const errorOf = (line: string) => {
  const result = read(line);
  return result.ok ? '' : result.error;
};

test('a command may have one word or two, and --json may stand anywhere', () => {
  for (const line of ['--json units list', 'units --json list', 'units list --json']) {
    expect(read(line)).toMatchObject({
      ok: true,
      value: { entry: { name: 'units list' }, isJson: true, input: { args: [] } },
    });
  }
});

test('codes stay text, also when they are all digits', () => {
  expect(read('invite --unit 001')).toMatchObject({
    ok: true,
    value: { isJson: false, input: { options: { unit: '001' } } },
  });
});

test('a file is read where the command is typed', () => {
  expect(read(`units import ${file} --dry-run`)).toMatchObject({
    ok: true,
    value: {
      input: {
        args: [file],
        options: { 'dry-run': true },
        file: { name: file, bytes: Buffer.from('code,name,kind\n001,Phòng Một,office\n') },
      },
    },
  });
});

test.each([
  ['frob', 'Không có lệnh "frob"'],
  ['units', 'Không có lệnh "units"'],
  ['units frob', 'Không có lệnh "units frob"'],
  ['units list --frob', 'Tham số --frob không dùng được'],
  ['invite --unit', 'Tham số --unit không dùng được'],
  ['units import', 'Lệnh thiếu hoặc thừa tham số'],
  ['directive show 1 2', 'Lệnh thiếu hoặc thừa tham số'],
  ['units import /no/such/file', 'Không đọc được tệp /no/such/file'],
  [`units import ${folder}/large.csv`, 'lớn hơn 20 MB'],
])('"%s" is refused in one sentence', (line, sentence) => {
  expect(errorOf(line)).toContain(sentence);
  expect(errorOf(line)).not.toContain('\n');
});

test('no words, or --help, ask for the list of commands', () => {
  for (const words of [[], ['--help'], ['units', 'list', '-h']])
    expect(readCommandLine(words)).toEqual({ ok: true, value: { type: 'help' } });
});

test('every command of the table loads', async () => {
  for (const entry of commands) expect(await entry.load()).toHaveProperty('default.run');
});
