/** The report as a form on a page of the person's own. */
import { channelTerms } from '../../../../core/channels/terms.ts';
import { commandWords } from '../../../../core/language/command-words.ts';
import * as say from '../../../../messages/chat/talk/page.ts';
import type { ChatCommand } from '../../shape/command.ts';
import { obligationOf } from '../../shape/obligations.ts';
import { saying } from '../../shape/reply.ts';

const isId = (argument: string): boolean => /^\d{1,9}$/.test(argument);

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
    const underWay = state.dialogue === 'report' && state.isOnBehalf ? state.obligation : null;
    const report = obligationOf(isId(argument) ? Number(argument) : underWay, context)?.id;
    const { link, app } = ownPage;
    const inside = app === undefined ? [] : [say.pageInside(`${app}${report ? `?report=${report}` : ''}`)];
    return {
      say: { text: say.ownPage(`${link}/form${report ? `/${report}` : ''}`), choices: inside },
      effects: [{ type: 'invite', for: 'person', unit: null, code: ownPage.code }],
    };
  },
};
