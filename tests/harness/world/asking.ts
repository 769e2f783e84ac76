/** The district's directive, asking how some of its sections stand. */
import { directive } from './fixture.ts';

/** As a draft in JSON: of section 1 (everyone), 2 (the education office) and 3 (the telecom company), unless others are named. */
export const askingDirective = (
  progress: readonly object[] = ['1', '2', '3'].map((section) => ({ section })),
): string => JSON.stringify({ ...directive, progress });
