/** Reaching people: whom to phone, what to send again, whom to invite, and the groups. */
import { commandWords, everydayWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { callLines } from '../../../messages/chat/call-sheet.ts';
import * as groups from '../../../messages/chat/groups.ts';
import * as resending from '../../../messages/chat/resending.ts';
import * as staff from '../../../messages/chat/staff.ts';
import { nameAlone } from '../change/units.ts';
import type { ChatCommand } from '../shape/command.ts';
import { foundOf } from '../shape/obligations.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { idle } from '../shape/states.ts';
import { askForDirective } from './directive-asked.ts';

const pageOf = (argument: string): number => (/^[1-9]\d{0,3}$/.test(argument) ? Number(argument) : 1);

export const callsCommand: ChatCommand = {
  slash: ['goidien'],
  words: commandWords.goidien,
  for: 'chaser',
  where: 'private',
  needs: (argument) => [{ type: 'calls', page: pageOf(argument) }],
  reply: ({ calls }, argument) => ({
    say: callLines(calls ?? { count: 0, calls: [] }, pageOf(argument)),
    effects: calls && calls.handed.length > 0 ? [{ type: 'hand-links', links: calls.handed }] : [],
  }),
};

export const resendCommand: ChatCommand = {
  slash: ['guilai'],
  words: commandWords.guilai,
  leading: leadingWords.guilai,
  isOfDirective: true,
  for: 'staff',
  where: 'private',
  needs: (words) =>
    words === resending.answers
      ? [{ type: 'givenUp', directive: null }]
      : [
          { type: 'directive', words },
          { type: 'givenUp', directive: undefined },
        ],
  reply: (context, argument, state) => {
    const asked = argument === resending.answers ? undefined : askForDirective(context, 'guilai');
    if (asked) return asked;
    const { givenUp = [] } = context;
    const [only, ...others] = givenUp;
    if (only && others.length === 0) return { state: { dialogue: 'resend', directive: only.id } };
    return {
      state: state.dialogue === 'resend' ? idle : state,
      say: only ? resending.pickResending(givenUp) : saying(resending.nothingToResend()),
    };
  },
};

export const groupsCommand: ChatCommand = {
  slash: ['nhom', 'taonhom'],
  words: commandWords.nhom,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'groups' }, { type: 'newCode' }],
  reply: ({ groups: overview, newCode }, argument) => {
    const offices = required(overview, 'groups');
    const { issuer, maker, isOrdered } = offices;
    if (argument === '') {
      const { code } = required(newCode, 'newCode');
      return {
        say: groups.groupOverview(offices, code),
        effects: [{ type: 'invite', for: 'group', unit: issuer.id, code }],
      };
    }
    if (!maker) return { say: saying(groups.groupNotToBeMade()) };
    const title = groups.groupTitle(issuer.name);
    const order = { type: 'order-group', channel: maker, issuer: issuer.id, title } as const;
    return { say: saying(groups.groupOrdered(title)), effects: isOrdered ? [] : [order] };
  },
};

export const inviteCommand: ChatCommand = {
  slash: ['moi'],
  words: commandWords.moi,
  everyday: everydayWords.moi,
  leading: leadingWords.moi,
  for: 'staff',
  where: 'private',
  needs: (words) => [...(words ? [{ type: 'units', words: nameAlone(words) } as const] : []), { type: 'newCode' }],
  reply: (context, words) => {
    const found = foundOf(context);
    const [only, ...others] = found;
    if (!only) return { say: saying(words ? staff.unknownUnit(words) : staff.inviteWhom()) };
    if (others.length > 0)
      return {
        say: staff.severalUnits(
          'moi',
          found.map((f) => f.unit),
        ),
      };
    const { code, links } = required(context.newCode, 'newCode');
    return {
      say: saying(staff.invitation(only.unit, code, links)),
      effects: [{ type: 'invite', for: 'unit', unit: only.unit.id, code }],
    };
  },
};
