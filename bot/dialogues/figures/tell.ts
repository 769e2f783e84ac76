import type { Context } from '../../../core/conversation/context.ts';
import { drillChoices, drillDown, nothingThere } from '../../../messages/chat/drill-down/view.ts';
import { hasChart } from '../../../messages/chat/papers-in-chat.ts';
import { noDirective, summaryMessage } from '../../../messages/chat/summary.ts';
import { type Reply, saying } from '../shape/reply.ts';

/** The summary that was read, or what was asked for behind it. */
export function tellSummary({ summary: read, now }: Context): Reply {
  if (!read) return { say: saying(noDirective()) };
  const { summary, request, view, papers } = read;
  if (request.to === 'summary')
    return { say: { text: summaryMessage(summary, now), choices: drillChoices(summary, hasChart(papers)) } };
  return { say: view ? drillDown(summary, view) : nothingThere(summary) };
}
