/** Figures that a unit gave before: offered instead of asked for once more, and never counted without its word. */
import { fold } from '../../language/text.ts';
import type { Indicator, ObligationFact, Value } from '../obligation.ts';

/** A figure as it was given, and when. */
export type GivenFigure = { value: Value; at: Date };

/** So many days back a figure of another directive is offered. */
export const givenDays = 30;

/** What is known of a unit's figures, by the key of an indicator. The same thing is asked where kind and unit agree too. */
export type PastFigure = GivenFigure & Pick<Indicator, 'key' | 'kind'> & { unitId: number; measure: string | null };

/** A report that is owed, with what its unit gave before for the same indicators. */
export function withGiven(form: ObligationFact, past: readonly PastFigure[]): ObligationFact {
  if (form.state !== 'owed') return form;
  const given = form.indicators.flatMap(({ key, kind, unit = null }): [string, GivenFigure][] => {
    // Another round has another file.
    if (kind === 'file') return [];
    const found = past.find(
      (figure) =>
        figure.unitId === form.unit.id && figure.key === key && figure.kind === kind && figure.measure === unit,
    );
    return found ? [[key, { value: found.value, at: found.at }]] : [];
  });
  return given.length > 0 ? { ...form, given: Object.fromEntries(given) } : form;
}

const unchanged =
  /^(?:da |vang |thua )*(?:(?:so lieu |so )?(?:van|y) ?(?:nhu )?(?:vay|the|cu|truoc|lan truoc|ky truoc|hom truoc|hom qua|tuan truoc|so cu|nguyen)|(?:giong|nhu)(?: nhu)? (?:cu|truoc|lan truoc|ky truoc|hom qua|tuan truoc)|khong (?:co )?(?:thay )?doi(?: gi)?|chua (?:co )?thay doi)(?: (?:a|nhe|em|anh|chi|roi|thoi|dong chi))*$/;

/** Whether words say that a figure is as before: "vẫn vậy ạ", "như cũ", "không đổi", "vẫn 45". */
export function saysUnchanged(text: string, { value }: GivenFigure): boolean {
  const said = fold(text)
    .replace(/[.,!]+$/, '')
    .trim();
  const [, number] = /^van (?:la |con )?(\d{1,12})(?: (?:a|nhe|em|nguoi))*$/.exec(said) ?? [];
  return number === undefined ? unchanged.test(said) : number === String(value.value);
}
