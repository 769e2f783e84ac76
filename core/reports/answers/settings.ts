/** Forms for contexts that are given by the names of their indicators alone. */
import { fold } from '../../language/text.ts';
import { isPartOf } from '../labels.ts';
import type { Indicator } from '../obligation.ts';
import type { Answers, ReportForm } from '../report.ts';

/** An indicator of a known form: its label, and whether the others are a share of it. */
export type KnownIndicator = { label: string; isDenominator: boolean };

/**
 * A form with the indicators of these names, which are their keys. The label is that of the known indicator that has the name
 * as a part ("Smart" of "Smart Thanh Hóa"), else the name itself.
 */
export function formNamed(names: readonly string[], known: readonly KnownIndicator[]): ReportForm {
  const indicators = names.map((name, at): Indicator => {
    const found = known.find(({ label }) => isPartOf(fold(name), fold(label)));
    return {
      id: at,
      key: name,
      label: found?.label ?? name,
      kind: 'count',
      options: [],
      isDenominator: found?.isDenominator ?? false,
      fromRoster: false,
    };
  });
  return { indicators, noteLabel: null };
}

/** "CBCCVC=50,Bluezone=45": figures that stand, by their names. */
export function standingFigures(list: string): Answers {
  const pairs = list.split(',').map((pair) => pair.split('='));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, { type: 'number', value: Number(value) }]));
}
