import type { FileSource } from '../../../core/channels/channel.ts';
import { fail } from '../../../core/result.ts';
import { download } from '../shared/download.ts';
import { defaultRoot, forGrammy } from './api.ts';
import type { Telegram } from './telegram.ts';

/** Files by their id; Telegram first names the path where one lies for an hour. */
export function createTelegramFiles(
  { api, calls, life }: Telegram,
  { token, apiRoot: root = defaultRoot }: { token: string; apiRoot?: string | undefined },
): FileSource {
  return {
    fetch: async (id) => {
      try {
        const { file_path: path } = await api.getFile(id, forGrammy(life.signal));
        if (path === undefined) return fail({ reason: 'Telegram names no path', isFinal: true });
        return await download(`${root}/file/bot${token}/${path}`, { apiRoot: root, hosts: [] }, life.signal);
      } catch (error) {
        const failure = calls.failureOf(error);
        return fail({ reason: failure.reason, isFinal: failure.type === 'answered' && failure.code === 400 });
      }
    },
  };
}
