/** Where a directive stands, and the papers that say so. */

import { commandWords, everydayWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { burdenOfMonth, burdenOfUnit } from '../../../messages/chat/burden.ts';
import { reconciliationText } from '../../../messages/chat/consolidation/reconciliation.ts';
import { offerPapers, sendPaper } from '../../../messages/chat/papers-in-chat.ts';
import { severalUnits, unknownDirective, unknownUnit } from '../../../messages/chat/staff.ts';
import { groupSummaryMessage, noDirective } from '../../../messages/chat/summary.ts';
import { tellParts, tellSummary } from '../figures/tell.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { isOneOf, unitsActedFor } from '../shape/roles.ts';
import { askForIssued, behindDirective } from './directive-asked.ts';
import { readPaperFormat } from './paper-request.ts';

export const summaryCommand: ChatCommand = {
  slash: ['summary', 'tonghop'],
  words: commandWords.tonghop,
  leading: leadingWords.tonghop,
  isOfDirective: true,
  for: 'overseer',
  where: 'both',
  needs: (words) => [{ type: 'directive', words, orUnit: true }, { type: 'summary' }, { type: 'parts' }],
  // Who follows no office sees what their unit consolidates.
  reply: (context, words) =>
    isOneOf('chaser', context.person)
      ? (askForIssued(context, 'tonghop') ?? tellSummary(context))
      : tellParts(context, words),
  inGroup: {
    needs: (words) => [{ type: 'groupSummary', words }],
    reply: ({ bound, person, groupSummary: read, now }) => {
      if (!bound || !unitsActedFor('chaser', person).includes(bound.issuerId)) return { effects: [], say: undefined };
      if (read && 'unknown' in read) return { effects: [], say: { to: 'group', text: unknownDirective(read.unknown) } };
      const text = read ? groupSummaryMessage(read.summary, read.owing, now) : noDirective();
      return { effects: [], say: { to: 'group', text } };
    },
  },
};

/** The sum over the units beside that of what bodies sent up. */
export const reconcileCommand: ChatCommand = {
  slash: ['doichieusolieu'],
  words: commandWords.doichieusolieu,
  isOfDirective: true,
  for: 'chaser',
  where: 'private',
  needs: (words) => [{ type: 'directive', words }, { type: 'reconciliation' }],
  reply: (context) => {
    const asked = askForIssued(context, 'doichieusolieu');
    if (asked) return asked;
    const { reconciliation: read, now } = context;
    return { say: saying(read ? reconciliationText(read.directive, read.sums, now) : noDirective()) };
  },
};

export const papersCommand: ChatCommand = {
  slash: ['xuat'],
  words: commandWords.xuat,
  everyday: everydayWords.xuat,
  leading: leadingWords.xuat,
  isOfDirective: true,
  for: 'chaser',
  where: 'private',
  needs: (words) => [{ type: 'directive', words }, { type: 'papers' }],
  reply: (context) => {
    const asked = askForIssued(context, 'xuat');
    if (asked) return asked;
    const { papers } = context;
    if (!papers) return { say: saying(noDirective()) };
    const format = readPaperFormat(behindDirective(context));
    return { say: format ? sendPaper(papers, format) : offerPapers(papers) };
  },
};

export const chartCommand: ChatCommand = {
  slash: ['bieudo'],
  words: commandWords.bieudo,
  leading: leadingWords.bieudo,
  isOfDirective: true,
  for: 'chaser',
  where: 'private',
  needs: (words) => [{ type: 'directive', words }, { type: 'papers' }],
  reply: (context) =>
    askForIssued(context, 'bieudo') ?? {
      say: context.papers ? sendPaper(context.papers, 'png') : saying(noDirective()),
    },
};

/** What reporting takes of units. */
export const burdenCommand: ChatCommand = {
  slash: ['ganhnang'],
  words: commandWords.ganhnang,
  leading: leadingWords.ganhnang,
  for: 'chaser',
  where: 'private',
  needs: (words) => [{ type: 'burden', words }],
  reply: ({ burden }) => {
    const read = required(burden, 'burden');
    if (read.of === 'month') return { say: saying(burdenOfMonth(read, read.month)) };
    if (read.of === 'unit') return { say: saying(burdenOfUnit(read.name, read.lines)) };
    return { say: read.units.length === 0 ? saying(unknownUnit(read.words)) : severalUnits('ganhnang', read.units) };
  },
};
