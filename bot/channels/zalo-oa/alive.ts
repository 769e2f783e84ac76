/** Whether an access token still works: the one thing that shows whether its refresh token was used. */
import { actionOf } from './actions.ts';
import { createOaApi } from './api.ts';
import { createOaCaller } from './call.ts';

/** Asks for the account with this very token; undefined when there was no answer, or one that says nothing of the token. */
export async function isAccessAlive(apiRoot: string, access: string): Promise<boolean | undefined> {
  const tokens = { current: async () => access, replace: async () => undefined, trouble: () => undefined };
  const asked = await createOaApi(createOaCaller({ root: apiRoot, tokens })).readOa();
  if (asked.ok) return true;
  return asked.error.type === 'answered' && actionOf(asked.error.code).do === 'refresh-token' ? false : undefined;
}
