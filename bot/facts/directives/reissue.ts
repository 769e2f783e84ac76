/** What passing a unit's part of a directive on to those below it would come to. */
import type { AmendmentOutcome, AmendmentView } from '../../../core/conversation/amendment.ts';
import type { Need } from '../../../core/conversation/need.ts';
import type { AssignmentFact } from '../../../core/directives/assignment.ts';
import { findNamed } from '../../../core/directives/find-named.ts';
import { planReissue, readReissueWords } from '../../../core/directives/life/reissue.ts';
import { readWho } from '../../../core/directives/life/words.ts';
import { fold } from '../../../core/language/text.ts';
import { searchUnits } from '../../../core/roster/unit-search.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { listReissues } from '../../../db/directives/changes.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { listUnits, type Unit } from '../../../db/roster/units.ts';
import { kindName } from '../../../messages/words/unit-kinds.ts';
import type { Reading } from '../../delivery/work.ts';

/** Of what the person's units have been given: the directive that was chosen or is named, else the only one. */
export async function readReissue(
  reading: Reading,
  assignments: readonly AssignmentFact[],
  { words, directive }: Extract<Need, { type: 'amendment' }>,
): Promise<AmendmentView> {
  const { tx, now } = reading;
  const issued = assignments.filter((one) => one.directive.state === 'issued');
  const units = await listUnits(tx, civilDate(now));
  const passable = issued.filter(({ unit }) => units.some(({ parentCode }) => parentCode === unit.code));
  if (issued.length === 0) return { words, is: 'not-passed', refusal: { why: 'has-nothing' } };
  const listed = passable.map((one) => ({ ...one.directive, state: 'issued' as const }));
  const named = findNamed(listed, words);
  const id = directive ?? named.directive?.id ?? (passable.length === 1 ? passable[0]?.directive.id : undefined);
  const meant = passable.find((one) => one.directive.id === id);
  if (passable.length === 0) return { words, is: 'not-passed', refusal: { why: 'nobody-below' } };
  if (!meant) return { words, is: 'which', directives: listed };
  return { words, ...(await previewReissue(reading, meant, { said: named.directive ? named.rest : words, units })) };
}

async function previewReissue(
  { tx, now }: Reading,
  { directive, unit }: AssignmentFact,
  { said, units }: { said: string; units: Unit[] },
): Promise<AmendmentOutcome> {
  const draft = (await readDirective(tx, directive.id))?.draft;
  if (!draft) return { is: 'none' };
  const { who, until } = readReissueWords(said, now);
  if (until === 'unreadable') return { is: 'not-passed', refusal: { why: 'day-unclear' } };
  const codes = findBelow(
    units.filter(({ parentCode }) => parentCode === unit.code),
    who,
  );
  const before = await listReissues(tx, directive.id);
  const plan = planReissue(draft, { by: unit.code, codes, until }, { units, before, now });
  if ('why' in plan) return { is: 'not-passed', refusal: plan };
  return {
    is: 'reissue',
    directive: { ...directive, state: 'issued' },
    by: unit,
    units: units.filter(({ code }) => plan.codes.includes(code)),
    until,
    due: plan.due,
  };
}

/** The units that words name: all, those of a kind ("các trường"), or by name. Where one is not known, nobody is. */
function findBelow(below: readonly Unit[], who: string): string[] {
  const said = readWho(who.replace(/^[\s:,]+/, ''));
  if (said === 'everybody') return below.map(({ code }) => code);
  const found = said.map((phrase) => {
    const [, kind] = /^(?:tat ca |toan bo )?(?:cac|nhung|moi) (.+)$/.exec(fold(phrase)) ?? [];
    if (kind === undefined) return searchUnits(below, phrase);
    return below.filter((unit) => ` ${fold(kindName(unit.kind))} ${fold(unit.name)} `.includes(` ${kind} `));
  });
  return found.some((units) => units.length === 0) ? [] : [...new Set(found.flat().map(({ code }) => code))];
}
