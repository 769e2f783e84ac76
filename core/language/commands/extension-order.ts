/** A sentence of staff that gives units more time: "cho xã Quảng Bình thêm hạn đến 12/9 vì mất điện". */
import { numeralAt } from '../reading/numerals.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, tokensIn, type Word, written } from '../reading/tokens.ts';
import * as table from './extension-words.ts';

/** So much more time than there was. */
export type MoreTime = { amount: number; of: 'day' | 'working-day' | 'hour' };

const giving = patternsOf(table.giving);
const lettingLate = patternsOf(table.lettingLate);
const letting = patternsOf(table.letting);
const beforeLetting = patternsOf(table.beforeLetting);
const besideGiving = patternsOf(table.besideGiving);
const noOrder = patternsOf(table.noOrder);
const endsAt = patternsOf(table.endsAt);
const reasonLeads = patternsOf(table.reasonLeads);
const unitLeads = patternsOf(table.unitLeads);
const lengths = (['working-day', 'week', 'day', 'hour'] as const).map((of) => ({
  of,
  words: patternsOf(table.lengths[of]),
}));

/** A sentence, and no more of it: what is longer is no order. */
const longest = 400;
/** Nobody gives more than a year. */
const mostDays = 366;

type Length = { more: MoreTime; from: number; to: number; isMore: boolean };

/** The first length of time in the words; `from` and `to` count words. */
function lengthIn(words: readonly Word[]): Length | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const amount = isBehindLabel(words, at) ? undefined : amountAt(words, at);
    if (amount === undefined) continue;
    for (const { of, words: those } of lengths) {
      const end = those.endAt(words, amount.end);
      if (end === amount.end) continue;
      const isBefore = isWord(table.moreBefore, words[at - 1]);
      const isBehind = isWord(table.moreBehind, words[end]);
      const isClock = of === 'hour' && !isBefore && !isBehind && !isWord(table.span, words[end - 1]);
      if (isClock || amount.value > mostDays) return undefined;
      return {
        more: of === 'week' ? { amount: amount.value * 7, of: 'day' } : { amount: amount.value, of },
        from: isBefore ? at - 1 : at,
        to: isBehind ? end + 1 : end,
        isMore: isBefore || isBehind,
      };
    }
  }
  return undefined;
}

/** A number behind them is part of a name or a day: "Tiểu học số 2", "ngày 2". */
const isBehindLabel = (words: readonly Word[], at: number): boolean =>
  table.labels.some((label) => isWord(label, words[at - 1]));

function amountAt(words: readonly Word[], at: number): { value: number; end: number } | undefined {
  const found = numeralAt(words, at);
  if (found?.sureness !== 'sure' || found.value.places > 0) return undefined;
  const value = Number(found.value.units);
  return value > 0 ? { value, end: found.end } : undefined;
}

/** "thêm 2 ngày", "một tuần nữa": how much, and what stands before and behind it. Undefined where no length is said. */
export function readMoreTime(said: string): { more: MoreTime; before: string; behind: string } | undefined {
  if (said.length > longest) return undefined;
  const text = written(said);
  const words = tokensIn(text);
  const found = lengthIn(words);
  if (!found) return undefined;
  const [first, last] = [words[found.from], words[found.to - 1]];
  return { more: found.more, before: text.slice(0, first?.from).trim(), behind: text.slice(last?.to).trim() };
}

/** Where the order stands: before its reason, or behind the comma of a reason in front. */
function orderIn(words: readonly Word[]): { from: number; to: number } | undefined {
  const reason = reasonLeads.find(words);
  if (!reason) return { from: behindBareReason(words) ?? 0, to: words.length };
  if (reason.from > pastCourtesy(words, 0)) return { from: 0, to: reason.from };
  const comma = words.findIndex(({ text }, at) => at > reason.to && text === ',');
  return comma < 0 ? undefined : { from: comma + 1, to: words.length };
}

/** "mất điện nên cho …", "xã An Bình bị ngập, cho …": where the order begins behind what is only told. */
function behindBareReason(words: readonly Word[]): number | undefined {
  const at = words.findIndex(
    (word, i) =>
      i > 1 &&
      (word.text === ',' || table.therefore.some((one) => isWord(one, word))) &&
      letting.endAt(words, i + 1) > i + 1,
  );
  const isTold =
    at > 1 && letting.find(words.slice(0, at)) === undefined && noOrder.find(words.slice(0, at)) === undefined;
  return isTold ? at + 1 : undefined;
}

function pastCourtesy(words: readonly Word[], from: number): number {
  for (let at = from; ; ) {
    const end = beforeLetting.endAt(words, at);
    if (end === at) return at;
    at = end;
  }
}

type Span = { from: number; to: number };

/** The words that give more time; where `isLet`, also those that only do where somebody lets somebody. */
function givingIn(words: readonly Word[], isLet: boolean): Span | undefined {
  const found = giving.find(words) ?? (isLet ? lettingLate.find(words) : undefined);
  if (!found) return undefined;
  let { from, to } = found;
  while (from > 0 && besideGiving.endAt(words, from - 1) === from) from -= 1;
  while (besideGiving.endAt(words, to) === to + 1) to += 1;
  return { from, to };
}

/** Whether the words name a day by which something ends. */
const namesEnd = (words: readonly Word[]): boolean =>
  endsAt.find(words) !== undefined || words.some(({ text }, at) => text === '/' && words[at + 1]?.kind === 'number');

/** "cho xã An Bình thêm 2 ngày", "thêm 2 ngày cho xã An Bình", "cho xã An Bình đến 12/9": no other word gives more time. */
function letsOnly(words: readonly Word[], isLet: boolean): boolean {
  const lets = isLet || words.some((word) => isWord(table.lets, word));
  if (lets && lengthIn(words)?.isMore === true) return true;
  return isLet && unitLeads.endAt(words, 0) > 0 && endsAt.find(words) !== undefined && namesEnd(words);
}

function isOrder(rest: readonly Word[], given: Span | undefined, isLet: boolean): boolean {
  if (isWord(table.yet, rest.at(-1))) return false;
  if (!given) return noOrder.find(rest) === undefined && letsOnly(rest, isLet);
  const beside = [...rest.slice(0, given.from), ...rest.slice(given.to)];
  if (beside.length === 0 || noOrder.find(beside)) return false;
  return isLet || namesEnd(beside) || lengthIn(rest) !== undefined;
}

const [refusing, keepsDeadline] = [patternsOf(table.refusing), patternsOf(table.keepsDeadline)];

/** "không đồng ý, nhắc nộp đúng hạn": the one request that waits is refused. Undefined for anything else. */
export function readRefusal(said: string): '' | undefined {
  if (said.length > longest || said.includes('?')) return undefined;
  const words = tokensIn(written(said));
  const from = pastCourtesy(words, 0);
  const end = refusing.endAt(words, from);
  const next = words[end]?.kind === 'sign' ? end + 1 : end;
  return end > from && keepsDeadline.endAt(words, next) === words.length ? '' : undefined;
}

/** The reason in front, as one that is called so. */
function reasonBefore(words: readonly Word[], from: number, text: string): string {
  if (from === 0) return '';
  const told = text.slice(0, words[from - 1]?.from).replace(/[\s,]+$/u, '');
  return reasonLeads.find(words) ? text.slice(0, words[from]?.from) : `${table.reasonLead} ${told},`;
}

/**
 * What an order for more time says besides that it gives some: whom, until when and why, as it was written. Undefined for a text that
 * gives none: a question, a request, a refusal, or what is about something else. Takes linear time; never throws.
 */
export function readExtensionOrder(said: string): string | undefined {
  if (said.length > longest || said.trim().includes('\n') || said.includes('?')) return undefined;
  const text = written(said);
  const words = tokensIn(text);
  const order = orderIn(words);
  if (!order) return undefined;
  const from = pastCourtesy(words, order.from);
  const begun = letting.endAt(words, from);
  const isLet = begun > from;
  const rest = words.slice(begun, order.to);
  const given = givingIn(rest, isLet);
  if (!isOrder(rest, given, isLet)) return undefined;
  const startOf = (at: number): number => words[at]?.from ?? text.length;
  const kept = given
    ? [text.slice(startOf(begun), rest[given.from]?.from), text.slice(rest[given.to - 1]?.to)]
    : [text.slice(startOf(begun))];
  const parts = [reasonBefore(words, order.from, text), ...kept].map((part) => part.trim());
  return parts.filter(Boolean).join(' ');
}
