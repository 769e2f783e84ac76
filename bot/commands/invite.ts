import { fail, ok, type Result } from '../../core/result.ts';
import type { InviteFor } from '../../core/roster/people.ts';
import { civilDate } from '../../core/time/calendar.ts';
import { revokeInvites } from '../../db/access/invites.ts';
import { listDirectives } from '../../db/directives/directives.ts';
import { listUnits, type Unit } from '../../db/roster/units.ts';
import { inviteTable, commandSentence as say } from '../../messages/terminal/command.ts';
import { type HandedInvite, type Invitee, invite } from '../acts/invite.ts';
import { hashCode } from '../links/codes.ts';
import { type CommandDeps, type CommandInput, command } from './shape/command.ts';

type Outcome = HandedInvite[] | { revoked: number };

const kinds = ['staff', 'leader', 'group'] as const satisfies InviteFor[];

/** Makes invite codes, or revokes them. */
export default command<Outcome>({
  async run(deps, { options }) {
    const units = await listUnits(deps.db, civilDate(deps.clock.civil()));
    if (typeof options.revoke === 'string') return revoke(deps, units, options.revoke);
    const days = Number(options.days ?? 30);
    if (!Number.isInteger(days) || days < 1 || days > 365) return fail(say.badDays);
    const issuers = new Set((await listDirectives(deps.db)).map((directive) => directive.issuerCode));
    const invitees = inviteesOf(options, units, issuerOf(units, issuers));
    if (!invitees.ok) return invitees;
    const { machine } = deps.clock;
    return ok(await invite(deps.db, invitees.value, { machineNow: machine(), days, publicUrl: deps.config.publicUrl }));
  },
  print: (outcome) => ('revoked' in outcome ? say.revoked(outcome.revoked) : inviteTable(outcome)),
});

/** The unit whose directives are at issue: the only one that has any, else the only one with units below it and none above. */
function issuerOf(units: readonly Unit[], issuers: ReadonlySet<string>): Unit | undefined {
  const issuing = units.filter((unit) => issuers.has(unit.code));
  const roots = units.filter((unit) => unit.parentId === null && units.some((below) => below.parentId === unit.id));
  const candidates = issuing.length > 0 ? issuing : roots;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function inviteesOf(
  options: CommandInput['options'],
  units: readonly Unit[],
  issuer: Unit | undefined,
): Result<Invitee[]> {
  const named = options.unit === undefined ? undefined : units.find((unit) => unit.code === options.unit);
  if (options.unit !== undefined && !named) return fail(say.unknownUnit(String(options.unit)));
  const chosen = kinds.filter((kind) => options[kind] === true);
  if (options['all-units'] === true) {
    if (chosen.length > 0 || named) return fail(say.whichInvite);
    return ok(units.filter((unit) => unit !== issuer).map((unit) => ({ for: 'unit', unit })));
  }
  if (chosen.length > 1) return fail(say.whichInvite);
  const [kind] = chosen;
  if (!kind) return named ? ok([{ for: 'unit', unit: named }]) : fail(say.whichInvite);
  const unit = named ?? issuer;
  return unit ? ok([{ for: kind, unit }]) : fail(say.whichIssuer);
}

/** By a unit's code: all its open invites; by an invite's code: that one. */
async function revoke(
  { db, clock }: CommandDeps,
  units: readonly Unit[],
  what: string,
): Promise<Result<{ revoked: number }>> {
  const unit = units.find((each) => each.code === what);
  const revoked = await revokeInvites(db, unit ? { unitId: unit.id } : { hash: hashCode(what) }, clock.machine());
  return revoked > 0 ? ok({ revoked }) : fail(say.nothingToRevoke(what));
}
