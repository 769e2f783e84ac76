/** A text that speaks of tasks and of figures: parted at commas, semicolons, new lines and the ends of sentences. */

/** The clauses about tasks and those about figures, each joined again; undefined where one of the two is missing. */
export function partProgress(
  text: string,
  isFigure: (clause: string) => boolean,
): { tasks: string; figures: string } | undefined {
  const clauses = text.split(/[,;\n]|(?<=\p{L})\.(?=\s)/u).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > mostClauses) return undefined;
  const figures = clauses.filter(isFigure);
  const tasks = clauses.filter((clause) => !figures.includes(clause));
  if (figures.length === 0 || tasks.length === 0) return undefined;
  return { tasks: tasks.join(','), figures: figures.join('\n') };
}

const mostClauses = 60;
