/** What happened, in the order it happened, and how far the units have come. */

export const progressSteps = ['registered', 'acknowledged', 'reported'] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** How many units have come so far, and how many are expected to. */
export type Progress = Record<ProgressStep, { done: number; of: number }>;

/** `at` is civil time. */
export type Happening = { at: Date; text: string; progress: Progress };

export type Timeline = {
  readonly happenings: readonly Happening[];
  expect(units: Record<ProgressStep, number>): void;
  tell(text: string): void;
  /** Tells of a unit that has come one step further. Of several people of one unit the first counts. */
  advance(step: ProgressStep, unit: string, text: string): void;
};

export function createTimeline(now: () => Date, onHappening: (happening: Happening) => void): Timeline {
  const happenings: Happening[] = [];
  const units = { registered: new Set<string>(), acknowledged: new Set<string>(), reported: new Set<string>() };
  let expected: Record<ProgressStep, number> = { registered: 0, acknowledged: 0, reported: 0 };
  const stand = (step: ProgressStep) => ({ done: units[step].size, of: expected[step] });

  const tell = (text: string): void => {
    const [registered, acknowledged, reported] = [stand('registered'), stand('acknowledged'), stand('reported')];
    const happening = { at: now(), text, progress: { registered, acknowledged, reported } };
    happenings.push(happening);
    onHappening(happening);
  };

  return {
    happenings,
    expect(given) {
      expected = given;
    },
    tell,
    advance(step, unit, text) {
      units[step].add(unit);
      // Reporting implies acknowledging.
      if (step === 'reported') units.acknowledged.add(unit);
      tell(text);
    },
  };
}
