import type { Context } from '../../../core/conversation/context.ts';
import { findDirective } from '../../../core/directives/find.ts';
import { noPart, partSummary } from '../../../messages/chat/consolidation/part.ts';
import { drillChoices, drillDown, nothingThere } from '../../../messages/chat/drill-down/view.ts';
import { hasChart } from '../../../messages/chat/papers-in-chat.ts';
import { noDirective, summaryMessage } from '../../../messages/chat/summary.ts';
import { type Reply, saying } from '../shape/reply.ts';

/** What the units of the person consolidate: of the directive that words name, else of all. */
export function tellParts({ parts = [], now }: Context, words: string): Reply {
  const named = findDirective(
    parts.map(({ directive }) => directive),
    words,
  );
  const meant = named.type === 'found' ? parts.filter(({ directive }) => directive.id === named.directive.id) : parts;
  const [only, ...others] = meant.map((part) => partSummary(part, now));
  if (!only) return { say: saying(noPart()) };
  const texts = [only, ...others].map(({ text }) => text);
  return { say: others.length === 0 ? only : saying(texts.join('\n\n———\n\n')) };
}

/** The summary that was read, or what was asked for behind it. */
export function tellSummary({ summary: read, now }: Context): Reply {
  if (!read) return { say: saying(noDirective()) };
  const { summary, request, view, papers } = read;
  if (request.to === 'summary')
    return { say: { text: summaryMessage(summary, now), choices: drillChoices(summary, hasChart(papers)) } };
  return { say: view ? drillDown(summary, view) : nothingThere(summary) };
}
