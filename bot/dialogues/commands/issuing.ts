/** Directives: which there are, and issuing one. */
import * as staff from '../../../messages/chat/staff.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { idIn } from './arguments.ts';

export const directivesCommand: ChatCommand = {
  slash: ['vanban'],
  words: ['van ban'],
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'directives' }],
  reply: ({ directives = [] }) => ({ say: saying(staff.directiveList(directives)) }),
};

export const issueCommand: ChatCommand = {
  slash: ['phathanh'],
  words: ['phat hanh'],
  for: 'staff',
  where: 'private',
  needs: (argument) => [{ type: 'directives' }, { type: 'preview', directive: idIn(argument) }],
  reply: ({ directives = [], preview }, argument) => {
    const drafts = directives.filter((d) => d.state === 'draft');
    if (preview?.issuedAs !== undefined) return { say: saying(staff.issuedAsAnother(preview, preview.issuedAs)) };
    if (preview) return { state: { dialogue: 'issue', directive: preview.id } };
    if (argument && directives.some((d) => d.id === Number(argument))) return { say: saying(staff.alreadyIssued()) };
    return { say: drafts.length > 0 ? staff.pickDraft(drafts) : saying(staff.nothingToIssue()) };
  },
};
