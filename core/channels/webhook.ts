/** What a platform delivers to us over HTTP, and how it is answered. */

/** Header names in lower case. */
export type WebhookHeaders = Readonly<Record<string, string | undefined>>;

/**
 * The answer to a delivery, as an HTTP status. 200: it was stored, or it concerns nobody. 400: it cannot be read. 401:
 * nothing proves that the platform sent it. 500: it could not be stored; the platform delivers it again.
 */
export type WebhookAnswer = 200 | 400 | 401 | 500;

/** Takes one delivery with its body as it came: some platforms sign the bytes. */
export type Webhook = (headers: WebhookHeaders, rawBody: Uint8Array) => Promise<WebhookAnswer>;
