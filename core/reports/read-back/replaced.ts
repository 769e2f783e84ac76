/** A correction that names no figure, but says which number it takes the place of: "đổi 38 thành 39". */
import { afterSlip } from '../../language/numbers.ts';
import { lowerCase } from '../../language/text.ts';
import { indicatorsNamedIn } from '../labels.ts';
import { type Answers, enteredOnly, type ReportForm } from '../report.ts';

const mostCharacters = 120;

/** The count whose number is taken back, and its new one. Undefined where several stand so, or none, or a figure is named. */
export function figureReplaced(
  text: string,
  whole: ReportForm,
  standing: Answers,
): { key: string; value: number } | undefined {
  if (text.length > mostCharacters || !/\d\D+\d/.test(text)) return undefined;
  const lower = lowerCase(text);
  const kept = afterSlip(lower);
  const [before = [], after = []] = [lower.match(/\d+/g) ?? [], kept.match(/\d+/g) ?? []];
  const [value, ...others] = after;
  const taken = before.find((number) => number !== value);
  if (kept === lower || value === undefined || others.length > 0 || before.length !== 2 || taken === undefined)
    return undefined;
  const form = enteredOnly(whole);
  // What stands between both numbers is a name of nothing, even where it looks like one.
  if (indicatorsNamedIn(lower.replace(/\d+\D{1,16}\d+/u, ' '), form).length > 0) return undefined;
  const [only, ...more] = form.indicators.filter(
    ({ key, kind }) => kind === 'count' && standing[key]?.value === Number(taken),
  );
  return only && more.length === 0 ? { key: only.key, value: Number(value) } : undefined;
}
