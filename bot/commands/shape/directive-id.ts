/** The id of a directive as typed; undefined when it is no such number. */
export const readDirectiveId = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
