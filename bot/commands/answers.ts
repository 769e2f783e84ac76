/** How the system reads answers: nothing is asked of the database, and nothing is kept. */
import type { DirectiveDraft } from '../../core/directives/directive.ts';
import { decodeText } from '../../core/intake/text-file.ts';
import { type ListedAnswer, readInContext } from '../../core/reports/answers/contexts.ts';
import { formNamed, type KnownIndicator, standingFigures } from '../../core/reports/answers/settings.ts';
import { fail, ok } from '../../core/result.ts';
import { answerLine, commandSentence as say } from '../../messages/terminal/command.ts';
import { readAnswerTable } from '../intake/answer-table.ts';
import { readDraft } from '../intake/reviewed-draft.ts';
import { readSample } from '../intake/sample.ts';
import { command } from './shape/command.ts';

type Read = ListedAnswer & { context: string; text: string };

/** The figures that the context `confirm` reads back, where it names none of its own. */
const usualStanding = 'CBCCVC=50,Bluezone=45,QR=40,Smart=38';

/** Reads every answer of a file in its context; see docs/operations.md for the contexts, kinds and values. */
export default command<Read[]>({
  async run(_, { file }) {
    const decoded = file && decodeText(file.bytes);
    const table = decoded?.ok ? readAnswerTable(decoded.value) : undefined;
    if (!table?.ok) return fail(say.badAnswers);
    const known = sampleIndicators();
    const read: Read[] = [];
    for (const { context, text } of table.value) {
      const [name = '', list = ''] = context.split(/:(.*)/s);
      const standing = standingFigures(name === 'confirm' && list !== '' ? list : usualStanding);
      const names = name === 'counts' ? list.split(',').map((one) => one.trim()) : Object.keys(standing);
      const listed = readInContext(context, text, { form: formNamed(names, known), standing });
      if (!listed) return fail(say.unknownContext(context));
      read.push({ context, text, ...listed });
    }
    return ok(read);
  },
  print: (answers) => answers.map(answerLine).join('\n'),
});

/** The indicators of the sample directive, for the labels that short names stand for. */
function sampleIndicators(): KnownIndicator[] {
  const draft = readDraft(readSample('directive.yaml'));
  return draft.ok ? draft.value.duties.flatMap(indicatorsOf) : [];
}

const indicatorsOf = ({ denominator, indicators }: DirectiveDraft['duties'][number]): KnownIndicator[] => [
  ...(denominator ? [{ label: denominator.label, isDenominator: true }] : []),
  ...indicators.map(({ label }) => ({ label, isDenominator: false })),
];
