/** A line between the service and PostgreSQL on which everything can happen that happens to lines. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createStatementReader } from './statements.ts';

export type Relay = {
  /** The database's address through the relay. */
  url: string;
  /** Nothing passes, nothing breaks, until `pass`. */
  block(): void;
  pass(): void;
  /** Connections that are open now pass nothing ever again, and do not break; new ones work. */
  forget(which?: (statements: readonly string[]) => boolean): number;
  /** Breaks every connection and refuses new ones, until `pass`. */
  refuse(): void;
  /** The next `times` statements that match are carried out, and their answer is lost with the connection. */
  loseAnswer(statement: RegExp, times: number): void;
  /** How many answers were lost so far. */
  answersLost(): number;
  close(): Promise<void>;
};

/** `forgotten`: nothing passes any more. `silenced`: the server is heard no more, and soon the line breaks. */
type Line = { client: Socket; server: Socket; said: string[]; state: 'open' | 'forgotten' | 'silenced' };

/** How long a statement whose answer is to be lost may take to end on the server, in milliseconds. */
const ownEndMs = 60;

export async function openRelay(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl);
  const lines = new Set<Line>();
  let isBlocked = false;
  let isRefusing = false;
  let loss: { statement: RegExp; left: number } | undefined;
  let lost = 0;

  const end = (line: Line): void => {
    lines.delete(line);
    line.client.destroy();
    line.server.destroy();
  };

  const hear = (line: Line, statement: string): void => {
    line.said.push(statement);
    if (!loss || loss.left === 0 || line.state !== 'open' || !loss.statement.test(statement)) return;
    loss.left -= 1;
    lost += 1;
    line.state = 'silenced';
    line.server.once('data', () => setTimeout(() => end(line), ownEndMs));
  };

  const open = (client: Socket): void => {
    if (isRefusing) return void client.destroy();
    const server = connect(Number(target.port), target.hostname);
    const line: Line = { client, server, said: [], state: 'open' };
    lines.add(line);
    const read = createStatementReader((statement) => hear(line, statement));
    client.on('data', (bytes) => {
      if (line.state === 'forgotten') return;
      read(bytes);
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (line.state === 'open') client.write(bytes);
    });
    for (const socket of [client, server]) {
      socket.on('error', () => {});
      socket.on('close', () => {
        if (line.state !== 'forgotten') end(line);
      });
      if (isBlocked) socket.pause();
    }
  };

  const listener = createServer(open).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const setFlow = (blocked: boolean): void => {
    isBlocked = blocked;
    for (const { client, server } of lines)
      for (const socket of [client, server]) {
        if (blocked) socket.pause();
        else socket.resume();
      }
  };

  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${(listener.address() as AddressInfo).port}` }).href,
    block: () => setFlow(true),
    pass: () => {
      isRefusing = false;
      setFlow(false);
    },
    forget: (which = () => true) => {
      const chosen = [...lines].filter(({ said }) => which(said));
      for (const line of chosen) line.state = 'forgotten';
      return chosen.length;
    },
    refuse: () => {
      isRefusing = true;
      for (const line of lines) end(line);
    },
    loseAnswer: (statement, times) => {
      loss = { statement, left: times };
    },
    answersLost: () => lost,
    close: async () => {
      for (const line of lines) end(line);
      listener.close();
      await once(listener, 'close');
    },
  };
}
