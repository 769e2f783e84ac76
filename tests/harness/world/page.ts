/** A person's own page: the web server over a world, and a browser without scripts that fills in its forms. */

import { pino } from 'pino';
import { createFormDesk } from '../../../bot/inbound/form/desk.ts';
import { createMetrics } from '../../../bot/process/metrics.ts';
import { createSignals } from '../../../bot/process/signals.ts';
import type { WebDeps } from '../../../bot/web/http/deps.ts';
import { createWebServer } from '../../../bot/web/server.ts';
import type { World } from '../world.ts';
import { worldKey } from '../world.ts';
import type { Person } from './person.ts';

/** Fields by their names; several texts of one name are several fields. */
export type Fields = Record<string, string | string[]>;

export type Page = { status: number; text: string; html: string; at: string };

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a reader sees of a page: its words, a line an element, without what is hidden. */
const wordsOf = (html: string): string =>
  decode(
    html
      .replace(/<(head|script)[\s\S]*?<\/\1>/g, '')
      .replace(/<(\w+)[^>]* hidden(?=[\s>])[^>]*>[^<]*<\/\1>/g, '')
      .replace(/<br>|<\/(?:p|li|h1|h2|dt|dd|div|label|legend|option|button|summary|a)>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s+/g, '\n');

/** The fields of a page's form as a browser would send them. */
export function fieldsOf(html: string): Fields {
  const fields: Fields = {};
  const add = (name: string, value: string) => {
    fields[name] = name in fields ? [fields[name] ?? [], value].flat() : value;
  };
  const tags = /<input\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/\2>/g;
  for (const [, alone, tag = 'input', opening = '', inner = ''] of html.matchAll(tags)) {
    const attributes = alone ?? opening;
    const of = (name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    const name = of('name');
    if (name === undefined) continue;
    const isTick = of('type') === 'radio' || of('type') === 'checkbox';
    if (isTick && !/\schecked(?=\s|$)/.test(attributes)) continue;
    if (tag === 'select') add(decode(name), decode(/<option value="([^"]*)" selected/.exec(inner)?.[1] ?? ''));
    else add(decode(name), decode(tag === 'textarea' ? inner : (of('value') ?? '')));
  }
  return fields;
}

/** A browser that holds a page. */
export class PageVisitor {
  /** The path of the chat. */
  readonly path: string;
  private readonly base: string;
  private cookie = '';
  constructor(base: string, path: string) {
    this.base = base;
    this.path = path;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Page> {
    const headers = { Accept: 'text/html', Cookie: this.cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${this.base}${path}`, { redirect: 'manual', ...init, headers });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    const next = response.headers.get('location');
    if (next !== null && response.status === 303) return this.ask(next);
    const html = await response.text();
    return { status: response.status, html, text: wordsOf(html), at: path };
  }

  look = (path: string): Promise<Page> => this.ask(`${this.path}${path}`);

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Page> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) =>
        [values].flat().map((value): [string, string] => [name, value]),
      ),
    );
    return this.ask(`${this.path}${path}`, { method: 'POST', body, headers });
  }

  /** Posts a form with files, as a browser does that has no script. */
  uploads(path: string, fields: Fields, files: Record<string, File>): Promise<Page> {
    const body = new FormData();
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) if (!(name in files)) body.append(name, value);
    for (const [name, file] of Object.entries(files)) body.append(name, file);
    return this.ask(`${this.path}${path}`, { method: 'POST', body });
  }

  /** Opens a report's page, types into its fields, and presses its button. */
  async fillsIn(report: number, typed: Fields, query = ''): Promise<Page> {
    const { html } = await this.look(`/form/${report}${query}`);
    return this.post(`/form/${report}`, { ...fieldsOf(html), ...typed });
  }

  /** Saves as the script of the page does; returns what it is told. */
  async saves(report: number, typed: Fields, query = ''): Promise<unknown> {
    const { html } = await this.look(`/form/${report}${query}`);
    const saved = await this.post(
      `/form/${report}/draft`,
      { ...fieldsOf(html), ...typed },
      { Accept: 'application/json' },
    );
    return JSON.parse(saved.html) as unknown;
  }

  /** Presses a button of the page that asks. */
  async presses({ html, at }: Page, label: string): Promise<Page> {
    const tap = new RegExp(`name="tap" value="([^"]*)"[^>]*>${label}<`).exec(html)?.[1];
    if (tap === undefined) throw new Error(`no button "${label}" on:\n${wordsOf(html)}`);
    const action = /action="([^"]*\/answer)"/.exec(html)?.[1] ?? at;
    return this.post(action.slice(this.path.length), { ...fieldsOf(html), tap: decode(tap) });
  }
}

export type Pages = {
  url: string;
  /** A browser that opens the person's own page, as `/toi` hands it out. */
  open(person: Person): Promise<PageVisitor>;
  /** A browser that goes to a path of a chat for the first time. */
  visit(path: string): PageVisitor;
  /** The address of the person's own page, which nobody has opened. */
  address(person: Person): Promise<string>;
  close(): Promise<void>;
};

/** Serves the pages of a world. `channels` are those that open pages inside themselves. */
export async function servePages(world: World, channels: WebDeps['channels'] = []): Promise<Pages> {
  const server = await createWebServer({
    db: world.db,
    clock: world.clock,
    key: worldKey,
    signals: createSignals(),
    log: pino({ level: 'error' }, { write: (line: string) => world.errors.push(line) }),
    metrics: createMetrics(async () => []),
    refused: () => {},
    receive: world.receiver.receive,
    config: {
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://127.0.0.1',
      isProduction: false,
      metrics: {},
      trustedProxies: [],
    },
    isReady: () => true,
    openFile: async () => undefined,
    forms: createFormDesk(world),
    channels,
  });
  async function pathFor(person: Person): Promise<string> {
    await person.says('/toi');
    const code = /bot\.test\/([0-9a-z]+)/.exec(person.reads().join('\n'))?.[1];
    if (code === undefined) throw new Error(`${person.name} got no code`);
    return `/c/${code}`;
  }
  return {
    url: server.url,
    close: server.close,
    visit: (path) => new PageVisitor(server.url, path),
    address: async (person) => `${server.url}${await pathFor(person)}`,
    async open(person) {
      const visitor = new PageVisitor(server.url, await pathFor(person));
      await visitor.post('', {});
      return visitor;
    },
  };
}
