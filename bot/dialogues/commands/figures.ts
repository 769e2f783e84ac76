/** Where a directive stands, and the papers that say so. */
import { readDrillRequest } from '../../../core/figures/drill-down.ts';
import { drillChoices, drillDown, nothingThere } from '../../../messages/chat/drill-down/view.ts';
import { hasChart, offerPapers, sendPaper } from '../../../messages/chat/papers-in-chat.ts';
import { groupSummaryMessage, noDirective, summaryMessage } from '../../../messages/chat/summary.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { unitsActedFor } from '../shape/roles.ts';
import { idIn } from './arguments.ts';
import { readPaperRequest } from './paper-request.ts';

export const summaryCommand: ChatCommand = {
  slash: ['summary', 'tonghop'],
  words: ['tong hop', 'summary'],
  for: 'chaser',
  where: 'both',
  needs: (argument) => [{ type: 'summary', ...readDrillRequest(argument) }],
  reply: ({ summary: read, now }, argument) => {
    if (!read) return { say: saying(noDirective()) };
    const { summary, view, papers } = read;
    if (readDrillRequest(argument).request.to === 'summary')
      return { say: { text: summaryMessage(summary, now), choices: drillChoices(summary, hasChart(papers)) } };
    return { say: view ? drillDown(summary, view) : nothingThere(summary) };
  },
  inGroup: {
    needs: () => [{ type: 'groupSummary' }],
    reply: ({ bound, person, groupSummary: read, now }) => {
      if (!bound || !unitsActedFor('chaser', person).includes(bound.issuerId)) return { effects: [], say: undefined };
      const text = read ? groupSummaryMessage(read.summary, read.owing, now) : noDirective();
      return { effects: [], say: { to: 'group', text } };
    },
  },
};

export const papersCommand: ChatCommand = {
  slash: ['xuat'],
  words: ['xuat bao cao', 'xuat'],
  for: 'chaser',
  where: 'private',
  needs: (argument) => [{ type: 'papers', directive: readPaperRequest(argument).directive }],
  reply: ({ papers }, argument) => {
    if (!papers) return { say: saying(noDirective()) };
    const { format } = readPaperRequest(argument);
    return { say: format ? sendPaper(papers, format) : offerPapers(papers) };
  },
};

export const chartCommand: ChatCommand = {
  slash: ['bieudo'],
  words: ['bieu do'],
  for: 'chaser',
  where: 'private',
  needs: (argument) => [{ type: 'papers', directive: idIn(argument) }],
  reply: ({ papers }) => ({ say: papers ? sendPaper(papers, 'png') : saying(noDirective()) }),
};
