export type OpenedFile =
  | { type: 'page'; title: string; text: string }
  | { type: 'file'; name: string; contentType: string; bytes: Uint8Array };

/** What a link's token opens now; undefined when it is forged, expired or revoked. */
export type FileOpener = (token: string) => Promise<OpenedFile | undefined>;
