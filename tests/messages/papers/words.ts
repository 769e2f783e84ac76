/** A paper as an independent reader sees it. */
import mammoth from 'mammoth';

/** What reads a paper, which reads each paper once: several tests look at one, and reading takes half a second. */
function once<T>(read: (docx: Uint8Array) => Promise<T>): (docx: Uint8Array) => Promise<T> {
  const known = new WeakMap<Uint8Array, Promise<T>>();
  return (docx: Uint8Array): Promise<T> => {
    const begun = known.get(docx) ?? read(docx);
    known.set(docx, begun);
    return begun;
  };
}

/** Its paragraphs, the cells of tables among them, in order and without empty ones. */
export const paragraphsOf = once(async (docx): Promise<string[]> => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
  return value.split(/\n+/).filter((line) => line.trim() !== '');
});

/** The rows of its tables. */
export const rowsOf = once(async (docx): Promise<string[][]> => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
  const text = (html: string): string =>
    html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replaceAll('\u00a0', ' ')
      .trim();
  return [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => text(cell ?? '')),
  );
});
