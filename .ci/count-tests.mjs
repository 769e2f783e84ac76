// Reads vitest's JSON report and prints "PASSED FAILED". A skipped test, a file that did not load and a run that failed
// for any other reason count as failed; what was skipped is named on stderr.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tests = report.testResults.flatMap((file) => file.assertionResults);
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
for (const { fullName } of skipped) console.error(`SKIPPED: ${fullName}`);
const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
const passed = tests.filter(({ status }) => status === 'passed').length;
const failed = tests.filter(({ status }) => status === 'failed').length + skipped.length + unloaded.length;
const isOtherwiseFailed = failed === 0 && (!report.success || passed === 0);
console.log(passed, failed + (isOtherwiseFailed ? 1 : 0));
