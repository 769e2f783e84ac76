/** A scripted person: acts, and reads what came since. */
import { expect } from 'vitest';
import type { Inbound, InboundEvent } from '../../../core/channels/channel.ts';
import type { Group } from './group.ts';
import type { Arrived, Loopback } from './loopback.ts';

/** What a person needs of the world. */
export type Street = {
  channel: Loopback;
  /** Closes a chat to us, or opens it again. */
  close(address: string, isClosed: boolean): void;
  /** Hands something in, twice, and runs all that follows. */
  deliver(inbound: Inbound): Promise<void>;
};

/** The numbered lines at a message's end. */
const writtenChoices = (text: string): string[] =>
  text
    .split(/^Trả lời bằng số hoặc chữ:$/m)[1]
    ?.trim()
    .split('\n') ?? [];

let written = 0;

export class Person {
  readonly name: string;
  readonly address: string;
  private readonly street: Street;
  /** What came before this place in all that arrived was read. */
  readFrom = 0;

  constructor(street: Street, name: string, address: string) {
    this.street = street;
    this.name = name;
    this.address = address;
  }

  opens = (code: string): Promise<void> => this.says(`/start ${code}`);

  says = (text: string): Promise<void> => this.act({ kind: 'text', from: this.sender(), text });

  sends = (what: 'media' | 'edit'): Promise<void> => this.act({ kind: 'unreadable', from: this.sender(), what });

  sendsFile = (reference: string, text = '', album?: string): Promise<void> =>
    this.act({
      kind: 'file',
      from: this.sender(),
      file: { reference, name: null },
      text,
      ...(album !== undefined && { album }),
    });

  /** Sends pictures together, with these captions; what comes of it is read afterwards. */
  async sendsAlbum(album: string, captions: string[]): Promise<void> {
    const { length } = this.street.channel.arrived;
    for (const [at, caption] of captions.entries()) await this.sendsFile(`${album}-${at}`, caption, album);
    this.readFrom = length;
  }

  /** Types a number into the platform's form. */
  sharesContact = (phone: string): Promise<void> =>
    this.act({ kind: 'contact', from: this.sender(), name: this.name, phone });

  /** Shares a number that the platform says is their own. */
  sharesOwnContact = (phone: string): Promise<void> =>
    this.act({ kind: 'contact', from: this.sender(), name: this.name, phone, isProven: true });

  writesIn = (group: Group, text: string, topic?: string): Promise<void> =>
    this.act({
      kind: 'text',
      from: this.sender(),
      text,
      group: { address: group.address, title: group.title, ...(topic !== undefined && { topic }) },
    });

  /** Closes the chat; a platform tells of it, or lets the next request fail. */
  async blocks(isTold = true): Promise<void> {
    this.street.close(this.address, true);
    if (isTold) await this.act({ kind: 'blocked', from: this.sender() });
  }

  async unblocks(): Promise<void> {
    this.street.close(this.address, false);
    await this.act({ kind: 'unblocked', from: this.sender() });
  }

  /** Takes a choice of the newest message: by its button, else by the number or the value written in its place. */
  async taps(label: string): Promise<void> {
    const newest = this.newest();
    if (this.street.channel.limits.choices > 0) return this.tapsOn(newest, label);
    const numbered = writtenChoices(newest.text).find((line) => line.replace(/^\d+\. /, '') === label);
    const values = /Trả lời, ví dụ: (.*)$/m.exec(newest.text)?.[1]?.split(', ') ?? [];
    if (!numbered && !values.includes(label)) throw new Error(`no choice "${label}" in:\n${newest.text}`);
    await this.says(numbered ? numbered.slice(0, numbered.indexOf('.')) : label);
  }

  /** Presses a button of any message, however old. */
  async tapsOn(message: Arrived, label: string): Promise<void> {
    const choice = message.choices.find((c) => c.label === label);
    if (!choice) throw new Error(`no choice "${label}" under:\n${message.text}\n${JSON.stringify(message.choices)}`);
    await this.act({ kind: 'tap', from: this.sender(), tap: choice.tap });
  }

  /** The newest text that arrived. */
  newest(): Arrived {
    const newest = this.messages().findLast((m) => m.type === 'text');
    if (!newest) throw new Error(`${this.name} has no messages`);
    return newest;
  }

  /** What can be chosen at the newest message. */
  choices(): string[] {
    const { text, choices } = this.newest();
    if (choices.length > 0) return choices.map((c) => c.label);
    return writtenChoices(text).map((line) => line.replace(/^\d+\. /, ''));
  }

  /** The texts of all that came since this person's last act. */
  reads(): string[] {
    return this.messages(this.readFrom).flatMap((m) => (m.type === 'text' ? m.text : []));
  }

  /** The papers that came since this person's last act. */
  holds(): Arrived[] {
    return this.messages(this.readFrom).filter((m) => m.type !== 'text');
  }

  /** Forgets what came so far. */
  looksAway(): void {
    this.readFrom = this.street.channel.arrived.length;
  }

  sees(...patterns: (RegExp | string)[]): void {
    const text = this.reads().join('\n\n');
    for (const pattern of patterns) expect(text, `${this.name} reads`).toMatch(pattern);
  }

  doesNotSee(...patterns: (RegExp | string)[]): void {
    const text = this.reads().join('\n\n');
    for (const pattern of patterns) expect(text, `${this.name} reads`).not.toMatch(pattern);
  }

  seesNothing(): void {
    expect(this.reads(), `${this.name} reads`).toEqual([]);
  }

  private sender = () => ({ address: this.address, name: this.name });

  private messages = (from = 0): Arrived[] =>
    this.street.channel.arrived.slice(from).filter((m) => m.to === this.address && !m.isGroup);

  private async act(event: InboundEvent): Promise<void> {
    this.looksAway();
    written += 1;
    await this.street.deliver({ channel: this.street.channel.name, externalId: `update-${written}`, ...event });
  }
}

/** Says several things, one after the other. */
export async function saysAll(person: Person, ...texts: string[]): Promise<void> {
  for (const text of texts) await person.says(text);
}

/** A whole report: staff, then each figure, no remark, confirmed; where the roster counts other staff, that is confirmed too. */
export async function reports(person: Person, figures: number[]): Promise<void> {
  const [staff, ...more] = figures.map(String);
  await saysAll(person, '/baocao', staff ?? '');
  if (person.newest().text.includes('danh sách')) await person.says('đúng');
  await saysAll(person, ...more, 'Không có');
  await person.taps('Đúng, gửi');
  person.sees(/^Đã ghi nhận báo cáo/);
}
