import { expect } from 'vitest';
import type { Loopback } from './loopback.ts';

/** A group chat, and what the bot wrote in it. */
export class Group {
  readonly title: string;
  readonly address: string;
  private readonly channel: Loopback;

  constructor(channel: Loopback, title: string, address: string) {
    this.channel = channel;
    this.title = title;
    this.address = address;
  }

  reads = (): string[] => this.channel.arrived.filter((m) => m.to === this.address && m.isGroup).map((m) => m.text);

  /** The part of the group in which the newest text was written; undefined for the group itself. */
  newestTopic = (): string | undefined =>
    this.channel.arrived.findLast((m) => m.to === this.address && m.isGroup)?.topic;

  newest(): string {
    const newest = this.reads().at(-1);
    expect(newest, `something was written in ${this.title}`).toBeDefined();
    return newest ?? '';
  }
}
