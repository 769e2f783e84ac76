/** The live timeline: a line for each thing that happens; on a terminal three bars below show how far the units are. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { type Happening, progressSteps } from './timeline.ts';
import { demoLine, demoProgress } from './wording.ts';

export type Terminal = {
  show(happening: Happening): void;
  /** Ends the bars; what is printed later stands below them. */
  close(): void;
};

const nameWidth = Math.max(...Object.values(demoProgress).map((name) => name.length));

export function openTerminal(isInteractive = process.stdout.isTTY): Terminal {
  return isInteractive ? withBars() : plain();
}

function plain(): Terminal {
  return {
    show({ at, text, progress }) {
      const counts = progressSteps.map((step) => progress[step].done).join('/');
      process.stdout.write(`${demoLine(at, text)} [${counts}]\n`);
    },
    close() {},
  };
}

function withBars(): Terminal {
  const format = ` {name} {bar} {value}/{total}`;
  const bars = new MultiBar({ format, hideCursor: true, barsize: 30, fps: 20 }, Presets.shades_classic);
  const byStep = new Map<string, SingleBar>();
  return {
    show({ at, text, progress }) {
      bars.log(`${demoLine(at, text)}\n`);
      for (const step of progressSteps) {
        const { done, of } = progress[step];
        if (of === 0) continue;
        const bar = byStep.get(step) ?? bars.create(of, 0, { name: demoProgress[step].padEnd(nameWidth) });
        byStep.set(step, bar);
        bar.update(done);
      }
    },
    close: () => bars.stop(),
  };
}
