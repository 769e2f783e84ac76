/** What people meant, added up here: nothing of the product is asked. */
import type { Audience } from '../../../../core/directives/directive.ts';
import type { Sample, SampleUnit, Script } from './script.ts';

/** What counts of a unit: its figures by their keys, how often they were sent, its remark, and its sections: "doing 60". */
export type Meant = {
  figures?: Readonly<Record<string, number>>;
  revision?: number;
  note?: string;
  sections?: Readonly<Record<string, string>>;
};

/** Where the campaign stands as people mean it; figures are those of the day's round. */
export type Tally = {
  /** Units that have something to do, and those that must report. */
  assigned: SampleUnit[];
  reporting: SampleUnit[];
  /** Units whose head takes part. */
  played: SampleUnit[];
  meant: ReadonlyMap<string, Meant>;
};

const isAmong = ({ kinds, codes, childrenOf, except }: Audience, { code, kind, parent }: SampleUnit): boolean =>
  (kinds.includes(kind) || codes.includes(code) || childrenOf.includes(parent)) && !except.includes(code);

/** Every unit that takes part in a script. */
export const castOf = ({ days, silent }: Script): string[] => [
  ...new Set([...days.flatMap(({ parts }) => Object.keys(parts)), ...silent]),
];

/** Where a script stands when its day of this number is over; `isOneRound`: the days report one and the same. */
export function tallyAt(script: Script, { units, draft }: Sample, day: number): Tally {
  const [duty] = draft.duties;
  const isOneRound = duty?.deadline.rule !== 'each-day';
  const cast = castOf(script);
  const meant = new Map<string, Meant>();
  for (const [at, { parts }] of script.days.slice(0, day + 1).entries())
    for (const [code, { meant: told }] of Object.entries(parts)) {
      const { sections, ...figures } = told;
      const before = meant.get(code);
      const kept = isOneRound ? { ...before, ...figures } : at === day ? figures : {};
      meant.set(code, { ...kept, sections: { ...before?.sections, ...sections } });
    }
  if (!isOneRound)
    for (const [code, { sections }] of meant)
      if (!(code in (script.days[day]?.parts ?? {}))) meant.set(code, { ...(sections && { sections }) });
  return {
    assigned: units.filter((unit) => draft.tasks.some(({ audience }) => isAmong(audience, unit))),
    reporting: units.filter((unit) => duty && isAmong(duty.audience, unit)),
    played: units.filter(({ code }) => cast.includes(code)),
    meant,
  };
}

/** The figures of all units that have reported. */
export const toldFigures = ({ meant }: Tally): Readonly<Record<string, number>>[] =>
  [...meant.values()].flatMap(({ figures }) => (figures ? [figures] : []));

/** Figures have one decimal at most: whole numbers of tenths add up exactly. */
export const totalOf = (figures: readonly Readonly<Record<string, number>>[], key: string): number =>
  figures.reduce((sum, one) => sum + Math.round((one[key] ?? 0) * 10), 0) / 10;

/** "doing 60" as its state and its share. */
export const stateOf = (told: string | undefined): { state: string; percent: number | null } => {
  const [state = 'unsaid', percent] = (told ?? 'unsaid').split(' ');
  return { state, percent: state === 'doing' && percent !== undefined ? Number(percent) : null };
};

/** How many units stand how in a section; `unsaid` counts those whose head says nothing, or is not there. */
export function sectionCounts({ assigned, meant }: Tally, { draft }: Sample, section: string): Record<string, number> {
  const owes = assigned.filter((unit) =>
    draft.tasks.some((task) => task.section === section && isAmong(task.audience, unit)),
  );
  const counts: Record<string, number> = { done: 0, doing: 0, blocked: 0, none: 0, unsaid: 0, na: 0 };
  for (const { code } of owes) {
    const { state } = stateOf(meant.get(code)?.sections?.[section]);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return { units: owes.length, ...counts };
}
