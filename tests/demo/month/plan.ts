/** Who does what and when, drawn from the seed: each unit has a manner for each report that it owes. */
import { draw, happens } from '../../proof/kit/random.ts';
import { civilInstant, dayAfter, dayOf, daysOfStory, isOfficeDay, minuteOf } from './calendar.ts';
import { addedIndicator, type MonthDirective } from './directives.ts';
import type { District, Holder, MonthUnit } from './district.ts';
import type { Meant } from './ledger.ts';
import type { Story } from './story.ts';

/** One thing that somebody does. */
export type Act = { at: Date; who: Holder } & (
  | { does: 'acknowledge' | 'ask-why' }
  | { does: 'report' | 'correct'; unit: MonthUnit; directive: MonthDirective; figures: Meant; otherwise: Meant }
  | { does: 'promise'; words: string; directive: MonthDirective }
  | { does: 'ask-for-time'; until: string; directive: MonthDirective }
);

type Owed = { unit: MonthUnit; directive: MonthDirective; key: string; opens: string; due: string };

const manners = [
  ['prompt', 40],
  ['before-deadline', 32],
  ['late', 9],
  ['promising', 8],
  ['never', 6],
  ['asking', 5],
] as const;
type Manner = (typeof manners)[number][0];

function mannerOf(seed: number, { directive, key }: Owed): Manner {
  let drawn = draw(seed, `${key} manner`, 1, 100);
  for (const [manner, share] of manners) {
    drawn -= share;
    if (drawn <= 0) return manner === 'asking' && directive.name !== 'once' ? 'late' : manner;
  }
  return 'prompt';
}

/** Every report that is owed in the story. */
function debtsOf({ units }: District, directives: readonly MonthDirective[], story: Story): Owed[] {
  return directives.flatMap((directive) =>
    units.filter(directive.asks).flatMap((unit): Owed[] => {
      const key = `${unit.code} ${directive.name}`;
      const opens = story.issues[directive.name].slice(0, 10);
      if (directive.name === 'weekly')
        return story.weeks.map((due, week) => {
          const monday = dayAfter(due, -3);
          return { unit, directive, key: `${key} ${week}`, opens: [monday, opens].sort()[1] ?? opens, due };
        });
      const due =
        directive.name === 'once' ? story.due.once : unit.kind === 'school' ? story.due.below : story.due.consolidated;
      return [{ unit, directive, key, opens, due: due.slice(0, 10) }];
    }),
  );
}

/** The figures that a unit has to report, by label: never more of a part than of the whole. */
function figuresFor(seed: number, unit: MonthUnit, directive: MonthDirective, key: string, isAmended: boolean): Meant {
  const number = (what: string, most: number): number => draw(seed, `${key} ${what}`, 0, most);
  if (directive.name === 'consolidated')
    return { 'Phòng học kiên cố': number('rooms', 40), 'Máy tính': number('computers', 60) };
  if (directive.name === 'weekly')
    return { 'Ổ dịch': number('outbreaks', 4), 'Vật nuôi tiêu hủy': number('animals', 300) };
  const staff = unit.staff ?? draw(seed, `${unit.code} counted`, 12, 90);
  return {
    'Số CBCCVC': staff,
    'Số thẻ đã cấp': number('given', staff),
    'Số thẻ mất': number('lost', Math.min(3, staff)),
    ...(isAmended && { [addedIndicator.label]: number('taken', Math.min(9, staff)) }),
  };
}

export function planActs(district: District, directives: readonly MonthDirective[], story: Story, seed: number): Act[] {
  const days = daysOfStory(story);
  const working = days.filter(isOfficeDay);
  const between = (from: string, until: string): string[] => working.filter((day) => day >= from && day <= until);
  const holdersOf = new Map<string, Holder[]>();
  for (const holder of district.holders)
    for (const unit of [...holder.heads, ...holder.assists])
      holdersOf.set(unit.code, [...(holdersOf.get(unit.code) ?? []), holder]);
  const pick = <T>(list: readonly T[], purpose: string): T | undefined =>
    list[draw(seed, purpose, 0, Math.max(0, list.length - 1))];

  const acts: Act[] = [];
  for (const owed of debtsOf(district, directives, story)) {
    const { unit, directive, key, opens, due } = owed;
    const amended = civilInstant(story.amended);
    const otherwiseAt = (at: Date): Meant =>
      Object.assign({}, ...directives.map((one) => figuresFor(seed, unit, one, key, at > amended)));
    const who = pick(holdersOf.get(unit.code) ?? [], `${key} who`);
    if (!who) continue;
    const reportOn = (day: string | undefined, purpose = key): Date | undefined => {
      if (day === undefined) return undefined;
      const at = minuteOf(day, seed, purpose);
      const issued = civilInstant(story.issues[directive.name]);
      const drawn = at > issued ? at : new Date(issued.getTime() + 40 * 60_000);
      const figures = figuresFor(seed, unit, directive, key, drawn > amended);
      acts.push({ does: 'report', at: drawn, who, unit, directive, figures, otherwise: otherwiseAt(drawn) });
      return drawn;
    };
    const open = between(opens, dayAfter(due, -1));
    const late = between(dayAfter(due), dayAfter(due, 6));
    const manner = mannerOf(seed, owed);
    const last = open.at(-1) ?? due;
    let reported: Date | undefined;
    if (manner === 'prompt') reported = reportOn(pick(open.slice(0, 4), `${key} prompt`) ?? due);
    if (manner === 'before-deadline') reported = reportOn(pick([...open.slice(-3), due], `${key} day`));
    if (manner === 'late') reported = reportOn(pick(late, `${key} late`));
    if (manner === 'promising') {
      acts.push({ does: 'promise', at: civilInstant(`${last}T09:20`), who, words: '15h gửi', directive });
      reported = happens(seed, `${key} keeps`, 50) ? reportOn(last, `${key} kept`) : reportOn(late[0]);
    }
    if (manner === 'asking') {
      acts.push({
        does: 'ask-for-time',
        at: minuteOf(last, seed, `${key} asks`),
        who,
        until: dayAfter(due, 4),
        directive,
      });
      reported = reportOn(pick(late, `${key} late`));
    }
    if (reported && happens(seed, `${key} corrects`, 8)) {
      const next = between(dayAfter(dayOf(reported)), story.until)[0];
      const [label = '', figure = 0] = Object.entries(figuresFor(seed, unit, directive, key, false)).at(-1) ?? [];
      const figures = { [label]: figure === 0 ? 1 : figure - 1 };
      const at = next && minuteOf(next, seed, `${key} corrects`);
      if (at) acts.push({ does: 'correct', at, who, unit, directive, figures, otherwise: otherwiseAt(at) });
    }
    // Who reported before the amendment owes what was added: most send it.
    if (directive.name === 'once' && reported && reported < amended && happens(seed, `${key} adds`, 80)) {
      const day = pick(between(dayAfter(story.amended.slice(0, 10)), story.due.once.slice(0, 10)), `${key} adds`);
      const figures = figuresFor(seed, unit, directive, key, true);
      const at = day && minuteOf(day, seed, `${key} adds`);
      if (at) acts.push({ does: 'report', at, who, unit, directive, figures, otherwise: otherwiseAt(at) });
    }
    if (happens(seed, `${key} acknowledges`, 55) && directive.name !== 'weekly') {
      const day = between(opens, story.until)[draw(seed, `${key} acknowledges`, 0, 2)];
      const at = day && minuteOf(day, seed, `${key} at`);
      if (at && at > civilInstant(story.issues[directive.name])) acts.push({ does: 'acknowledge', at, who });
    }
  }
  for (const day of working) {
    const who = pick(district.holders, `${day} why`);
    if (who) acts.push({ does: 'ask-why', at: civilInstant(`${day}T16:40`), who });
  }
  // Who finds the platform away tries again later.
  const [gone, back] = [civilInstant(story.outage.from), civilInstant(story.outage.until)];
  const afterwards = new Date(back.getTime() + 10 * 60_000);
  return acts
    .map((act) => (act.at >= gone && act.at <= back ? { ...act, at: afterwards } : act))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
