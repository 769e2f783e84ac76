/** The report as a form on a page of the person's own. */
import { channelTerms } from '../../../../core/channels/terms.ts';
import type { Context } from '../../../../core/conversation/context.ts';
import { commandWords } from '../../../../core/language/commands/command-words.ts';
import * as say from '../../../../messages/chat/talk/page.ts';
import type { ChatCommand } from '../../shape/command.ts';
import { obligationOf } from '../../shape/obligations.ts';
import { saying } from '../../shape/reply.ts';
import type { State } from '../../shape/states.ts';

const isId = (argument: string): boolean => /^\d{1,9}$/.test(argument);
const isTasksId = (argument: string): boolean => /^t\d{1,9}$/.test(argument);

/** Which page is meant, as its address names it: that of a report, or of tasks; empty for the list. */
function pageMeant(argument: string, state: State, context: Context): string {
  if (isTasksId(argument)) return argument;
  const underWay = state.dialogue === 'report' && state.isOnBehalf ? state.obligation : null;
  const report = obligationOf(isId(argument) ? Number(argument) : underWay, context)?.id;
  if (report !== undefined) return String(report);
  return state.dialogue === 'progress' && state.assignment !== null && !state.report ? `t${state.assignment}` : '';
}

export const pageCommand: ChatCommand = {
  slash: ['trang'],
  words: commandWords.trang,
  for: 'holder',
  where: 'private',
  needs: (argument) => [
    { type: 'ownPage' },
    ...(isId(argument) ? [{ type: 'obligation' as const, id: Number(argument) }] : []),
  ],
  reply: (context, argument, state) => {
    const { channel, ownPage } = context;
    if (channelTerms[channel.name].isOurPage) return { say: saying(say.pageIsHere()) };
    if (!ownPage) return { say: saying(say.noPage()) };
    const page = pageMeant(argument, state, context);
    const { link, app } = ownPage;
    const inside = app === undefined ? [] : [say.pageInside(`${app}${page === '' ? '' : `?report=${page}`}`)];
    return {
      say: { text: say.ownPage(`${link}/form${page === '' ? '' : `/${page}`}`), choices: inside },
      effects: [{ type: 'invite', for: 'person', unit: null, code: ownPage.code }],
    };
  },
};
