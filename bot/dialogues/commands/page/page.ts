/** The report as a form on a page of the person's own. */
import { channelTerms } from '../../../../core/channels/terms.ts';
import { commandWords } from '../../../../core/language/command-words.ts';
import * as say from '../../../../messages/chat/talk/page.ts';
import type { ChatCommand } from '../../shape/command.ts';
import { saying } from '../../shape/reply.ts';

export const pageCommand: ChatCommand = {
  slash: ['trang'],
  words: commandWords.trang,
  for: 'answerer',
  where: 'private',
  needs: () => [{ type: 'ownPage' }],
  reply: ({ channel, ownPage, own }, argument) => {
    if (channelTerms[channel.name].isOurPage) return { say: saying(say.pageIsHere()) };
    if (!ownPage) return { say: saying(say.noPage()) };
    const isOwn = own.obligations.some(({ id }) => String(id) === argument);
    const { link, app } = ownPage;
    const inside = app === undefined ? [] : [say.pageInside(`${app}${isOwn ? `?report=${argument}` : ''}`)];
    return {
      say: { text: say.ownPage(`${link}/form${isOwn ? `/${argument}` : ''}`), choices: inside },
      effects: [{ type: 'invite', for: 'person', unit: null, code: ownPage.code }],
    };
  },
};
