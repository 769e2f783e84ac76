/** What a signed link opens: a unit's tasks in full, or a paper of a directive. */
export type LinkTarget =
  | { what: 'tasks'; assignment: number }
  | { what: 'paper'; directive: number; format: string; unit?: string };

/** Whether an address opens beyond this machine: without a public address only the browser chat can use links. */
export const opensElsewhere = (link: string): boolean => !/^https?:\/\/(127\.|localhost[:/]|\[::1\])/.test(link);
