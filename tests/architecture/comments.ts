/** The sentences of the comments. */
import ts from 'typescript';
import { type Source, sources } from './sources.ts';

type Comment = { text: string; position: number; end: number; isLine: boolean };

const plain = (raw: string, isLine: boolean): string =>
  isLine
    ? raw.replace(/^\/\/ ?/, '')
    : raw
        .replace(/^\/\*\*?/, '')
        .replace(/\*\/$/, '')
        .replace(/^\s*\* ?/gm, '');

function commentsOf({ text, nodes }: Source): Comment[] {
  const ranges = new Map<number, ts.CommentRange>();
  for (const node of nodes)
    for (const range of [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ])
      ranges.set(range.pos, range);
  const comments: Comment[] = [];
  for (const { pos, end, kind } of [...ranges.values()].sort((a, b) => a.pos - b.pos)) {
    const isLine = kind === ts.SyntaxKind.SingleLineCommentTrivia;
    const said = plain(text.slice(pos, end), isLine);
    const before = comments.at(-1);
    // Lines of `//` below each other are one comment.
    if (isLine && before?.isLine && /^[ \t]*\n[ \t]*$/.test(text.slice(before.end, pos))) {
      before.text += `\n${said}`;
      before.end = end;
    } else comments.push({ text: said, position: pos, end, isLine });
  }
  return comments;
}

/** A sentence ends at a full stop, before an empty line, or before the next point of a list. */
const sentencesIn = (text: string): string[] =>
  text
    .split(/\n\s*\n|\n(?=\s*- )/)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?]["'”)\]]*)\s+(?=["'“(`[]*[\p{Lu}\d`])/u));

const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** Every sentence of every comment, with its number of words. */
export const commentSentences: readonly { path: string; where: string; sentence: string; words: number }[] = sources
  .flatMap((source) =>
    commentsOf(source).flatMap(({ text, position }) =>
      sentencesIn(text).map((sentence) => ({
        path: source.path,
        where: `${source.path}:${source.tree.getLineAndCharacterOfPosition(position).line + 1}`,
        sentence: sentence.trim(),
        words: wordsIn(sentence),
      })),
    ),
  )
  .filter(({ words }) => words > 0);
