/** How the processes on one PostgreSQL wake each other. Who misses it looks by itself soon. */
import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { parseAddress } from '../engine/address.ts';
import { wakeChannel } from '../engine/service-lock.ts';

/** Says that the messages to an address of the web changed; those who serve pages listen. */
const pageChannel = 'chidao_page';

/** Tells the leader, in whichever process it is; it hears of it after the commit. */
export async function wakeLeader(db: Db): Promise<void> {
  await db.execute(sql`select pg_notify(${wakeChannel}, '')`);
}

/** Tells every process that serves pages that the messages to this address changed. */
export async function tellPages(db: Db, address: string): Promise<void> {
  await db.execute(sql`select pg_notify(${pageChannel}, ${address})`);
}

/** How soon a line that ended is opened again, in milliseconds. */
const againMs = 1000;

/** Listens for pages that changed, on a session of its own that is opened again whenever it ends. For PostgreSQL alone. */
export function listenForPages(url: string, onChange: (address: string) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const listening = (async () => {
    const address = parseAddress(url);
    const { openSession } = await import('../engine/session.ts');
    while (address.ok && !stopping.signal.aborted) {
      try {
        const onNotify = (_: string, payload: string) => onChange(payload);
        const session = await openSession(address.value, { role: 'listen', statementSeconds: 10, onNotify });
        const end = () => session.destroy('nobody listens any longer');
        stopping.signal.addEventListener('abort', end, { once: true });
        if (stopping.signal.aborted) end();
        await session.run(`listen ${pageChannel}`);
        await session.ended;
        stopping.signal.removeEventListener('abort', end);
      } catch {
        // The database is away: whoever works on it says so.
      }
      await new Promise((resolve) => setTimeout(resolve, stopping.signal.aborted ? 0 : againMs));
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await listening;
    },
  };
}
