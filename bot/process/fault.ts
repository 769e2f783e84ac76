/** Errors of the database without what people wrote: messages of failed statements repeat their parameters. */

/** What may be kept of an error of the database: its class, its SQLSTATE, the statement with `$1` for each parameter. */
export type DatabaseFault = { type: string; code?: string; query?: string; stack?: string };

/** SQLSTATE: five letters and digits (https://www.postgresql.org/docs/15/errcodes-appendix.html). */
const sqlState = /^[0-9A-Z]{5}$/;

const longestQuery = 1000;

type Chained = Error & { code?: unknown; query?: unknown; severity?: unknown; cause?: unknown };

/** An error with all that it was caused by, at most ten deep. */
function chainOf(error: unknown): Chained[] {
  const chain: Chained[] = [];
  for (let at = error; at instanceof Error && chain.length < 10; at = at.cause) chain.push(at);
  return chain;
}

const isOfDatabase = (error: Chained): boolean =>
  typeof error.query === 'string' || (typeof error.severity === 'string' && typeof error.code === 'string');

/** The lines of the stack alone: above them stands the message. */
function stackOf({ stack = '', message }: Error): string | undefined {
  const end = stack.indexOf(message);
  const lines = end < 0 ? undefined : stack.slice(end + message.length).match(/^ {4}at .*$/gm);
  return lines?.join('\n');
}

/** What may be kept of an error that comes from the database; undefined for any other. */
export function databaseFaultOf(error: unknown): DatabaseFault | undefined {
  const chain = chainOf(error);
  if (!chain.some(isOfDatabase)) return undefined;
  const [first] = chain;
  const code = chain.map((one) => one.code).find((one) => typeof one === 'string' && sqlState.test(one));
  const query = chain.map((one) => one.query).find((one) => typeof one === 'string');
  const stack = first && stackOf(first);
  return {
    type: chain.map((one) => one.constructor.name).join(' < '),
    ...(typeof code === 'string' && { code }),
    ...(typeof query === 'string' && { query: query.slice(0, longestQuery) }),
    ...(stack && { stack }),
  };
}

/** One sentence for the operator, without anything that a person wrote. */
export function faultSentence(error: unknown): string {
  const fault = databaseFaultOf(error);
  if (!fault) return (error instanceof Error ? error.message : String(error)).slice(0, 500);
  return [fault.type, fault.code, fault.query].filter(Boolean).join(' ').slice(0, 500);
}
