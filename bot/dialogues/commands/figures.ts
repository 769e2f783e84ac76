/** Where a directive stands, and the papers that say so. */
import { commandWords, everydayWords, leadingWords } from '../../../core/language/command-words.ts';
import { offerPapers, sendPaper } from '../../../messages/chat/papers-in-chat.ts';
import { unknownDirective } from '../../../messages/chat/staff.ts';
import { groupSummaryMessage, noDirective } from '../../../messages/chat/summary.ts';
import { tellSummary } from '../figures/tell.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { unitsActedFor } from '../shape/roles.ts';
import { askForIssued, behindDirective } from './directive-asked.ts';
import { readPaperFormat } from './paper-request.ts';

export const summaryCommand: ChatCommand = {
  slash: ['summary', 'tonghop'],
  words: commandWords.tonghop,
  leading: leadingWords.tonghop,
  isOfDirective: true,
  for: 'chaser',
  where: 'both',
  needs: (words) => [{ type: 'directive', words }, { type: 'summary' }],
  reply: (context) => askForIssued(context, 'tonghop') ?? tellSummary(context),
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
