/** A page's sentences with their reader addressed as the kinds of their units ask for. */
import type { FormAnswer, FormView } from '../../../core/conversation/form.ts';
import { addressedTo, addressIn } from '../../../messages/words/address.ts';
import type { PageHolder } from './reports.ts';

export function addressedAnswer({ asker }: PageHolder, answer: FormAnswer): FormAnswer {
  const form = addressIn(asker.person?.roles ?? []);
  const say = (text: string): string => addressedTo(text, form);
  switch (answer.type) {
    case 'form':
      return { ...answer, view: addressedView(answer.view, say) };
    case 'handed-in':
      return answer;
    case 'question':
      return {
        ...answer,
        text: say(answer.text),
        choices: answer.choices.map((choice) => ({ ...choice, label: say(choice.label) })),
      };
    case 'nothing':
      return { ...answer, text: say(answer.text) };
  }
}

const addressedView = (view: FormView, say: (text: string) => string): FormView => ({
  ...view,
  fields: view.fields.map((field) => ({
    ...field,
    fault: field.fault && say(field.fault),
    doubts: field.doubts.map((doubt) => ({ ...doubt, text: say(doubt.text) })),
  })),
  problems: view.problems.map(say),
});
