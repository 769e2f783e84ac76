/** Reads a question over the ledger from what somebody types. */
import { readDigits } from '../reading/figures.ts';
import type { Patterns } from '../reading/patterns.ts';
import { isWord, tokensIn, type Word, written } from '../reading/tokens.ts';
import * as table from './ask-words.ts';
import { asksElliptically } from './elliptical.ts';
import { asksRanked, nameWithShare, sharesAsked } from './of-rank.ts';
import { asksOfSection } from './of-section.ts';
import { asksContact, asksOfUnit } from './of-unit.ts';
import type { AskedStanding, LedgerAsk, LedgerQuestion } from './question.ts';
import {
  areOnly,
  cutOut,
  hasOtherFigure,
  kindIn,
  nameIn,
  phrases,
  trimmed,
  unitsIn,
  withoutCourtesy,
  wordsSaid,
} from './subject.ts';

/** A question is one sentence. */
const longest = 200;
const mostWords = 30;

const standings = Object.entries(table.standingWords).map(
  ([standing, words]) => [standing as AskedStanding, phrases(words)] as const,
);
const besideStandings = phrases(table.besideStandings);
const send = phrases('@send');
const percentSign = phrases(table.percentAsked);

const hasFigure = (words: readonly Word[]): boolean => words.some(({ kind }) => kind === 'number');

const today = phrases(table.todayWords);
const gained = phrases(table.gainedWords);
const [first, last] = [phrases(table.firstPhrases), phrases(table.lastPhrases)];
const sentWords = phrases(`${table.standingWords.reported} | ${table.standingWords.owing}`);

/** "ai nộp sớm nhất". */
function asksOrder(words: readonly Word[]): LedgerAsk | undefined {
  for (const [end, pattern] of [
    ['first', first],
    ['last', last],
  ] as const) {
    const cut = cutOut(pattern, words);
    const of = cut && unitsIn(cut.rest);
    const sent = of && cutOut(send, of.rest);
    if (of && areOnly(besideStandings, sent?.rest ?? of.rest)) return { about: 'order', end, kind: of.units.kind };
  }
  return undefined;
}

const reported = phrases(table.standingWords.reported);

/** "hôm nay có ai nộp thêm không", "sáng nay thêm được mấy xã". */
function asksToday(words: readonly Word[]): LedgerAsk | undefined {
  const said = cutOut(today, words);
  if (!said) return undefined;
  for (const pattern of [reported, gained]) {
    const of = unitsIn(cutOut(pattern, said.rest)?.rest ?? []);
    if (of && !hasFigure(of.rest) && areOnly(besideStandings, of.rest))
      return { about: 'units', standing: 'today', kind: of.units.kind, counts: of.units.how === 'many' };
  }
  return undefined;
}

/** "ai chưa nộp", "bao nhiêu trường đã nộp", "các xã quá hạn"; behind it perhaps the figure that is lacking. */
function asksStanding(words: readonly Word[]): LedgerAsk | undefined {
  for (const [standing, pattern] of standings) {
    if (standing === 'reported' && today.find(words)) return asksToday(words);
    const cut = cutOut(pattern, words);
    const of = cut && unitsIn(cut.rest);
    if (!cut || !of || hasFigure(of.rest)) continue;
    const { kind, how } = of.units;
    const rest = cutOut(today, of.rest)?.rest ?? of.rest;
    if (areOnly(besideStandings, rest)) return { about: 'units', standing, kind, counts: how === 'many' };
    const named = nameIn(cut.behind);
    const isFigure = standing === 'owing' && how !== 'group' && named !== '';
    if (isFigure && areOnly(besideStandings, unitsIn(cut.before)?.rest ?? [])) return { about: 'without', named, kind };
  }
  return undefined;
}

const sides = [
  ['below', phrases(table.below)],
  ['above', phrases(table.above)],
  ['equal', phrases(table.equal)],
] as const;

/** "xã nào Bluezone dưới 50%". */
function asksBounded(words: readonly Word[]): LedgerAsk | undefined {
  for (const [side, pattern] of sides) {
    for (let at = 0; at < words.length; at += 1) {
      const end = pattern.endAt(words, at);
      const number = words[end];
      const read = end > at && number?.kind === 'number' ? readDigits(number.text) : undefined;
      if (!read) continue;
      const behind = percentSign.endAt(words, end + 1);
      const of = unitsIn([...words.slice(0, at), ...words.slice(behind)]);
      if (!of || hasFigure(of.rest)) return undefined;
      const { kind } = of.units;
      return {
        about: 'bounded',
        side,
        than: read.value,
        isShare: behind > end + 1,
        named: nameWithShare(of.rest),
        kind,
      };
    }
  }
  return undefined;
}

const compared = phrases(table.comparedWords);
const besideCompared = phrases(table.besideCompared);

/** "so với kỳ trước thế nào". */
function asksCompared(words: readonly Word[]): LedgerAsk | undefined {
  const cut = cutOut(compared, words);
  if (!cut || hasFigure(cut.rest)) return undefined;
  const of = unitsIn(cut.rest);
  const rest = trimmed(of?.rest ?? cut.rest, { front: besideCompared, back: besideCompared });
  return { about: 'compared', named: nameIn(rest), kind: of?.units.kind ?? '' };
}

const [average, total, noTotal, howMuch] = [table.averageWords, table.totalPhrases, table.noTotal, table.howMuch].map(
  phrases,
) as [Patterns, Patterns, Patterns, Patterns];

/** "tổng Bluezone các trường", "tỷ lệ QR", "bình quân mỗi xã", "Bluezone xã An Bình bao nhiêu". */
function asksFigure(words: readonly Word[]): LedgerAsk | undefined {
  if (noTotal.endAt(words, 0) > 0) return undefined;
  const ways = [
    ['share', cutOut(sharesAsked, words)],
    ['average', cutOut(average, words)],
    ['total', total.endAt(words, 0) > 0 ? cutOut(total, words) : undefined],
  ] as const;
  const found = ways.find(([, one]) => one !== undefined);
  const [how, cut] = found ?? (['total', cutOut(howMuch, words) ?? ofGroup(words)] as const);
  if (!cut || hasOtherFigure(cut.rest)) return undefined;
  const isPlain = found !== undefined;
  const rest = cutOut(howMuch, cut.rest)?.rest ?? cut.rest;
  const of = unitsIn(rest);
  const named = of?.rest ?? rest;
  const reported = isPlain ? asksShareReported(rest) : undefined;
  if (reported) return reported;
  const name = nameIn(named) || wordsSaid(named);
  return name === '' ? undefined : { about: 'figure', how, named: name, kind: of?.units.kind ?? '', isPlain };
}

const [figureLeads, wholeArea] = [phrases(table.figureLeads), phrases(table.wholeArea)];

/** "số người cài Bluezone của các trường": a figure of several units, where nothing else says that it is asked for. */
const ofGroup = (words: readonly Word[]): { rest: readonly Word[] } | undefined =>
  figureLeads.endAt(words, 0) > 0 && (unitsIn(words)?.units.how === 'group' || wholeArea.find(words) !== undefined)
    ? { rest: words }
    : undefined;

const completion = phrases(table.completionWords);

/** "tỷ lệ các xã đã nộp", "bao nhiêu phần trăm đơn vị đã nộp". */
function asksShareReported(words: readonly Word[]): LedgerAsk | undefined {
  const sent = cutOut(completion, words) ?? cutOut(sentWords, words);
  const of = sent && unitsIn(sent.rest);
  const kind = of
    ? { kind: of.units.kind, rest: of.rest }
    : sent && (kindIn(sent.rest) ?? { kind: '', rest: sent.rest });
  return kind && areOnly(besideStandings, kind.rest)
    ? { about: 'units', standing: 'reported', kind: kind.kind, counts: true }
    : undefined;
}

const [risk, expected, besideExpected] = [table.riskWords, table.expectedWords, table.besideExpected].map(phrases) as [
  Patterns,
  Patterns,
  Patterns,
];

const [whetherInTime, besideInTime] = [phrases(table.whetherInTime), phrases(table.besideInTime)];

/** "ai có nguy cơ chậm", "dự kiến đến hạn có bao nhiêu đơn vị nộp". */
function asksForecast(words: readonly Word[]): LedgerAsk | undefined {
  const late = cutOut(risk, words);
  const of = late && unitsIn(late.rest);
  if (of && areOnly(besideStandings, of.rest)) return { about: 'forecast' };
  const inTime = cutOut(whetherInTime, words);
  if (inTime && areOnly(besideInTime, inTime.rest)) return { about: 'forecast' };
  const cut = expected.endAt(words, 0) > 0 ? cutOut(expected, words) : undefined;
  return cut && cut.rest.length > 0 && areOnly(besideExpected, cut.rest) ? { about: 'forecast' } : undefined;
}

/** What is asked in these words, by the first that fits: what says more stands before what is a part of it. */
const readers: readonly ((words: readonly Word[]) => LedgerAsk | undefined)[] = [
  asksForecast,
  asksCompared,
  asksOfSection,
  asksBounded,
  asksOrder,
  asksRanked,
  asksStanding,
  asksContact,
  asksElliptically,
  asksOfUnit,
  asksFigure,
];

/** "của văn bản số 07/UBND-VP": which directive is meant. */
const anyOf = (list: string): string => `(?:${list.replaceAll(' | ', '|')})`;
const directiveNamed = new RegExp(
  `(?:${anyOf(table.directiveLinks)} )?(?<![\\p{L}\\d])${anyOf(table.directiveNouns)}(?: ${anyOf(table.numberMarks)})? (\\d[\\p{L}\\d&./-]*)`,
  'iu',
);

/** Signs that say nothing. */
const silent = /^[?!.,;:"'()\u201c\u201d\u2026]$/;

/**
 * The question over the ledger that a text asks; undefined where it asks none, or is longer than 200 characters. Every word of it
 * is known, or may be a name. Takes linear time; never throws.
 */
export function readLedgerQuestion(said: string): LedgerQuestion | undefined {
  if (said.length > longest || said.trim().includes('\n')) return undefined;
  const text = written(said);
  const directive = directiveNamed.exec(text)?.[1] ?? '';
  const all = tokensIn(directive === '' ? text : text.replace(directiveNamed, ' '));
  const words = withoutCourtesy(all.filter(({ text: word, kind }) => kind !== 'sign' || !silent.test(word)));
  if (words.length < 2 || all.length > mostWords || isStated(words)) return undefined;
  for (const read of readers) {
    const ask = read(words);
    if (ask) return { directive: directive.replace(/[.,]$/, ''), ask };
  }
  return undefined;
}

/** Who speaks of what they do themselves tells something. */
const isStated = (words: readonly Word[]): boolean =>
  words.some(({ kind, text }) => kind === 'sign' && text !== '%' && text !== '/' && text !== '-') ||
  isWord('xin', words[0]);
