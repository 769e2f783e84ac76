/** Who writes, and for whom they act. */
import * as registration from '../../../messages/chat/registration.ts';
import { start } from '../registration/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';
import { forOthers, opensNothing, saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';

export const startCommand: ChatCommand = {
  slash: ['start', 'batdau'],
  words: ['bat dau'],
  for: 'anyone',
  where: 'both',
  reply: (context, code) => start(context, code),
  inGroup: {
    needs: (code) => [{ type: 'invite', code }],
    reply: ({ invite, person }) => {
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
  words: ['toi', 'toi la ai'],
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
  words: [
    'kenh',
    'kenh nay',
    'dung kenh nay',
    'chon kenh nay',
    'nhan tin o day',
    'nhan tin tai day',
    'nhan o day',
    'nhan tai day',
    'o day',
  ],
  for: 'holder',
  where: 'private',
  reply: ({ channel }) => ({
    say: saying(registration.preferred()),
    effects: [{ type: 'prefer', channel: channel.name }],
  }),
};
