import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { siteName } from '../../../messages/pages/web.ts';

/** A finished page or part of one; every value in it was escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

type PageKind = 'plain' | 'chat' | 'form' | 'simulator';

const styles: Record<PageKind, string[]> = {
  plain: ['base.css', 'pages.css'],
  chat: ['base.css', 'pages.css', 'chat.css'],
  form: ['base.css', 'pages.css', 'form.css'],
  simulator: ['base.css', 'simulator.css'],
};

/** `reloadSeconds`: the page comes back by itself after so many. */
type PageOptions = { title: string; script?: string; kind: PageKind; body: Html; reloadSeconds?: number };

/** The frame of every page: no inline script or style, nothing from elsewhere. */
export function page(options: PageOptions): Html {
  const { title, script, kind, body, reloadSeconds } = options;
  return html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
    <meta name="robots" content="noindex, nofollow" />
    <meta name="theme-color" content="#ffffff" />
    ${reloadSeconds === undefined ? '' : html`<meta http-equiv="refresh" content="${reloadSeconds}" />`}
    <title>${title} – ${siteName}</title>
    <link rel="icon" href="/assets/star.svg" type="image/svg+xml" />
    ${styles[kind].map((name) => html`<link rel="stylesheet" href="/assets/${name}" />`)}
    ${script ? html`<script type="module" src="/assets/${script}"></script>` : ''}
  </head>
  <body class="${kind}">
    ${body}
  </body>
</html> `;
}

/** The bar on top of a person's pages. */
export const header = (): Html =>
  html`<header><img src="/assets/star.svg" alt="" width="28" height="28" /><span>${siteName}</span></header>`;
