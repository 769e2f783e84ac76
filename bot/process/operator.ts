import { userInfo } from 'node:os';

/** Whose process this is, by the name that the machine has for them; by their number where it has none. */
export function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
