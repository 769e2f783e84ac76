import type { Context } from '../../core/conversation/context.ts';
import type { Inquiry } from '../../core/directives/inquiry.ts';
import type { Db } from '../../db/database.ts';
import { findTaskTexts } from '../../db/directives/assignments.ts';
import { findSettledQuestions, listWaitingOf } from '../../db/talk/questions.ts';

/** The newest answers of the office that a question is compared with. */
const mostSettled = 300;

/** The clauses that somebody's units were given, and what was answered before about the same directives. */
export async function readInquiry(
  tx: Db,
  { assignments, obligations }: Context['own'],
  personId: number | undefined,
): Promise<Inquiry> {
  const texts = await findTaskTexts(
    tx,
    assignments.map(({ id }) => id),
  );
  const clauses = assignments.flatMap(({ id, directive, unit }) => {
    const quotes = obligations.flatMap((o) =>
      o.unit.id === unit.id && o.directive.id === directive.id ? [o.quote] : [],
    );
    return (texts.get(id) ?? []).map(({ section, text }) => ({
      directive: directive.id,
      section,
      text,
      asksReport: quotes.some((quote) => text.includes(quote)),
    }));
  });
  const directives = [...new Set(assignments.map(({ directive }) => directive.id))];
  return {
    clauses: onceEach(clauses),
    settled: await findSettledQuestions(tx, directives, mostSettled),
    waiting: personId === undefined ? [] : await listWaitingOf(tx, personId),
  };
}

/** Whoever answers for several units has the same clause several times. */
const onceEach = (clauses: Inquiry['clauses']): Inquiry['clauses'] =>
  clauses.filter(
    ({ directive, text }, at) =>
      clauses.findIndex((other) => other.directive === directive && other.text === text) === at,
  );
