/** Numbers of two digits in English words, as figures: "forty five" is "45". */

const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = ['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const spoken = new RegExp(`\\b(?:(${tens.join('|')})(?:[ -](${ones.join('|')})\\b)?|(${teens.join('|')}))\\b`, 'gi');

/** A text with such numbers in figures; smaller ones ("ten", "six") may be Vietnamese words without their marks. */
export const withFigures = (text: string): string =>
  text.replace(spoken, (_, ten: string | undefined, one: string | undefined, teen: string) =>
    String(
      ten === undefined
        ? 11 + teens.indexOf(teen.toLowerCase())
        : 20 + 10 * tens.indexOf(ten.toLowerCase()) + 1 + ones.indexOf((one ?? '').toLowerCase()),
    ),
  );
