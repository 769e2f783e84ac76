/** One answer in one context, read as the service reads it and listed in words for a machine. */
import { askedIn } from '../../language/amounts/amount-at.ts';
import { amountText, readAmount } from '../../language/amounts/amounts.ts';
import { readCount } from '../../language/amounts/count.ts';
import { progressText, readProgress } from '../../language/progress/progress.ts';
import { plainDecimal } from '../../language/reading/decimal.ts';
import { whenText } from '../../language/speech/moments.ts';
import { readSpeech, type Speech } from '../../language/speech/speech.ts';
import { readCountsTold } from '../counts.ts';
import { readReadBack } from '../read-back/read-back.ts';
import { partRemark } from '../remarks/remark-named.ts';
import type { Answers, ReportForm } from '../report.ts';

/** The kinds and values are those of the command `answers read`. A value that ends in "?" is asked for, never kept. */
export type ListedAnswer = { kind: string; value: string };

const listed = (kind: string, value = ''): ListedAnswer => ({ kind, value });

/** What a context needs besides the text. */
export type AnswerSetting = { form: ReportForm; standing: Answers };

/**
 * Reads an answer in a context: `count:N`, `measure:UNIT`, `money:UNIT`, `percent`, `progress:1..N`, `counts:LABELS`,
 * `confirm` or `idle`. Undefined for any other context.
 */
export function readInContext(context: string, text: string, setting: AnswerSetting): ListedAnswer | undefined {
  const [name = '', detail = ''] = partsOf(context);
  switch (name) {
    case 'count':
      return listCount(text, /^\d+$/.test(detail) ? Number(detail) : undefined);
    case 'measure':
    case 'money':
      return listAmount(text, readAmount(text, askedIn(name, detail)));
    case 'percent':
      return listAmount(text, readAmount(text, { kind: 'percent' }));
    case 'progress':
      return listProgress(text, Number(/(\d+)$/.exec(detail)?.[1] ?? 0));
    case 'counts':
      return listCounts(text, setting.form);
    case 'confirm':
      return listReadBack(text, setting);
    case 'idle':
      return listSpeech(readSpeech(text));
    default:
      return undefined;
  }
}

const partsOf = (context: string): [string, string] => {
  const at = context.indexOf(':');
  return at < 0 ? [context, ''] : [context.slice(0, at), context.slice(at + 1)];
};

function listCount(text: string, total: number | undefined): ListedAnswer {
  const reading = readCount(text, total);
  switch (reading.type) {
    case 'count':
      return listed('integer', String(reading.value));
    case 'fraction':
      return listed('fraction', `${reading.value}/${reading.of}`);
    case 'percent':
      return listed('percent', plainDecimal(reading.value));
    case 'none':
      return listed('zero', '0');
    case 'all':
      return listed('all', 'N');
    case 'unclear':
      return listed('ambiguous');
    case 'other':
      return listed('not_a_number');
  }
}

/** What surely answers nothing; anything else that is not read is asked about. */
const noAnswers: readonly Speech['act'][] = [
  'promise',
  'phone',
  'extension',
  'excuse',
  'paper-number',
  'paper-sent',
  'question',
  'wrong-person',
  'delegates',
  'attachment',
  'thanks',
  'greeting',
  'erase',
  'acknowledge',
  'cancel',
  'not-ready',
  'sent',
  'complaint',
  'date',
];

const isNoAnswer = (text: string): boolean => {
  const speech = readSpeech(text);
  return speech !== undefined && noAnswers.includes(speech.act);
};

function listAmount(text: string, reading: ReturnType<typeof readAmount>): ListedAnswer {
  if (readSpeech(text)?.act === 'phone') return listed('not_a_number');
  if (reading.type !== 'unclear') return listed(reading.type, amountText(reading));
  return !reading.isAmount && isNoAnswer(text) ? listed('not_a_number') : listed('ambiguous');
}

function listProgress(text: string, count: number): ListedAnswer {
  const reading = readProgress(text, count);
  return reading.type === 'progress' ? listed('progress', progressText(reading.tasks)) : listed('ambiguous');
}

function listCounts(text: string, form: ReportForm): ListedAnswer {
  const reading = readCountsTold(text, form) ?? readCountsTold(partRemark(text, form)?.said ?? '', form);
  if (!reading) return listed('ambiguous');
  const values = form.indicators.flatMap(({ key }) =>
    reading.figures.has(key) ? [`${key}=${reading.figures.get(key) ?? '?'}`] : [],
  );
  return listed(reading.isSure ? 'values' : 'confirm', values.join(';'));
}

function listReadBack(text: string, { form, standing }: AnswerSetting): ListedAnswer {
  const reading = readReadBack(text, form, standing);
  if (reading.type !== 'change') return listed(reading.type);
  const values = form.indicators.flatMap(({ key }) =>
    reading.figures.has(key) ? [`${key}=${reading.figures.get(key) ?? '?'}`] : [],
  );
  return listed('change', [...values, ...(reading.unnamed === undefined ? [] : [`?=${reading.unnamed}`])].join(';'));
}

const actNames: Partial<Record<Speech['act'], string>> = {
  'paper-sent': 'claims-paper-sent',
  'paper-number': 'claims-paper-sent',
  sent: 'claims-reported',
  extension: 'extension-request',
  excuse: 'excuse-request',
  'not-ready': 'promise',
  erase: 'privacy-request',
};

function listSpeech(speech: Speech | undefined): ListedAnswer {
  if (!speech) return listed('unclear');
  const kind = actNames[speech.act] ?? speech.act;
  if (speech.act === 'promise' || speech.act === 'extension')
    return listed(kind, speech.when ? whenText(speech.when) : '?');
  if (speech.act === 'delegates') return listed(kind, speech.name ?? '?');
  return listed(kind, speech.act === 'not-ready' ? '?' : '');
}
