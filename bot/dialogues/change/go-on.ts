/** What comes of the answers so far: the next question, what stands in the way, or the thing itself. */
import type { Context } from '../../../core/conversation/context.ts';
import { type StandingInView, waysOf } from '../../../core/conversation/preview.ts';
import type { ChangeOrder, ChangePlan } from '../../../core/directives/life/change.ts';
import { planChange } from '../../../core/directives/life/change.ts';
import type { Chase } from '../../../core/directives/life/chase.ts';
import { untilAfter } from '../../../core/directives/life/extend.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { thatUnit } from '../../../core/language/commands/extension-words.ts';
import { patternsOf } from '../../../core/language/reading/patterns.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import { changeDone } from '../../../messages/chat/life/change.ts';
import { chaseReachesNobody } from '../../../messages/chat/life/chase.ts';
import { severalMeant, unitUnknown } from '../../../messages/chat/life/extend.ts';
import { changeRefused } from '../../../messages/words/refusals.ts';
import type { ChangeState } from '../shape/change-state.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle } from '../shape/states.ts';
import { chosenOf, orderOf } from './pieces.ts';
import { findWho, nameAlone, unitBeforeWords } from './units.ts';

/** Goes on from a state: it is left where nothing more is to be asked, or something stands in the way. */
export function goOn(state: ChangeState, context: Context): Reply {
  const standing = chosenOf(state, context);
  const { who, ...known } = state;
  if (standing && who !== undefined && who !== '') return takeWho(known, who, standing, context);
  const dated = standing && withDay(state, standing, context);
  if (dated) return goOn(dated, context);
  const order = orderOf(state, standing);
  if (!standing || 'missing' in order) return { state };
  const plan = planChange(standing, order, context.now);
  if ('why' in plan) return { state: idle, say: saying(changeRefused(plan)) };
  if (reachesNobody(plan, standing)) return { state: idle, say: chaseReachesNobody(plan.told, standing) };
  // A number was typed whole; everything else is read back first.
  return order.act === 'number' ? carryOut(order, plan, standing) : { state: { ...state, ...seenIn(plan) } };
}

/**
 * "Thêm 2 ngày" as a day once it is known for whom; where no day is said, what the one unit that is meant has asked for. Undefined where
 * there is neither.
 */
function withDay(
  state: ChangeState,
  standing: StandingInView,
  { now, extensions = [] }: Context,
): ChangeState | undefined {
  const { more, ...known } = state;
  const { act, units, until, reason } = known;
  if (act !== 'extend' || units === undefined || (until && !more)) return undefined;
  if (more) {
    const day = until ?? untilAfter(more, standing, units === 'everybody' ? null : units, now);
    return { ...known, ...(day && { until: day }) };
  }
  const isMeant = units !== 'everybody' && units.length === 1;
  const request = isMeant && extensions.find((r) => r.directive.id === standing.id && r.unit.id === units[0]);
  return request ? { ...known, until: request.until, reason: reason ?? request.reason } : undefined;
}

/** A reminder for units of which nobody can be told anything now. */
export const reachesNobody = (plan: ChangePlan, { ways }: StandingInView): plan is Chase =>
  plan.type === 'chased' &&
  ways !== undefined &&
  !waysOf(plan.told, ways.units).some(({ people }) => people.length > 0);

/** What is about to go up, so that a yes is to what was shown. */
export const seenIn = (plan: ChangePlan): Pick<ChangeState, 'seen'> =>
  plan.type === 'consolidated' ? { seen: plan.reports.join(' ') } : {};

/** The units that words name; where they name none or several, it is asked again. */
export function takeWho(state: ChangeState, who: string, standing: DirectiveStanding, context: Context): Reply {
  const read = findWho(who, standing);
  if (read === undefined) return goOn(state, context);
  // Without a name everybody would be reminded: it is asked whom instead.
  const unnamed: ChangeState = state.act === 'chase' ? { ...state, units: [] } : state;
  const meant = 'unknown' in read ? unitMeant(state, who, standing, context) : undefined;
  if (meant) return goOn({ ...state, ...meant }, context);
  if ('unknown' in read) return { state: unnamed, say: saying(unitUnknown(read.unknown)) };
  if ('several' in read) return { state: unnamed, say: saying(severalMeant(read.said, read.several)) };
  return goOn({ ...state, units: read.found }, context);
}

const that = patternsOf(thatUnit);

/** A unit with the sender's own words behind it, or the one of the request that waits: "cho xã đó đến 12/9". */
function unitMeant(
  { act, reason }: ChangeState,
  who: string,
  standing: StandingInView,
  { extensions = [] }: Context,
): Pick<ChangeState, 'units' | 'reason'> | undefined {
  const words = tokensIn(written(who));
  const [only, ...others] = extensions.filter(({ directive }) => directive.id === standing.id);
  if (act === 'extend' && only && others.length === 0 && that.endAt(words, 0) > 0 && words.length < 6)
    return { units: [only.unit.id], ...(reason === undefined && { reason: only.reason }) };
  const parted = unitBeforeWords(who, standing);
  // What only says to report is no sentence of the sender's.
  const isSaid = parted !== undefined && nameAlone(parted.behind) !== '';
  return parted && { units: parted.units, ...(reason === undefined && isSaid && { reason: parted.behind }) };
}

/** Does it, and says so. */
export const carryOut = (order: ChangeOrder, plan: ChangePlan, standing: StandingInView): Reply => ({
  state: idle,
  say: saying(changeDone(order, plan, standing)),
  effects: [{ type: 'change', directive: standing.id, order }],
});
