/** A paper as an independent reader sees it. */
import mammoth from 'mammoth';

/** Its paragraphs, the cells of tables among them, in order and without empty ones. */
export async function paragraphsOf(docx: Uint8Array): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
  return value.split(/\n+/).filter((line) => line.trim() !== '');
}

/** The rows of its tables. */
export async function rowsOf(docx: Uint8Array): Promise<string[][]> {
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
}
