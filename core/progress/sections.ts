/** How the sections of a directive stand over all units. Instants are civil time. */
import type { UnitRef } from '../roster/person.ts';
import type { SectionState } from './state.ts';
import type { Timing } from './timing.ts';

/** Units by how a section stands there; `late` of them are, or were when it was done. */
export type SectionTotal = { section: string; units: number; late: number } & Record<SectionState, number>;

/** A section at one unit, and who told of it last. */
export type SectionLine = {
  unit: UnitRef & { kind: string };
  section: string;
  state: SectionState;
  timing: Timing | null;
  /** Where all of its tasks that are under way have the same. */
  percent: string | null;
  /** What blocks its tasks, or why they are not the unit's; each once. */
  reasons: string[];
  /** The numbers of the documents that prove it. */
  papers: string[];
  /** `isOnBehalf`: by somebody for the unit. */
  told: { by: string; isOnBehalf: boolean; at: Date } | null;
};

/** Which units of a section are shown: all, those that are not done, or those that are blocked. */
export const sectionFilters = ['all', 'open', 'blocked'] as const;
export type SectionFilter = (typeof sectionFilters)[number];

/** Whether a line is shown; a section that is not the unit's is not open there. */
export const isShown = ({ state }: Pick<SectionLine, 'state'>, only: SectionFilter): boolean =>
  only === 'all' || (only === 'blocked' ? state === 'blocked' : state !== 'done' && state !== 'na');

const states: Record<SectionState, 0> = { none: 0, doing: 0, done: 0, blocked: 0, na: 0, unsaid: 0 };

/** Adds lines up, section by section in their order. */
export function totalSections(lines: readonly Pick<SectionLine, 'section' | 'state' | 'timing'>[]): SectionTotal[] {
  const totals = new Map<string, SectionTotal>();
  for (const { section, state, timing } of lines) {
    const total: SectionTotal = totals.get(section) ?? { section, units: 0, late: 0, ...states };
    total.units += 1;
    total[state] += 1;
    if (timing === 'late') total.late += 1;
    totals.set(section, total);
  }
  return [...totals.values()];
}
