/** Counts what was asked and what was caught, by district and by kind of slip, over seeds. */

type Tally = {
  reports: number;
  questions: number;
  answers: number;
  alarms: number;
  slips: number;
  caught: number;
  real: number;
  realCaught: number;
};
const none = (): Tally => ({
  reports: 0,
  questions: 0,
  answers: 0,
  alarms: 0,
  slips: 0,
  caught: 0,
  real: 0,
  realCaught: 0,
});

export type Tallies = ReturnType<typeof createTallies>;

const everything = 'all';

/** Shares of the whole, with the least and the most of a seed behind it. */
export function createTallies() {
  const seeds: Map<string, Tally>[] = [];
  let current = new Map<string, Tally>();
  const add = (name: string, more: Partial<Tally>): void => {
    const tally = current.get(name) ?? none();
    for (const key of Object.keys(more) as (keyof Tally)[]) tally[key] += more[key] ?? 0;
    current.set(name, tally);
  };
  const shareOf = (name: string, part: keyof Tally, whole: keyof Tally): string => {
    const own = seeds.flatMap((seed) => seed.get(name) ?? []);
    const sum = (key: keyof Tally): number => own.reduce((all, tally) => all + tally[key], 0);
    if (sum(whole) === 0) return '–';
    const each = own.filter((tally) => tally[whole] > 0).map((tally) => (100 * tally[part]) / tally[whole]);
    const text = (share: number): string => share.toFixed(1);
    return `${text((100 * sum(part)) / sum(whole))} % (${text(Math.min(...each))}–${text(Math.max(...each))})`;
  };
  return {
    /** A true report with so many figures, so many of which were asked about. */
    report(name: string, answers: number, alarms: number): void {
      for (const one of [name, everything]) add(one, { reports: 1, questions: Number(alarms > 0), answers, alarms });
    },
    slip(names: readonly string[], { isCaught, isReal }: { isCaught: boolean; isReal: boolean }): void {
      const more = { slips: 1, caught: Number(isCaught), real: Number(isReal), realCaught: Number(isReal && isCaught) };
      for (const one of [...names, everything]) add(one, more);
    },
    endSeed(): void {
      seeds.push(current);
      current = new Map();
    },
    table(): string {
      const names = [...new Set(seeds.flatMap((seed) => [...seed.keys()]))].sort();
      const rows = [...names.filter((name) => name !== everything), everything].map((name) => {
        const real = seeds.reduce((all, seed) => all + (seed.get(name)?.real ?? 0), 0);
        const alarms = [shareOf(name, 'alarms', 'answers'), shareOf(name, 'questions', 'reports')];
        return `| ${[name, ...alarms, shareOf(name, 'realCaught', 'real'), shareOf(name, 'caught', 'slips'), real].join(' | ')} |`;
      });
      return [
        '| | true figures asked about | true reports asked about | real slips caught | any slip caught | real slips |',
        '|---|---|---|---|---|---|',
        ...rows,
      ].join('\n');
    },
  };
}
