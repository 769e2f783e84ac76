/**
 * Where several processes receive: what comes to any of them is kept first, so that one order holds for all, and the one that
 * leads takes the turns. `wake` tells it, from another process.
 */
export type Sharing = { leads: true } | { leads: false; wake: () => Promise<void> };
