/** Somebody of the play: reads what came last and answers it, in a chat with buttons or without. */
import type { Holder, PlayedChannel } from './district.ts';
import type { Letter, Stand } from './stand.ts';

export type Resident = {
  name: string;
  address: string;
  says(text: string): Promise<void>;
  /** Takes a choice of the newest message: by its button, else by the number that stands before it. */
  chooses(label: string | RegExp): Promise<void>;
  newest(): string;
  choices(): string[];
};

const written = (text: string): string[] =>
  text
    .split(/^Trả lời bằng số hoặc chữ:$/m)[1]
    ?.trim()
    .split('\n') ?? [];

const labelsOf = ({ text, choices }: Letter): string[] =>
  choices.length > 0
    ? choices.map(({ label }) => label)
    : [
        ...written(text).map((line) => line.replace(/^\d+\. /, '')),
        ...(/Trả lời, ví dụ: (.*)$/m.exec(text)?.[1]?.split(', ') ?? []),
      ];

export function createResident(
  stand: Stand,
  { name, address, channel }: Pick<Holder, 'name' | 'address'> & { channel: PlayedChannel },
): Resident {
  const from = { address, name };
  const newest = (): Letter => {
    const letter = stand.newest(address);
    if (!letter) throw new Error(`${name} has no messages`);
    return letter;
  };
  const says = (text: string): Promise<void> => stand.hand(channel, { kind: 'text', from, text });
  return {
    name,
    address,
    says,
    newest: () => newest().text,
    choices: () => labelsOf(newest()),
    chooses: async (wanted) => {
      const letter = newest();
      const fits = (label: string): boolean => (typeof wanted === 'string' ? label === wanted : wanted.test(label));
      const button = letter.choices.find(({ label }) => fits(label));
      if (button) return stand.hand(channel, { kind: 'tap', from, tap: button.tap });
      const label = labelsOf(letter).find(fits);
      if (label === undefined) throw new Error(`${name} finds no choice ${wanted} in:\n${letter.text}`);
      const line = written(letter.text).find((one) => one.replace(/^\d+\. /, '') === label);
      return says(line ? line.slice(0, line.indexOf('.')) : label);
    },
  };
}
