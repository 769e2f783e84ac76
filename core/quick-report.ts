/**
 * A whole report in one message, for channels where every message counts: the figures in the order of the form
 * ("50 45 40 38") or each with its label ("Bluezone 45, QR 40, Smart 38/50").
 */
import type { Indicator, Value } from './facts.ts';
import { readNumber, readYesNo } from './numbers.ts';
import { type Answers, denominatorOf, type Form } from './report.ts';
import { fold } from './text.ts';

/**
 * The answers that a message gives to at least two indicators of a form; what is missing is asked afterwards. Undefined
 * when any part of it is unclear: a figure is never guessed.
 */
export function readQuickReport(text: string, form: Form): Answers | undefined {
  return readInOrder(text, form) ?? readLabelled(text, form);
}

const isShort = (indicator: Indicator): boolean => indicator.kind === 'count' || indicator.kind === 'yes-no';

/** As many figures as the form has indicators, in its order, apart by spaces, commas, semicolons or lines. */
function readInOrder(text: string, form: Form): Answers | undefined {
  const words = text.trim().split(/\s*[,;\n]\s*|\s+/);
  if (form.indicators.length < 2 || words.length !== form.indicators.length || !form.indicators.every(isShort))
    return undefined;
  const values = form.indicators.map((indicator, at) => readValue(indicator, words[at] ?? ''));
  return collect(form.indicators.map((indicator, at) => [indicator, values[at]]));
}

function readValue(indicator: Indicator, said: string): Value | undefined {
  if (indicator.kind === 'yes-no') {
    const isYes = readYesNo(said);
    return isYes === undefined ? undefined : { type: 'number', value: isYes ? 1 : 0 };
  }
  const reading = readNumber(said);
  if (reading.type === 'count') return { type: 'number', value: reading.value };
  return reading.type === 'none' && !indicator.isDenominator ? { type: 'number', value: 0 } : undefined;
}

function collect(pairs: [Indicator, Value | undefined][]): Answers | undefined {
  const answers: Answers = {};
  for (const [indicator, value] of pairs) {
    if (value === undefined || answers[indicator.key] !== undefined) return undefined;
    answers[indicator.key] = value;
  }
  return answers;
}

/** Every part names an indicator and its figure; "38/50" also says what the figures are a share of. */
function readLabelled(text: string, form: Form): Answers | undefined {
  const parts = text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const denominator = denominatorOf(form);
  const answers: Answers = {};
  for (const part of parts) {
    const named = nameIn(part, form);
    if (!named || answers[named.indicator.key] !== undefined) return undefined;
    const fraction = readNumber(named.rest);
    if (
      fraction.type === 'fraction' &&
      denominator &&
      !named.indicator.isDenominator &&
      named.indicator.kind === 'count'
    ) {
      const known = answers[denominator.key];
      if (known?.type === 'number' && known.value !== fraction.of) return undefined;
      answers[denominator.key] = { type: 'number', value: fraction.of };
      answers[named.indicator.key] = { type: 'number', value: fraction.value };
      continue;
    }
    const value = isShort(named.indicator) ? readValue(named.indicator, named.rest) : undefined;
    if (value === undefined) return undefined;
    answers[named.indicator.key] = value;
  }
  return answers;
}

/** The indicator that a part begins with: by its label, or by words of it that no other label begins with. */
function nameIn(part: string, form: Form): { indicator: Indicator; rest: string } | undefined {
  const match = /^(.*?)[\s:=]+(\d.*|\p{L}+)$/su.exec(part.trim());
  const said = match?.[1] === undefined ? '' : fold(match[1]);
  if (said === '' || match?.[2] === undefined) return undefined;
  const exact = form.indicators.filter((indicator) => fold(indicator.label) === said);
  const named = exact.length > 0 ? exact : form.indicators.filter((indicator) => isPartOf(said, fold(indicator.label)));
  const [only, ...others] = named;
  return only && others.length === 0 ? { indicator: only, rest: match[2] } : undefined;
}

/** "smart" of "smart thanh hoa", "cbccvc" of "so cbccvc": whole words of the label, one after the other. */
const isPartOf = (said: string, label: string): boolean => ` ${label} `.includes(` ${said} `);
