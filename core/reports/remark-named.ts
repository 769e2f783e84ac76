import { fold } from '../language/text.ts';
import { isPartOf } from './labels.ts';
import type { ReportForm } from './report.ts';

/** Names of remarks that any form understands (folded), besides its own. */
const names = [
  'kho khan',
  'kien nghi',
  'vuong mac',
  'de xuat',
  'y kien',
  'ghi chu',
  'kho khan vuong mac',
  'kho khan kien nghi',
];
const lead = /^(?:sua lai|sua|them|bo sung|ghi them|ghi|em) /;

/**
 * What is said behind the name of the remark and a colon: "khó khăn: mạng yếu". Where a text begins with such a name but
 * has no colon, and more than the name, the whole text. Undefined where no remark is named, or the form takes none.
 */
export function remarkNamed(text: string, form: ReportForm): string | undefined {
  if (form.noteLabel === null) return undefined;
  const label = fold(form.noteLabel).replace(/[^a-z0-9]+/g, ' ');
  const isName = (words: string): boolean => {
    const name = fold(words)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replace(lead, '');
    return names.includes(name) || (name.length > 2 && isPartOf(name, label));
  };
  const [, before = '', behind = ''] = /^([^:]{2,60}):\s*(\S.*)$/s.exec(text.trim()) ?? [];
  if (behind !== '' && isName(before)) return behind;
  const folded = fold(text);
  return names.some((name) => folded.startsWith(`${name} `)) && !/\d/.test(text) ? text.trim() : undefined;
}
