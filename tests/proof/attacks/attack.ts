/** An attack as data: so many cases, and what got through. */
import type { Ground } from '../kit/ground.ts';

/** What is still open, a sentence each; how many cases were tried, and how many had to be allowed and were. */
export type Finding = { cases: number; allowed: number; open: string[] };

export type Attack = {
  name: string;
  what: string;
  /** Whether it belongs to the cut that CI plays. */
  isInCut: boolean;
  /** `isCut`: the short form, where there is one. */
  run(ground: Ground, isCut: boolean): Promise<Finding>;
};

export type AttackOutcome = Finding & { name: string; seconds: number };

export async function launch(attack: Attack, ground: Ground, isCut: boolean): Promise<AttackOutcome> {
  const began = performance.now();
  const finding = await attack.run(ground, isCut).catch((error: unknown): Finding => {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { cases: 0, allowed: 0, open: [`could not be played: ${why}`] };
  });
  return { name: attack.name, ...finding, seconds: (performance.now() - began) / 1000 };
}
