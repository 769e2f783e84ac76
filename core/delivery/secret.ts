/** Codes and tokens of links in a text: taken out before the text is kept, put back when it is sent. Pure. */

/** What has the form of an invite's code (`codePattern`) or of a part of a link's token, and what looks like a placeholder. */
const hidden = /[A-Za-z0-9_-]{12,}|‹\d+•+›/g;
const placeholder = /‹(\d+)•+›/g;

/** As long as what it stands for, so that a text has the same length with either; `place` is that in the list. */
function placeholderOf(place: number, { length }: string): string {
  const number = String(place);
  return `‹${number}${'•'.repeat(Math.max(1, length - number.length - 2))}›`;
}

/** Takes secrets out of texts. One keeper serves all the texts of a message, so that their secrets are one list. */
export type SecretKeeper = {
  /** The text with a placeholder in place of each secret. */
  conceal(text: string): string;
  /** What was taken out; a placeholder names its place here. */
  readonly secrets: readonly string[];
};

export function createSecretKeeper(): SecretKeeper {
  const secrets: string[] = [];
  return {
    secrets,
    conceal: (text) =>
      text.replace(hidden, (secret) => {
        const known = secrets.indexOf(secret);
        return placeholderOf(known < 0 ? secrets.push(secret) - 1 : known, secret);
      }),
  };
}

/** The text as it was, from the secrets that were taken out of it. A placeholder that stands for none of them stays. */
export const reveal = (text: string, secrets: readonly string[]): string =>
  text.replace(placeholder, (mark, place: string) => secrets[Number(place)] ?? mark);

/** The text with words in place of every secret: they cannot be had any more. */
export const revealNothing = (text: string, words: string): string => text.replace(placeholder, words);
