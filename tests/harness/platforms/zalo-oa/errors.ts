/** A refusal of the Official Account API; it goes out with HTTP 200. */
export class OaError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export const invalid = (field: string): OaError => new OaError(-201, `${field} is invalid!`);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
