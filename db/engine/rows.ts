/** The rows of a raw statement, as whoever wrote it knows them. */
export const rowsOf = <T>(result: unknown): T[] => result as T[];
