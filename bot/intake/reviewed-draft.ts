import type { z } from 'zod';
import { vi } from 'zod/locales';
import { type DirectiveDraft, directiveDraftSchema } from '../../core/directives/directive.ts';
import { decodeText, fileTypeOf } from '../../core/intake/text-file.ts';
import { lettersOf } from '../../core/language/legacy-letters.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import {
  draftFault,
  draftRefused,
  draftTooLarge,
  type FieldFault,
  notYamlOrJson,
  yamlFault,
} from '../../messages/words/draft-faults.ts';
import { draftIsProse, draftNotText } from '../../messages/words/file-faults.ts';
import { readYaml } from './yaml.ts';

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
  const read = readYaml(text.replace(/^\uFEFF/, ''));
  if (!named.test(text)) return fail(draftIsProse());
  if (!read.ok) return fail(notYamlOrJson(read.error.map(yamlFault)));
  const { value, lineOf } = read.value;
  const draft = directiveDraftSchema.safeParse(value, { error: vi().localeError });
  return draft.success ? ok(draft.data) : fail(draftRefused(sentencesOf(draft.error, value, lineOf)));
}

/** A field that every draft has; a letter that was saved as text has none, and its faults of YAML would help nobody. */
const named =
  /^[ \t]*(?:- )?(?:number|date|subject|issuer|text|tasks|duties)[ \t]*:|["'](?:number|date|subject|issuer|text|tasks|duties)["']\s*:/m;

function textOf(bytes: Uint8Array): Result<string> {
  const text = fileTypeOf(bytes) === 'text' ? decodeText(bytes) : fail('no-text' as const);
  return text.ok && lettersOf(text.value).type === 'unicode' ? text : fail(draftNotText());
}

const sentencesOf = (error: z.ZodError, value: unknown, lineOf: (path: readonly PropertyKey[]) => number): string[] =>
  error.issues.map((issue) => {
    const found = issue.path.reduce<unknown>(
      (part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step],
      value,
    );
    return draftFault({ line: lineOf(issue.path), path: pathName(issue.path), found, ...faultOf(issue) });
  });

/** What a field may be, as far as the schema says it as data. */
function faultOf(issue: z.core.$ZodIssue): Omit<FieldFault, 'found'> {
  const { message: why } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return { why, expected: issue.expected };
    case 'invalid_value':
      return { why, allowed: issue.values.map(String) };
    case 'unrecognized_keys':
      return { why, unknown: issue.keys };
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? { why, allowed: issue.options.map(String) } : { why };
    default:
      return { why };
  }
}
