/** The signed original of a directive: a PDF, or a picture of it. */

/** How it is carried: as a document or as a picture. */
export const originalFormats = ['original', 'original-image'] as const;
export type OriginalFormat = (typeof originalFormats)[number];

const formats: Record<string, OriginalFormat> = {
  'application/pdf': 'original',
  'image/jpeg': 'original-image',
  'image/png': 'original-image',
};

/** The form of a file of this content type; undefined for what is no signed original. */
export const originalFormatOf = (contentType: string | undefined): OriginalFormat | undefined =>
  formats[contentType ?? ''];

/** Whether a paper is the original rather than made here. */
export const isOriginal = (format: string): format is OriginalFormat => originalFormats.some((one) => one === format);
