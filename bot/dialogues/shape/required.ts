/** A fact that the needs of the caller promise. Its absence is a mistake of the program, not of a person. */
export function required<T>(fact: T | undefined, name: string): T {
  if (fact === undefined) throw new Error(`the fact "${name}" was not read`);
  return fact;
}
