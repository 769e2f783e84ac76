/** Values as they stand in the fields of a page: as somebody would type them, so that they read as themselves. */
import { plainDecimal } from '../../../core/language/reading/decimal.ts';
import { decimalIn, type Exact } from '../../../core/reports/exact.ts';
import type { Indicator, Value } from '../../../core/reports/obligation.ts';
import { fileText } from '../../../messages/words/file-answer.ts';
import { isoDay } from '../../../messages/words/format.ts';

/** "1250,75": no dots between thousands, since one alone might be a comma. */
const figureEntry = (figure: Exact): string => plainDecimal(decimalIn(figure)).replace('.', ',');

/** What stands in the field of an indicator that has this value. */
export function fieldText({ kind }: Pick<Indicator, 'kind'>, value: Value): string {
  if (value.type === 'text' && kind === 'file') return fileText(value.value);
  if (value.type === 'text') return kind === 'date' ? isoDay(value.value) : value.value;
  if (kind === 'yes-no') return value.value === 1 ? 'yes' : 'no';
  return figureEntry(value.value);
}
