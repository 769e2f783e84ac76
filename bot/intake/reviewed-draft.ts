import { parse } from 'yaml';
import type { z } from 'zod';
import { vi } from 'zod/locales';
import { type DirectiveDraft, directiveDraftSchema } from '../../core/directives/directive.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { draftRefused, notYamlOrJson } from '../../messages/words/draft-faults.ts';

/** `tasks[2].span`: where in a document something stands. */
const pathName = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

/** Reads a reviewed draft, YAML or JSON. The error is one sentence for every place that is wrong. */
export function readDraft(text: string): Result<DirectiveDraft> {
  let document: unknown;
  try {
    document = parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(notYamlOrJson(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)));
  }
  const draft = directiveDraftSchema.safeParse(document, { error: vi().localeError });
  return draft.success ? ok(draft.data) : fail(draftRefused(sentencesOf(draft.error)));
}

const sentencesOf = (error: z.ZodError): string[] =>
  error.issues.map((issue) => (issue.path.length > 0 ? `${pathName(issue.path)}: ${issue.message}` : issue.message));
