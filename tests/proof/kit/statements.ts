/**
 * Reads which statements a client sends to PostgreSQL, from the bytes of its line: simple queries, and prepared ones each
 * time that they are bound (https://www.postgresql.org/docs/current/protocol-message-formats.html).
 */

const headLength = 5;

/** Takes the client's bytes as they come; calls `onStatement` with each statement that is to run. */
export function createStatementReader(onStatement: (statement: string) => void): (bytes: Buffer) => void {
  const prepared = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let hasBegun = false;

  const take = (type: string, body: Buffer): void => {
    const textFrom = (from: number): [string, number] => {
      const end = body.indexOf(0, from);
      return [body.toString('utf8', from, end), end + 1];
    };
    if (type === 'Q') onStatement(textFrom(0)[0]);
    if (type === 'P') {
      const [name, next] = textFrom(0);
      prepared.set(name, textFrom(next)[0]);
    }
    if (type === 'B') onStatement(prepared.get(textFrom(textFrom(0)[1])[0]) ?? '');
  };

  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    if (!hasBegun) {
      // The first message has no type: its length comes first.
      if (rest.length < 4 || rest.length < rest.readUInt32BE(0)) return;
      rest = rest.subarray(rest.readUInt32BE(0));
      hasBegun = true;
    }
    while (rest.length >= headLength) {
      const length = rest.readUInt32BE(1) + 1;
      if (rest.length < length) return;
      take(String.fromCharCode(rest[0] ?? 0), rest.subarray(headLength, length));
      rest = rest.subarray(length);
    }
  };
}
