/** Wakes open pages: whoever settles an outbox row of the web says so here, after the commit. */
export type WebHub = {
  /** The messages to this address changed. */
  changed(address: string): void;
  /** Calls the listener at every change until the returned function is called. */
  subscribe(address: string, listener: () => void): () => void;
};

export function createWebHub(): WebHub {
  const listeners = new Map<string, Set<() => void>>();
  return {
    changed(address) {
      for (const listener of listeners.get(address) ?? []) listener();
    },
    subscribe(address, listener) {
      const ofAddress = listeners.get(address) ?? new Set();
      listeners.set(address, ofAddress.add(listener));
      return () => {
        ofAddress.delete(listener);
        if (ofAddress.size === 0 && listeners.get(address) === ofAddress) listeners.delete(address);
      };
    },
  };
}
