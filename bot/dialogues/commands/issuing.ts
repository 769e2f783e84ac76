/** Directives: which there are, issuing one, and its signed original. */
import { commandWords, everydayWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import * as say from '../../../messages/chat/life/original.ts';
import * as staff from '../../../messages/chat/staff.ts';
import { beginAmending } from '../amending/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { isOneOf } from '../shape/roles.ts';
import { idle } from '../shape/states.ts';
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

/** The signed original of a directive: a file of staff with a caption, or the one that they sent before. */
export const originalCommand: ChatCommand = {
  slash: ['banky'],
  words: commandWords.banky,
  leading: leadingWords.banky,
  isOfDirective: true,
  for: 'staff',
  where: 'private',
  needs: (words) => [
    { type: 'directive', words },
    { type: 'pictures', album: null },
  ],
  reply: (context) => {
    if ((context.pictures?.all ?? 0) === 0) return { say: saying(say.originalHow()) };
    const waits = { type: 'keep-files', files: 'new', as: 'asked', obligation: null } as const;
    const asked = askForDirective(context, 'banky');
    if (asked) return { ...asked, effects: [waits] };
    const there = (context.directive?.there ?? []).filter(({ state }) => state !== 'recalled');
    const found = foundDirective(context) ?? (there.length === 1 ? there[0] : undefined);
    if (!found) return { say: say.originalOfWhich(there), effects: [waits] };
    if (found.state === 'recalled') return { say: saying(say.originalOfRecalled()) };
    return { say: saying(say.originalTaken(found)), effects: [{ type: 'attach-original', directive: found.id }] };
  },
};

/** A change to an issued directive, in words. */
export const amendCommand: ChatCommand = {
  slash: ['suadoi', 'suavanban'],
  words: commandWords.suadoi,
  leading: leadingWords.suadoi,
  takesAll: true,
  for: 'staff',
  where: 'private',
  needs: (words) => (words === '' ? [] : [{ type: 'amendment', words, directive: null }]),
  reply: (context, argument, state) => ({
    ...(state.dialogue === 'amending' && { state: idle }),
    ...beginAmending(argument, context),
  }),
};

/** Whoever answers for a unit passes its part of a directive on to those below it. */
export const reissueCommand: ChatCommand = {
  slash: ['chuyenxuong'],
  words: commandWords.chuyenxuong,
  leading: leadingWords.chuyenxuong,
  for: 'answerer',
  where: 'private',
  needs: (words) => (words === '' ? [] : [{ type: 'amendment', words, directive: null, isReissue: true }]),
  reply: (context, argument, state) => ({
    ...(state.dialogue === 'amending' && { state: idle }),
    ...beginAmending(argument, context, true),
  }),
};

/** A draft after a directive; while it is not issued, it is the same one. */
export const duplicateCommand: ChatCommand = {
  slash: ['nhanban'],
  words: commandWords.nhanban,
  leading: leadingWords.nhanban,
  isOfDirective: true,
  for: 'staff',
  where: 'private',
  needs: (words) => [{ type: 'directive', words }],
  reply: (context) => {
    const asked = askForDirective(context, 'nhanban');
    if (asked) return asked;
    const there = (context.directive?.there ?? []).filter(({ state }) => state !== 'draft');
    const [only, ...others] = there;
    const found = foundDirective(context) ?? (others.length === 0 ? only : undefined);
    if (!found) return { say: only ? staff.whichDirective(there, 'nhanban', '') : saying(staff.nothingToCopy()) };
    if (found.state === 'draft') return { say: saying(staff.copyOfDraft()) };
    return { say: saying(staff.copied(found)), effects: [{ type: 'duplicate', directive: found.id }] };
  },
};
