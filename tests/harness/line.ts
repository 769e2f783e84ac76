/** A line between the product and a server, that a test can spoil. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Line = {
  /** The server's address over this line. */
  url: string;
  /** Bytes of connections that are open now go nowhere any more, either way, and nobody is told. New connections work. */
  forget(): void;
  /** From now on every byte goes nowhere, those of new connections too; `mend` lets new connections work. */
  cut(): void;
  mend(): void;
  /** Ends every connection, and from now on each new one, as a server does that is stopped; until `mend`. */
  stop(): void;
  close(): Promise<void>;
};

export type LineOptions = {
  /** Changes what the server says, connection by connection. */
  rewrite?: (chunk: Buffer) => Buffer;
  /** Told of every piece of bytes, by who said it. */
  hears?: (speaker: 'product' | 'server') => void;
};

/** A line to the server of this address. */
export async function openLine(
  url: string,
  { rewrite = (chunk) => chunk, hears = () => {} }: LineOptions = {},
): Promise<Line> {
  const target = new URL(url);
  const open = new Set<{ near: Socket; far: Socket; isDead: boolean }>();
  let isCut = false;
  let isStopped = false;
  const server = createServer((near) => {
    if (isStopped) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    const pair = { near, far, isDead: isCut };
    open.add(pair);
    near.on('data', (chunk) => {
      hears('product');
      if (!pair.isDead) far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      hears('server');
      if (!pair.isDead) near.write(rewrite(chunk));
    });
    const end = (other: Socket) => () => {
      if (pair.isDead) return;
      open.delete(pair);
      other.destroy();
    };
    near.on('close', end(far)).on('error', () => {});
    far.on('close', end(near)).on('error', () => {});
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const here = new URL(url);
  here.port = String((server.address() as AddressInfo).port);
  const forget = () => {
    for (const pair of open) pair.isDead = true;
  };
  return {
    url: here.href,
    forget,
    cut: () => {
      isCut = true;
      forget();
    },
    mend: () => {
      isCut = false;
      isStopped = false;
    },
    stop: () => {
      isStopped = true;
      for (const { near } of open) near.destroy();
    },
    close: async () => {
      for (const { near, far } of open) {
        near.destroy();
        far.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}
