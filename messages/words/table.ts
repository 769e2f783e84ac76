/** Rows of cells as lines with aligned columns; the last column keeps its own width. */
export function alignRows(rows: readonly (readonly string[])[]): string {
  const width = (text: string) => [...text.normalize('NFC')].length;
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
