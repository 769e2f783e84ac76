/** Words in reports that would be more than words in a paper. */
import { sql } from 'drizzle-orm';
import Papa from 'papaparse';
import { paperFormats } from '../../../core/delivery/paper-format.ts';
import { unzip } from '../../messages/papers/unzip.ts';
import type { Attack, Finding } from './attack.ts';
import { type Office, openOffice } from './office.ts';

const payloads = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '=HYPERLINK("http://127.0.0.1","x")',
  ';=1+1',
  'x;=1+1',
  'x,=1+1',
  'x\t=1+1',
  'x|=1+1',
  '"=1+1',
  "'=1+1",
  'x";=1+1;"',
  '\t=1+1',
  '</w:t></w:r><w:r><w:t>x',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  ']]><x>',
  '&#0;&#x1F;',
  'x\uFFFEx',
  'x\uFFFFx',
  'x\u0000x\u0008x\u001fx',
  '\ud83d',
];

/** Characters that no XML may hold (https://www.w3.org/TR/xml/#charsets), as they are or by number. */
const noXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const noReference = /&#(?:0|x0|[1-8]|x[1-8]|1[124-9]|x1[0-9a-f]|x[bcef]|2\d|3[01]);/i;

const separators = [',', ';', '\t', '|'];
/** A spreadsheet computes what begins so, but for a number. */
const isFormula = (cell: string): boolean => /^\s*[=+@-]/.test(cell) && !/^\s*-?\d+([.,]\d+)*%?\s*$/.test(cell);

/** What stands in formulas of people, and in none of ours. */
const foreign = /HYPERLINK|127\.0\.0\.1|1\+1/;

/** Elements that open and close in order; the text between them is not looked at. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name = '', self] of xml.matchAll(/<(\/)?([A-Za-z_][\w:.-]*)(?:\s[^<>]*?)?(\/)?>/g)) {
    if (self) continue;
    if (close && open.pop() !== name) return false;
    if (!close) open.push(name);
  }
  return open.length === 0;
}

function formulasIn(csv: string): string[] {
  return separators.flatMap((delimiter) =>
    Papa.parse<string[]>(csv, { delimiter })
      .data.flat()
      .filter(isFormula)
      .map((cell) => `read with ${JSON.stringify(delimiter)}: ${JSON.stringify(cell.slice(0, 40))}`),
  );
}

function brokenIn(bytes: Uint8Array): string[] {
  return [...unzip(bytes)]
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .flatMap(([name, xml]) => [
      ...(noXml.test(xml) || noReference.test(xml) ? [`${name} holds a character that no XML may hold`] : []),
      ...(isWellFormed(xml) ? [] : [`${name} is not well-formed`]),
      ...(/TargetMode="External"/.test(xml) ? [`${name} points outside`] : []),
      ...([...xml.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].some(([, formula = '']) => foreign.test(formula))
        ? [`${name} computes what a person wrote`]
        : []),
    ]);
}

async function tryPapers(office: Office): Promise<Finding> {
  for (const [at, payload] of payloads.entries()) {
    const head = String(5_000_000_003 + at);
    for (const words of ['/baocao', '50', '40', '30', '20', payload, 'Đúng, gửi'])
      await office.say('telegram', head, words);
  }
  const [row] = await office.query(sql`select count(*) as n from reports where note is not null`);
  if (Number(row?.n) < payloads.length / 2) throw new Error(`only ${row?.n} of ${payloads.length} remarks were kept`);
  const open: string[] = [];
  // A picture holds no words, and the signed original none of people who report.
  const written = paperFormats.filter((one) => one !== 'png' && !one.startsWith('original'));
  for (const format of written) {
    const paper = await office.makePaper({
      what: 'paper',
      directive: 1,
      format,
      ...(format === 'unit' && { unit: 'XA-01' }),
    });
    if (!paper.ok) throw new Error(paper.error);
    const { bytes } = paper.value;
    if (format === 'csv') open.push(...formulasIn(new TextDecoder().decode(bytes)).map((what) => `csv ${what}`));
    else if (format === 'json') JSON.parse(new TextDecoder().decode(bytes).replace(/^\ufeff/, ''));
    else open.push(...brokenIn(bytes).map((what) => `${format}: ${what}`));
  }
  return { cases: payloads.length * (paperFormats.length - 1), allowed: 0, open };
}

export const paperAttack: Attack = {
  name: 'papers',
  what: 'remarks with formulas, XML and characters that no XML holds, in the table, the workbook and the report',
  isInCut: false,
  run: async (ground) => {
    const office = await openOffice(ground, payloads.length);
    return tryPapers(office).finally(office.close);
  },
};
