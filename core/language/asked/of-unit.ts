/** Questions about one unit: how it stands, who reported for it, whom to call there. */
import type { Patterns } from '../reading/patterns.ts';
import type { Word } from '../reading/tokens.ts';
import * as table from './ask-words.ts';
import type { LedgerAsk } from './question.ts';
import { areOnly, cutOut, hasOtherFigure, isUnitName, phrases, trimmed, unitsIn, wordsSaid } from './subject.ts';

const besideNames = phrases(table.besideNames);
const [whether, sender, when, sentAt] = [table.whether, table.sender, table.when, table.sentAt].map(phrases) as [
  Patterns,
  Patterns,
  Patterns,
  Patterns,
];
const [howOften, correctedAt] = [phrases(table.howOften), phrases(table.correctedAt)];
const own = phrases(table.ownWords);
const troubles = phrases(table.unitTroubles);
const noNames = phrases(table.noNames);
const [whyWords, notSent] = [phrases(table.whyWords), phrases(table.notSent)];

/** A number stands there that belongs to no name of a unit. */
const isCounted = (words: readonly Word[]): boolean => hasOtherFigure(words) && !isUnitName(wordsSaid(words));

/** "16438": units have codes of so many digits, and nothing else is named so. */
const isCode = ([only, ...others]: readonly Word[]): boolean =>
  others.length === 0 && only?.kind === 'number' && /^\d{4,6}$/.test(only.text);

/** Who asks of themselves asks no ledger. */
const unitNamed = (words: readonly Word[]): string => {
  const name = trimmed(words, { front: besideNames, back: besideNames });
  const isNone = own.find(name) || (isCounted(name) && !isCode(name)) || areOnly(noNames, name);
  return isNone ? '' : wordsSaid(name);
};

/** "xã An Bình nộp chưa", "ai nộp báo cáo của xã An Bình, lúc nào", "xã An Bình sửa mấy lần". */
export function asksOfUnit(words: readonly Word[]): LedgerAsk | undefined {
  const held = cutOut(troubles, words);
  if (held && held.before.length > 0 && held.behind.length === 0) return asked('troubles', held.before);
  const why = whyWords.endAt(words, 0);
  const late = why > 0 ? cutOut(notSent, words.slice(why)) : undefined;
  if (late && late.behind.length === 0) return asked('troubles', late.before);
  const times = cutOut(howOften, words);
  const corrected = times && cutOut(correctedAt, times.rest);
  if (corrected) return asked('revisions', corrected.rest);
  const at = cutOut(when, words);
  const who = cutOut(sender, at?.rest ?? words);
  if (who && who.before.length === 0) return asked('sender', who.rest);
  if (who && at === undefined && who.behind.length === 0) return asked('sender', who.rest);
  const sent = at && cutOut(sentAt, at.rest);
  if (sent && sent.before.length > 0) return asked('sender', sent.rest);
  const cut = cutOut(whether, words);
  return cut && cut.before.length > 0 && cut.behind.length === 0 && !unitsIn(words)
    ? asked('state', cut.before)
    : undefined;
}

const asked = (what: Extract<LedgerAsk, { about: 'unit' }>['what'], words: readonly Word[]): LedgerAsk | undefined => {
  const unit = unitNamed(words);
  return unit === '' || unitsIn(words) ? undefined : { about: 'unit', what, unit };
};

const contact = phrases(table.contactWords);
const besideContact = phrases(table.besideContact);
const [headAsked, besideHead] = [phrases(table.headAsked), phrases(table.besideHead)];

/** "số điện thoại xã An Bình". */
export function asksContact(words: readonly Word[]): LedgerAsk | undefined {
  const cut = cutOut(contact, words);
  if (!cut) return asksHead(words);
  if (unitsIn(cut.rest)) return undefined;
  const unit = trimmed(cut.rest, { front: besideContact, back: besideContact });
  const isOwn = own.find(unit) !== undefined || isCounted(unit);
  return unit.length === 0 || isOwn ? undefined : { about: 'contact', unit: wordsSaid(unit) };
}

/** "ai phụ trách xã An Bình", "chủ tịch xã An Bình là ai". */
function asksHead(words: readonly Word[]): LedgerAsk | undefined {
  const head = cutOut(headAsked, words);
  const unit = head ? trimmed(head.rest, { front: besideHead, back: besideHead }) : [];
  const isNamed = unit.length > 1 && isUnitName(wordsSaid(unit)) && !own.find(unit) && !unitsIn(unit);
  return isNamed ? { about: 'contact', unit: wordsSaid(unit) } : undefined;
}
