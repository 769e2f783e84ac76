/** Which characters a TrueType font can draw: its `cmap` table, formats 4 and 12 (OpenType specification). */
export function charactersOf(font: Uint8Array): (code: number) => boolean {
  const file = Buffer.from(font);
  const tables = Array.from({ length: file.readUInt16BE(4) }, (_, n) => 12 + 16 * n);
  const entry = tables.find((at) => file.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) throw new Error('a font without a cmap');
  const cmap = file.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: file.readUInt16BE(cmap + 2) },
    (_, n) => cmap + file.readUInt32BE(cmap + 8 + 8 * n),
  );
  const ranges = subtables.flatMap((at) =>
    file.readUInt16BE(at) === 12 ? groups(file, at) : file.readUInt16BE(at) === 4 ? segments(file, at) : [],
  );
  return (code) => ranges.some(([from, to, glyphOf]) => from <= code && code <= to && glyphOf(code) !== 0);
}

type Range = [from: number, to: number, glyphOf: (code: number) => number];

const groups = (file: Buffer, at: number): Range[] =>
  Array.from({ length: file.readUInt32BE(at + 12) }, (_, n): Range => {
    const group = at + 16 + 12 * n;
    const from = file.readUInt32BE(group);
    return [from, file.readUInt32BE(group + 4), (code) => file.readUInt32BE(group + 8) + code - from];
  });

function segments(file: Buffer, at: number): Range[] {
  const double = file.readUInt16BE(at + 6);
  return Array.from({ length: double / 2 }, (_, n): Range => {
    const read = (block: number) => file.readUInt16BE(at + 14 + block * double + (block > 0 ? 2 : 0) + 2 * n);
    const [to, from, delta, offset] = [read(0), read(1), read(2), read(3)];
    const here = at + 16 + 3 * double + 2 * n;
    return [
      from,
      to,
      (code) => {
        if (offset === 0) return (code + delta) & 0xffff;
        const glyph = file.readUInt16BE(here + offset + 2 * (code - from));
        return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      },
    ];
  });
}
