/** How many streams are open at once: places that browsers take and leave. */

export type Place = {
  /** Aborted when a newer stream of the same session takes the place. */
  taken: AbortSignal;
  leave(): void;
};

export type Places = {
  /** A place for a stream of this session; undefined when all are taken. Its oldest stream makes room for a fifth. */
  take(session: string): Place | undefined;
};

/** A browser opens six streams to one host at most: four leave it two for everything else. */
const perSession = 4;
/** Each stream holds a connection open: below what one process may usually hold (1,024 files), the rest for requests. */
const inAll = 800;

export function createPlaces(limits: { perSession: number; inAll: number } = { perSession, inAll }): Places {
  const bySession = new Map<string, Set<AbortController>>();
  let open = 0;

  function leave(session: string, stream: AbortController): void {
    const streams = bySession.get(session);
    if (!streams?.delete(stream)) return;
    open -= 1;
    if (streams.size === 0) bySession.delete(session);
  }

  return {
    take(session) {
      const [oldest] = bySession.get(session) ?? [];
      const isCrowded = (bySession.get(session)?.size ?? 0) >= limits.perSession;
      if (open >= limits.inAll && !isCrowded) return undefined;
      if (isCrowded && oldest) {
        leave(session, oldest);
        oldest.abort();
      }
      const stream = new AbortController();
      bySession.set(session, (bySession.get(session) ?? new Set()).add(stream));
      open += 1;
      return { taken: stream.signal, leave: () => leave(session, stream) };
    },
  };
}
