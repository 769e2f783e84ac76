/** How a task stands, as an answer says it. */
export type TaskProgress =
  | { state: 'none' | 'na' }
  /** `percent`: as a plain decimal, where one was said. */
  | { state: 'doing'; percent?: string }
  /** `paper`: the symbol of the paper that proves it. */
  | { state: 'done'; paper?: string }
  /** The reason is a part of the answer, word for word. */
  | { state: 'blocked'; reason: string };
