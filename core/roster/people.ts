/** What a person is to a unit. Heads and delegates answer for it; staff issue and chase; the leader gets the summary. */
export const roles = ['head', 'delegate', 'staff', 'leader'] as const;
export type Role = (typeof roles)[number];

/** Whether the person has answered the data notice that opens a role. */
export type RoleState = 'asked' | 'agreed' | 'refused';

/** How a claim to a role stands: somebody says who they are, and staff say whether it is true. */
export type ClaimState = 'pending' | 'confirmed' | 'refused' | 'ended';

/** What an invite code opens. */
export const inviteKinds = ['unit', 'delegate', 'staff', 'leader', 'group', 'person'] as const;
export type InviteFor = (typeof inviteKinds)[number];

/** The role that an invite gives; undefined for those that bind a group or a further account. */
export function roleOf(invite: InviteFor): Role | undefined {
  if (invite === 'unit') return 'head';
  return invite === 'delegate' || invite === 'staff' || invite === 'leader' ? invite : undefined;
}
