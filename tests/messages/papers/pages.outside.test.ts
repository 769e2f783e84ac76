/** How many pages papers take, counted by LibreOffice. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { buildAnnex } from '../../../messages/papers/word/annex.ts';
import { buildDistrictReport } from '../../../messages/papers/word/district-report.ts';
import { buildUnitReport } from '../../../messages/papers/word/unit-report.ts';
import { useModels } from './models.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** The pages of a paper by how they lie. */
function pagesOf(docx: Uint8Array): { upright: number; lying: number } {
  const file = join(folder, 'paper.docx');
  writeFileSync(file, docx);
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, file],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
  const pdf = readFileSync(join(folder, 'paper.pdf'), 'latin1');
  const boxes = [...pdf.matchAll(/\/Type\s*\/Page\b[^>]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
  const upright = boxes.filter(([, width, height]) => Number(width) < Number(height)).length;
  return { upright, lying: boxes.length - upright };
}

describe.skipIf(!hasLibreOffice)('pages', () => {
  const models = useModels();

  test('a unit’s report is one page, also a school’s with a remark', async () => {
    const { unit, school } = models();
    const { report } = unit.line;
    const remark = 'mạng yếu ở thôn 3, nhiều đồng chí dùng điện thoại cũ nên chưa cài đặt được';
    const { line } = school;
    if (!report) throw new Error('no report');
    const remarked = { ...school, line: { ...line, report: { ...report, note: remark } } };
    for (const model of [unit, remarked])
      expect(pagesOf(await buildUnitReport(model))).toEqual({ upright: 1, lying: 0 });
  });

  test('the district report is two pages of text, and annexes that lie', async () => {
    const { upright, lying } = pagesOf(await buildDistrictReport(models().report));
    expect(upright).toBeLessThanOrEqual(2);
    expect(lying).toBeGreaterThanOrEqual(3);
  });

  test('the proof has a line a unit, figure table and message, 20 of which fill a page', async () => {
    const { annex } = models();
    const tables = 1 + Math.ceil(annex.form.length / 4);
    const lines = tables * (annex.units.length + annex.told.length) + annex.deliveries.length;
    const { lying } = pagesOf(await buildAnnex(annex));
    expect(lying).toBeLessThanOrEqual(2 + Math.ceil(lines / 20));
  });
});
