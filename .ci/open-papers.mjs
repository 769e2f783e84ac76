// Opens the papers that the demo left with LibreOffice, a reader that shares nothing with the writers:
//   node .ci/open-papers.mjs FOLDER SCRATCH
// Every document must hold the progress that the summary has; the workbook is stripped of all stored results first, so that
// LibreOffice computes its totals anew. Exits with 1 and says what differs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { joinParts, packPart, readParts } from '../dist/messages/papers/zip.js';

const [folder, scratch] = process.argv.slice(2);
const papers = readdirSync(join(folder, 'papers'));
const { units } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
mkdirSync(scratch, { recursive: true });

/** The text of a file, as LibreOffice reads it and writes it again. */
function convert(file, to, filter) {
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(scratch, 'profile')).href}`,
      ...['--headless', '--convert-to', `${to}:${filter}`, '--outdir', scratch, file],
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`);
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, `.${to}`);
  return readFileSync(join(scratch, name), 'utf8');
}

const faults = [];
const expect = (what, found, wanted) => {
  console.log(`${what}: ${found}`);
  if (String(found) !== String(wanted)) faults.push(`${what}: ${found}, not ${wanted}`);
};

/** The drafts of units, by what their files are called, and to whom each goes. */
const drafts = {
  'xa-quang-binh': 'Kính gửi: Ủy ban nhân dân huyện Quảng Xương',
  'phong-gddt': 'Kính gửi: Ủy ban nhân dân huyện Quảng Xương',
  'mn-quang-duc': 'Kính gửi: Phòng Giáo dục và Đào tạo huyện Quảng Xương',
};

for (const name of papers.filter((paper) => paper.endsWith('.docx'))) {
  const text = convert(join(folder, 'papers', name), 'txt', 'Text (encoded):UTF8');
  const progress = `${units.reported}/${units.reporting - units.excused}`;
  const of = Object.keys(drafts).find((unit) => name.includes(unit));
  expect(name, text.includes(of ? drafts[of] : progress), true);
}

for (const name of papers.filter((paper) => paper.endsWith('.xlsx'))) {
  const parts = [];
  for (const [part, text] of readParts(readFileSync(join(folder, 'papers', name))))
    parts.push(await packPart(part, text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')));
  const stripped = join(scratch, name);
  writeFileSync(stripped, joinParts(parts));
  const rows = Papa.parse(convert(stripped, 'csv', 'Text - txt - csv (StarCalc):44,34,76,1')).data;
  const totals = rows.find((row) => row[1] === 'Tổng cộng') ?? [];
  const { reporting, reported, onTime, excused } = units;
  const wanted = [reporting - excused, reported, onTime, reported - onTime, excused, reporting - excused - reported];
  expect(`${name}, totals computed`, totals.slice(2, 8).join(' '), wanted.join(' '));
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 && papers.length > 0 ? 0 : 1;
