/** Text in the picture: its letters, its colours, its lines. */

export const fontFamily = 'Be Vietnam Pro';
export const width = 1080;

export const ink = '#1f2937';
export const faint = '#6b7280';
export const margin = 48;

type Block = { text: string; size: number; weight?: 400 | 700; color?: string };

/** Breaks text into lines that fit the picture: letters of this font are some 0.56 of their size wide. */
function wrap(text: string, size: number, room: number): string[] {
  const most = Math.floor(room / (size * 0.56));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Lays blocks of text under each other from `top`; returns what to draw and where it ends. */
export function stack(blocks: Block[], top: number) {
  let y = top;
  const graphic = blocks.flatMap(({ text, size, weight = 400, color = ink }) =>
    wrap(text, size, width - 2 * margin).map((line) => {
      const element = {
        type: 'text' as const,
        left: margin,
        top: y,
        style: { text: line, fontSize: size, fontWeight: weight, fontFamily, fill: color },
      };
      y += Math.round(size * 1.35);
      return element;
    }),
  );
  return { graphic, bottom: y };
}
