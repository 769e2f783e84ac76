/** A refusal in Telegram's envelope: {ok: false, error_code, description, parameters}. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: object | undefined;

  constructor(code: number, description: string, parameters?: object) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const bad = (why: string, parameters?: object): ApiError => new ApiError(400, `Bad Request: ${why}`, parameters);
export const forbidden = (why: string): ApiError => new ApiError(403, `Forbidden: ${why}`);
export const tooMany = (seconds: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
