import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideGroupPost, editEveryMs, type GroupPost } from '../../../core/reminders/group-post.ts';

const now = new Date('2026-11-29T08:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);

const card = (some: Partial<GroupPost> = {}): GroupPost => ({
  type: 'card',
  text: 'cũ',
  externalId: '7',
  edit: null,
  editedAt: null,
  pin: 'asked',
  pinned: 'sent',
  isOver: false,
  ...some,
});

describe('a post in a group', () => {
  test.each<[string, Partial<GroupPost>, string, string[]]>([
    ['has not arrived: nothing can be done to it', { externalId: null }, 'mới', []],
    ['reads as it should', {}, 'cũ', []],
    ['reads otherwise: it is edited', {}, 'mới', ['edit']],
    ['is new: it is pinned', { pin: 'none', pinned: null }, 'cũ', ['pin']],
    ['is a reminder: it is not pinned', { type: 'reminder', pin: 'none', pinned: null }, 'mới', ['edit']],
    ['could not be pinned: staff are told', { pinned: 'refused' }, 'cũ', ['tell-unpinned']],
    ['could not be pinned, as staff know', { pin: 'refused', pinned: 'refused' }, 'cũ', []],
    ['is of a directive that is over: it is unpinned', { isOver: true }, 'cũ', ['unpin']],
    ['is of one that is over, and was not pinned', { isOver: true, pin: 'none', pinned: null }, 'cũ', []],
    ['is of one that is over, and its pin is under way', { isOver: true, pinned: 'queued' }, 'cũ', []],
    ['was unpinned', { isOver: true, pin: 'released' }, 'cũ', []],
    ['was edited a moment ago', { edit: 'sent', editedAt: ago(editEveryMs - 1) }, 'mới', []],
    ['was edited some time ago', { edit: 'sent', editedAt: ago(editEveryMs) }, 'mới', ['edit']],
    ['has an edit that waits', { edit: 'queued', editedAt: ago(60_000) }, 'mới', []],
    ['has an edit in doubt: it is made again', { edit: 'uncertain', editedAt: ago(60_000) }, 'cũ', ['edit']],
    ['is not there any more', { edit: 'refused', editedAt: ago(60_000) }, 'mới', ['lost']],
  ])('%s', (_, some, text, steps) => expect(decideGroupPost(card(some), text, now)).toEqual(steps));

  test('is edited at most once in that time, however many reports come in, and reads the last of them in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 60 }), (pauses) => {
        let post = card();
        let at = 0;
        const edits: number[] = [];
        const look = (text: string) => {
          const steps = decideGroupPost(post, text, new Date(at));
          if (!steps.includes('edit')) return;
          edits.push(at);
          post = { ...post, text, edit: 'sent', editedAt: new Date(at) };
        };
        for (const [index, pause] of pauses.entries()) {
          at += pause;
          look(`${index}`);
        }
        at += editEveryMs;
        look(`${pauses.length - 1}`);
        expect(post.text).toBe(`${pauses.length - 1}`);
        for (const [index, edit] of edits.slice(1).entries())
          expect(edit - (edits[index] ?? 0)).toBeGreaterThanOrEqual(editEveryMs);
      }),
    );
  });
});
