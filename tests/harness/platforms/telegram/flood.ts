/** Telegram's flood limits as sliding windows: what would be one message too many is refused and told how long to wait. */

export type FloodLimit = { count: number; perMs: number };

/** `false` switches a limit off. Defaults: 30 a second over all, 1 a second to one person, 20 a minute to one group. */
export type FloodLimits = {
  overall?: FloodLimit | false;
  perChat?: FloodLimit | false;
  perGroup?: FloodLimit | false;
};

const defaults = {
  overall: { count: 30, perMs: 1000 },
  perChat: { count: 1, perMs: 1000 },
  perGroup: { count: 20, perMs: 60_000 },
};

export type Flood = {
  /** Counts a message to a chat; returns the seconds to wait when it is refused. */
  admit(chatId: number, isGroup: boolean): number | undefined;
};

export function createFlood(limits: FloodLimits | false, now: () => number): Flood {
  const { overall, perChat, perGroup } = limits === false ? noLimits : { ...defaults, ...limits };
  const sent = new Map<string, number[]>();

  const waitFor = (key: string, limit: FloodLimit | false, at: number): number => {
    if (limit === false) return 0;
    const inWindow = (sent.get(key) ?? []).filter((time) => time > at - limit.perMs);
    sent.set(key, inWindow);
    const blocking = inWindow.at(-limit.count);
    return blocking === undefined ? 0 : blocking + limit.perMs - at;
  };

  return {
    admit: (chatId, isGroup) => {
      const at = now();
      const key = String(chatId);
      const waitMs = Math.max(waitFor('*', overall, at), waitFor(key, isGroup ? perGroup : perChat, at));
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      for (const one of ['*', key]) sent.set(one, [...(sent.get(one) ?? []), at]);
      return undefined;
    },
  };
}

const noLimits = { overall: false, perChat: false, perGroup: false } as const;
