/** Directives: which there are, and issuing one. */
import { commandWords, everydayWords, leadingWords } from '../../../core/language/command-words.ts';
import * as staff from '../../../messages/chat/staff.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { isOneOf } from '../shape/roles.ts';
import { askForDirective, foundDirective } from './directive-asked.ts';

export const directivesCommand: ChatCommand = {
  slash: ['vanban'],
  words: commandWords.vanban,
  everyday: everydayWords.vanban,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'directives' }],
  reply: ({ directives = [], person }) => ({ say: staff.directiveList(directives, isOneOf('staff', person)) }),
};

export const issueCommand: ChatCommand = {
  slash: ['phathanh'],
  words: commandWords.phathanh,
  leading: leadingWords.phathanh,
  isOfDirective: true,
  for: 'staff',
  where: 'private',
  needs: (words) => [{ type: 'directive', words }, { type: 'directives' }, { type: 'preview', directive: undefined }],
  reply: (context) => {
    const asked = askForDirective(context, 'phathanh');
    if (asked) return asked;
    const { directives = [], preview } = context;
    const drafts = directives.filter((d) => d.state === 'draft');
    if (preview?.issuedAs !== undefined) return { say: saying(staff.issuedAsAnother(preview, preview.issuedAs)) };
    if (preview) return { state: { dialogue: 'issue', directive: preview.id } };
    if ((foundDirective(context)?.state ?? 'draft') !== 'draft') return { say: saying(staff.alreadyIssued()) };
    return { say: drafts.length > 0 ? staff.pickDraft(drafts) : saying(staff.nothingToIssue()) };
  },
};
