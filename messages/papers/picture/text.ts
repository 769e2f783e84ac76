/** Text in the picture: its letters, its colours, its lines. */
import { fill, widthOf } from '../word/lines.ts';

export const fontFamily = 'Be Vietnam Pro';
export const width = 1080;

export const ink = '#1f2937';
export const faint = '#6b7280';
/**
 * Eyes that do not tell red from green still tell these apart: Okabe and Ito's blue and orange, and a red darker than
 * both.
 */
export const colors = { onTime: '#0072b2', late: '#e69f00', owed: '#a61c1c' };
export const margin = 48;

/** The letters of legends, axes and names. */
export const label = { fontFamily, fontSize: 28, color: ink };

type Block = { text: string; size: number; weight?: 400 | 700; color?: string; most?: number };

/** Widths are estimated for another font; this one is up to a fifth wider. */
const wider = 1.2;

/** How wide a text in the picture is. */
const spanOf = (text: string, size: number): number => widthOf(text, size * wider);

/** Text cut to what fits into `room` on one line. */
export function cut(text: string, size: number, room: number): string {
  if (spanOf(text, size) <= room) return text;
  let kept = text;
  while (kept !== '' && spanOf(`${kept}…`, size) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Breaks text into lines that fit the picture; of what needs more than `most` lines the end is left out. */
function wrap(text: string, size: number, most: number): string[] {
  const room = width - 2 * margin;
  const lines = fill(text, room, size * wider);
  if (lines.length <= most) return lines.map((line) => cut(line, size, room));
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), size, room)];
}

/** Lays blocks of text under each other from `top`; returns what to draw and where it ends. */
export function stack(blocks: Block[], top: number) {
  let y = top;
  const graphic = blocks.flatMap(({ text, size, weight = 400, color = ink, most = 4 }) =>
    wrap(text, size, most).map((line) => {
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
