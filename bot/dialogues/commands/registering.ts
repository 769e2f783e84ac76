/** Who writes, and for whom they act. */
import { commandWords, everydayWords } from '../../../core/language/commands/command-words.ts';
import { codesIn } from '../../../core/roster/invite-code.ts';
import * as registration from '../../../messages/chat/registration.ts';
import { start } from '../registration/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';
import { forOthers, opensNothing, saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';

export const startCommand: ChatCommand = {
  slash: ['start', 'batdau'],
  words: commandWords.start,
  for: 'anyone',
  where: 'both',
  reply: (context, code) => start(context, code),
  inGroup: {
    needs: (text) => [{ type: 'invites', codes: codesIn(text) }],
    reply: ({ invites = [], person }) => {
      const invite = invites.find(({ state }) => state === 'open') ?? invites[0];
      const staffOf = person.roles.filter((r) => r.state === 'agreed' && r.role === 'staff').map((r) => r.unit.id);
      const { unit } = invite ?? {};
      if (invite?.state === 'open' && invite.for === 'group' && unit && staffOf.includes(unit.id))
        return {
          effects: [{ type: 'bind-group', invite: invite.id, issuer: unit.id }],
          say: { to: 'group', text: registration.groupBound(unit.name) },
        };
      const problem =
        staffOf.length === 0
          ? registration.onlyForStaff()
          : registration.inviteProblem(invite?.state === 'open' ? undefined : invite);
      const notGranted = staffOf.length === 0 ? forOthers : opensNothing;
      return { effects: [], say: { to: 'sender', text: problem }, notGranted };
    },
  },
};

export const meCommand: ChatCommand = {
  slash: ['toi'],
  words: commandWords.toi,
  everyday: everydayWords.toi,
  for: 'holder',
  where: 'private',
  needs: () => [{ type: 'newCode' }],
  reply: ({ person, newCode }) => {
    const { code, links } = required(newCode, 'newCode');
    const roles = person?.roles.filter((r) => r.state === 'agreed') ?? [];
    return {
      say: saying(registration.me(roles, code, links)),
      effects: [{ type: 'invite', for: 'person', unit: null, code }],
    };
  },
};

export const channelCommand: ChatCommand = {
  slash: ['kenh'],
  words: commandWords.kenh,
  for: 'holder',
  where: 'private',
  reply: ({ channel }) => ({
    say: saying(registration.preferred()),
    effects: [{ type: 'prefer', channel: channel.name }],
  }),
};
