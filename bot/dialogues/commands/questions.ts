/** What units tell the office beside their figures: questions, and the difficulties of their reports. */
import { asksInGroup } from '../../../core/figures/asked/in-group.ts';
import { readLedgerQuestion } from '../../../core/language/asked/read.ts';
import { commandWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { difficultiesMeant, readDifficultyOrder } from '../../../core/reports/difficulty.ts';
import { askInPrivate, groupCounts } from '../../../messages/chat/asked/in-group.ts';
import * as difficulty from '../../../messages/chat/talk/difficulties.ts';
import * as say from '../../../messages/chat/talk/questions.ts';
import { answerWith } from '../answering/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { isOneOf } from '../shape/roles.ts';
import { takeQuestion } from '../unasked/question.ts';

/** Whoever answers for a unit asks; who follows it reads what was asked. */
export const askCommand: ChatCommand = {
  slash: ['hoi'],
  words: commandWords.hoi,
  for: 'holder',
  where: 'both',
  needs: () => [{ type: 'contacts' }, { type: 'inquiry' }, { type: 'questions' }],
  reply: (context, argument) => {
    if (isOneOf('chaser', context.person) && !(argument !== '' && isOneOf('answerer', context.person)))
      return { say: say.questionList(required(context.questions, 'questions')) };
    if (argument === '') return { say: saying(say.askHow()) };
    return takeQuestion(argument, context, true) ?? { say: saying(say.askHow()) };
  },
  // Before all only how many have reported is told: no names, no figures.
  inGroup: {
    needs: (words) => [{ type: 'groupSummary', words: readLedgerQuestion(words)?.directive ?? '' }],
    reply: ({ bound, groupSummary: read, now }, argument) => {
      if (!bound) return { effects: [], say: undefined };
      const told = asksInGroup(argument) && read && 'summary' in read ? groupCounts(read.summary, now) : askInPrivate();
      return { effects: [], say: { to: 'group', text: told } };
    },
  },
};

export const answerCommand: ChatCommand = {
  slash: ['traloi'],
  words: commandWords.traloi,
  leading: leadingWords.traloi,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'questions' }],
  reply: ({ questions }, argument) => {
    const waiting = required(questions, 'questions');
    const [only, ...others] = waiting;
    const [, number, text = ''] = /^(\d{1,9})(?:[\s:.,-]+([\s\S]*))?$/.exec(argument) ?? [];
    if (number === undefined) {
      if (!only || others.length > 0) return { say: say.questionList(waiting) };
      return argument === '' ? { state: { dialogue: 'answering', question: only.id } } : answerWith(only, argument);
    }
    const meant = waiting.find(({ id }) => id === Number(number));
    if (!meant) return { say: saying(say.questionGone()) };
    return text.trim() === '' ? { state: { dialogue: 'answering', question: meant.id } } : answerWith(meant, text);
  },
};

/** Lists the difficulties and requests of the reports, groups them, and decides on them. */
export const difficultiesCommand: ChatCommand = {
  slash: ['khokhan', 'kiennghi'],
  words: commandWords.khokhan,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'difficulties' }],
  reply: ({ difficulties }, argument) => {
    const all = required(difficulties, 'difficulties');
    if (argument === '') return { say: saying(difficulty.difficultyList(all)) };
    const read = readDifficultyOrder(argument);
    if (!read) return { say: saying(difficulty.difficultyUnclear()) };
    const { which, order } = read;
    const named = difficultiesMeant(all, which);
    if (named.length === 0) return { say: saying(difficulty.noSuchDifficulty()) };
    const meant = order.act === 'group' ? named : named.filter(({ state }) => state === 'open');
    if (meant.length === 0) return { say: saying(difficulty.decidedAlready()) };
    const told =
      order.act === 'group'
        ? difficulty.difficultiesGrouped(meant, order.topic)
        : difficulty.difficultiesDecided(meant, order.act);
    return {
      say: saying(told),
      effects: [{ type: 'settle-difficulties', reports: meant.map(({ id }) => id), order }],
    };
  },
};
