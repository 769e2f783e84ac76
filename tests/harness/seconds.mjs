// node tests/harness/seconds.mjs REPORT: seconds by file of a run's JSON report, the slowest first, with what is not a
// test (set-up, imports, compiling) apart. The report: npm test -- --reporter=json --outputFile=REPORT
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const root = process.cwd();
const rows = report.testResults.map(({ name, startTime, endTime, assertionResults }) => ({
  file: name.replace(`${root}/`, ''),
  seconds: (endTime - startTime) / 1000,
  inTests: assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000,
  tests: assertionResults.length,
}));
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const line = (...cells) => console.log(cells.join('\t'));
line('seconds', 'beside tests', 'tests', 'file');
for (const { file, seconds, inTests, tests } of rows.sort((a, b) => b.seconds - a.seconds))
  line(seconds.toFixed(1), Math.max(0, seconds - inTests).toFixed(1), tests, file);
line(
  sum('seconds').toFixed(1),
  Math.max(0, sum('seconds') - sum('inTests')).toFixed(1),
  sum('tests'),
  'over the workers',
);
const ended = Math.max(...report.testResults.map(({ endTime }) => endTime));
line(((ended - report.startTime) / 1000).toFixed(1), '', '', 'from the start of the run to its last test');
