/** What one part of the service tells another after a commit. It only wakes: whoever missed a signal looks by itself soon. */
export type Signals = {
  /** Something may have been queued for sending. */
  nudge(): void;
  /** Calls the listener at every nudge until the returned function is called. */
  onNudge(listener: () => void): () => void;
  /** Something was done that jobs may follow up on; a nudge says so too. */
  stir(): void;
  /** How often something was done since the process began. */
  stirred(): number;
  /** The messages to this address of the web changed. */
  changed(address: string): void;
  /** Calls the listener at every change of an address until the returned function is called. */
  onChange(address: string, listener: () => void): () => void;
};

/** Signals within one process. */
export function createSignals(): Signals {
  const nudged = new Set<() => void>();
  const byAddress = new Map<string, Set<() => void>>();
  let stirred = 0;
  return {
    stir() {
      stirred += 1;
    },
    stirred: () => stirred,
    nudge() {
      stirred += 1;
      for (const listener of nudged) listener();
    },
    onNudge(listener) {
      nudged.add(listener);
      return () => nudged.delete(listener);
    },
    changed(address) {
      for (const listener of byAddress.get(address) ?? []) listener();
    },
    onChange(address, listener) {
      const listeners = byAddress.get(address) ?? new Set();
      byAddress.set(address, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byAddress.get(address) === listeners) byAddress.delete(address);
      };
    },
  };
}
