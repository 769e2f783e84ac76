/** A refusal of the Bot Platform; it goes out with HTTP 200. */
export class BotError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
