/** Reads the figures of a page: each field as the chat reads an answer, then what must hold between them. */
import { type EnteredForm, type FileTaken, filePlace } from '../../../core/conversation/form.ts';
import { readRemark } from '../../../core/language/assent/remark.ts';
import { normalise } from '../../../core/language/text.ts';
import { findBrokenRule, withFormulas } from '../../../core/reports/computed.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { denominatorFor } from '../../../core/reports/indicators.ts';
import type { Indicator, ObligationFact, Value } from '../../../core/reports/obligation.ts';
import { findDoubt, namesOfDoubt } from '../../../core/reports/plausible/doubt.ts';
import { type Answers, enteredOnly, findExceeding, firstUnanswered } from '../../../core/reports/report.ts';
import { sureAmount } from '../../../messages/chat/figures/amounts.ts';
import { brokenRule } from '../../../messages/chat/figures/rules.ts';
import { unclear, zero } from '../../../messages/chat/report.ts';
import { doubtful } from '../../../messages/chat/talk/asking-back.ts';
import { formFault } from '../../../messages/pages/form.ts';
import { readAnswer } from '../report/answer.ts';
import type { Draft } from '../shape/draft.ts';
import type { Intent } from '../shape/intent.ts';
import { fieldText } from './field-text.ts';

/** So much is kept of a text or a remark. */
const longestText = 1000;

/** What was read of a page's figures. Faults, doubts and texts go by the key of their indicator. */
export type FiguresRead = {
  answers: Answers;
  faults: Map<string, string>;
  doubts: Map<string, { name: string; text: string }[]>;
  missing: Indicator[];
  /** What is wrong with several figures together. */
  problems: string[];
  /** What stood in brackets behind figures. */
  asides: string[];
};

/** Of a page without figures, or before any was read. */
export const noFigures = (): FiguresRead => ({
  answers: {},
  faults: new Map(),
  doubts: new Map(),
  missing: [],
  problems: [],
  asides: [],
});

type Read =
  | { type: 'value'; value: Value; aside?: string | undefined }
  | { type: 'doubt'; value: Exact; text: string }
  | { type: 'fault'; text: string };

/** What a field says: an amount is in the unit that stands beside it, a choice has its own words. */
function intentOf({ kind, options }: Indicator, text: string): Intent | undefined {
  if (kind === 'yes-no' && (text === 'yes' || text === 'no')) return { type: 'choice', id: text };
  if (kind !== 'choice') return { type: 'answer', text: kind === 'percent' && /\d$/.test(text) ? `${text}%` : text };
  const at = options.indexOf(text);
  return at < 0 ? undefined : { type: 'choice', id: `o${at}` };
}

function readField(form: ObligationFact, indicator: Indicator, text: string, answers: Answers): Read {
  if (text.length > longestText) return { type: 'fault', text: formFault.tooLong(indicator.label, longestText) };
  const intent = intentOf(indicator, text);
  if (!intent) return { type: 'fault', text: formFault.choose(indicator.label) };
  const reading = readAnswer(form, indicator, intent, answers);
  switch (reading.type) {
    case 'value':
      return { type: 'value', value: reading.value, aside: reading.aside };
    case 'zero':
      return /\d/.test(text)
        ? { type: 'value', value: { type: 'number', value: 0 } }
        : { type: 'doubt', value: 0, text: zero(indicator).text };
    case 'sure':
      return { type: 'doubt', value: reading.value, text: sureAmount(indicator, reading.value).text };
    case 'sure-day':
      return { type: 'value', value: { type: 'text', value: reading.day }, aside: undefined };
    case 'refused':
      return {
        type: 'fault',
        text: indicator.kind === 'yes-no' ? unclear(form, indicator) : reading.why,
      };
  }
}

/** Reads every field that was typed in; one that says what stood there before is not asked about once more. */
export function readFigureFields(
  form: ObligationFact,
  { figures: typed, sure }: Pick<EnteredForm, 'figures' | 'sure'>,
  before: Draft,
  files?: ReadonlyMap<string, FileTaken>,
): FiguresRead {
  const read = noFigures();
  for (const indicator of enteredOnly(form).indicators) {
    const { key } = indicator;
    const file = indicator.kind === 'file' ? files?.get(filePlace.figure(key)) : undefined;
    if (file?.type === 'kept') read.answers[key] = { type: 'text', value: file.mark };
    if (file?.type === 'refused') read.faults.set(key, file.why);
    const text = normalise(typed.get(key) ?? '');
    if (file || text === '') continue;
    const known = before.answers[key];
    if (known && fieldText(indicator, known) === text) {
      read.answers[key] = known;
      continue;
    }
    const field = readField(form, indicator, text, read.answers);
    if (field.type === 'fault') read.faults.set(key, field.text);
    else if (field.type === 'value') {
      read.answers[key] = field.value;
      if (field.aside !== undefined) read.asides.push(field.aside);
    } else takeDoubt(read, indicator, field, sure);
  }
  read.answers = withFormulas(form, read.answers);
  findFaultsBetween(form, read);
  findDoubts(form, read, sure);
  read.missing = missingIn(form, read);
  return read;
}

/** A figure that is likely meant counts once it was ticked. */
function takeDoubt(
  read: FiguresRead,
  { key }: Indicator,
  { value, text }: { value: Exact; text: string },
  sure: readonly string[],
): void {
  const name = `${key}=${value}`;
  if (sure.includes(name)) read.answers[key] = { type: 'number', value };
  else read.doubts.set(key, [{ name, text }]);
}

function findFaultsBetween(form: ObligationFact, read: FiguresRead): void {
  const left = { ...read.answers };
  for (let found = findExceeding(form, left); found; found = findExceeding(form, left)) {
    const of = denominatorFor(form, found);
    if (of) read.faults.set(found.key, formFault.exceeds(found, of, left));
    delete left[found.key];
  }
  const wholes = form.indicators.filter(({ key }) => form.indicators.some(({ partOf }) => partOf === key));
  const rules = [
    ...(form.rules ?? []).map((rule) => ({
      indicators: form.indicators.map((one) => ({ ...one, partOf: null })),
      rules: [rule],
    })),
    ...wholes.map((whole) => ({
      indicators: form.indicators.filter(({ key, partOf }) => key === whole.key || partOf === whole.key),
    })),
  ];
  read.problems = rules.flatMap((each) => {
    const broken = findBrokenRule(each, read.answers);
    return broken ? brokenRule(broken, read.answers).text : [];
  });
}

function findDoubts(form: ObligationFact, read: FiguresRead, sure: readonly string[]): void {
  const named = [...sure];
  for (let doubt = findDoubt(form, read.answers, named); doubt; doubt = findDoubt(form, read.answers, named)) {
    const names = namesOfDoubt(doubt, read.answers);
    const [first] = doubt.figures.map(({ indicator }) => indicator);
    if (!first) return;
    const asked = read.doubts.get(first.key) ?? [];
    read.doubts.set(first.key, [...asked, { name: names.join(' '), text: doubtful(form, doubt, read.answers).text }]);
    named.push(...names);
  }
}

function missingIn(form: ObligationFact, { answers, faults, doubts }: FiguresRead): Indicator[] {
  const left = { ...answers };
  const missing: Indicator[] = [];
  for (let next = firstUnanswered(form, left); next; next = firstUnanswered(form, left)) {
    if (!faults.has(next.key) && !doubts.has(next.key)) missing.push(next);
    left[next.key] = { type: 'text', value: '' };
  }
  return missing;
}

/** A remark: text, null where somebody wrote that there is none, undefined where nothing was written. */
export type NoteRead = { note: string | null | undefined; fault: string | undefined };

/** Reads the remark with what stood in brackets behind figures. */
export function readNote(typed: string, asides: readonly string[], label: string): NoteRead {
  const said = normalise(typed);
  const added = asides.filter((aside) => !said.includes(aside));
  const isNone = said !== '' && readRemark(said).type === 'none';
  const text = [...added, ...(isNone ? [] : [said])].filter((part) => part !== '').join('; ');
  if (text.length > longestText) return { note: undefined, fault: formFault.tooLong(label, longestText) };
  return { note: text === '' ? (isNone ? null : undefined) : text, fault: undefined };
}
