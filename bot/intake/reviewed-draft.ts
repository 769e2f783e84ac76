import { parse } from 'yaml';
import type { z } from 'zod';
import { vi } from 'zod/locales';
import { type DirectiveDraft, directiveDraftSchema } from '../../core/directives/directive.ts';
import { decodeText, fileTypeOf } from '../../core/intake/text-file.ts';
import { lettersOf } from '../../core/language/legacy-letters.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { draftRefused, draftTooLarge, notYamlOrJson } from '../../messages/words/draft-faults.ts';
import { draftNotText } from '../../messages/words/file-faults.ts';

/** `tasks[2].span`: where in a document something stands. */
const pathName = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

/** Characters of a draft; the longest directive known has some 60,000. */
const longestDraft = 2_000_000;
/** A draft nests its parts six deep. */
const deepest = 100;

/**
 * Whether brackets, or dashes at the beginning of lines, lie in each other as in no draft: the reader of YAML would take
 * seconds. One look at each character; brackets within words count as well, and draft texts close theirs.
 */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '[' || sign === '{') depth += 1;
    else if ((sign === ']' || sign === '}') && depth > 0) depth -= 1;
    if (depth > deepest) return true;
  }
  return /^[ \t]*(?:[-?:][ \t]+){100}/m.test(text);
}

/** Reads a reviewed draft, YAML or JSON. The error is one sentence for every place that is wrong. */
export function readDraft(file: string | Uint8Array): Result<DirectiveDraft> {
  const opened = typeof file === 'string' ? ok(file) : textOf(file);
  if (!opened.ok) return opened;
  const text = opened.value;
  if (text.length > longestDraft || isNestedTooDeep(text)) return fail(draftTooLarge());
  let document: unknown;
  try {
    document = parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(notYamlOrJson(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)));
  }
  const draft = directiveDraftSchema.safeParse(document, { error: vi().localeError });
  return draft.success ? ok(draft.data) : fail(draftRefused(sentencesOf(draft.error)));
}

function textOf(bytes: Uint8Array): Result<string> {
  const text = fileTypeOf(bytes) === 'text' ? decodeText(bytes) : fail('no-text' as const);
  return text.ok && lettersOf(text.value).type === 'unicode' ? text : fail(draftNotText());
}

const sentencesOf = (error: z.ZodError): string[] =>
  error.issues.map((issue) => (issue.path.length > 0 ? `${pathName(issue.path)}: ${issue.message}` : issue.message));
