/**
 * How the head of a unit is addressed: by the kind of the unit, as offices write. Sentences of chats mark where they address
 * their reader: ‹đồng chí›, ‹Đồng chí›. `addressedTo` puts the reader's form there, once the reader is known. What people or
 * documents wrote has no marks and stays as it is.
 */
import type { Body } from '../../core/delivery/layout.ts';
import { capital } from './format.ts';

/**
 * `you` stands inside a sentence, `You` at its head. `body` introduces a unit whose head has no title in the roster;
 * null: nothing does.
 */
export type FormOfAddress = { you: string; You: string; body: string | null };

const addressed = (you: string, body: string | null = null): FormOfAddress => ({ you, You: capital(you), body });

/** Officials and Party members, and whoever is not known. */
const usualAddress = addressed('đồng chí');

const ofCompany = addressed('Ông (Bà)', 'Quý doanh nghiệp');

/** Kinds whose heads are not addressed as officials. */
const addresses: Record<string, FormOfAddress> = {
  telecom: ofCompany,
  company: ofCompany,
  enterprise: ofCompany,
  bank: ofCompany,
};

/** The form of address for the head of a unit of this kind; the usual one for a kind that the table does not name. */
export const addressOf = (kind: string | undefined): FormOfAddress => addresses[kind ?? ''] ?? usualAddress;

/** The form of address for somebody who answers for units of these kinds; the usual one where the kinds differ. */
export function addressOfAll(kinds: readonly (string | undefined)[]): FormOfAddress {
  const [first = usualAddress, ...others] = kinds.map(addressOf);
  return others.every((other) => other === first) ? first : usualAddress;
}

/** A role that somebody holds: what decides how they are addressed. */
export type Addressed = { unit: { kind?: string } };

/** The form of address for somebody with these roles. */
export const addressIn = (roles: readonly Addressed[]): FormOfAddress =>
  addressOfAll(roles.map(({ unit }) => unit.kind));

const marks = /‹([đĐ])ồng chí›/gu;

/** The text with its reader addressed in this form. */
export const addressedTo = (text: string, { you, You } = usualAddress): string =>
  text.replace(marks, (_, first) => (first === 'đ' ? you : You));

/** A body with its reader addressed in this form, in all that is read of it. */
export const bodyAddressedTo = <T extends Body>(body: T, form?: FormOfAddress): T => ({
  ...body,
  text: addressedTo(body.text, form),
  choices: body.choices.map((choice) => ({ ...choice, label: addressedTo(choice.label, form) })),
  ...(body.closing !== undefined && { closing: addressedTo(body.closing, form) }),
  ...(body.briefs !== undefined && { briefs: body.briefs.map((brief) => addressedTo(brief, form)) }),
});

/** Whether a body addresses its reader in a form that is still to be put in. */
export const awaitsAddress = ({ text, closing = '', briefs = [], choices }: Body): boolean =>
  [text, closing, ...briefs, ...choices.map(({ label }) => label)].some((words) => words.search(marks) >= 0);

const wordsOf = (text: string): string[] =>
  text
    .replace(/(?:Ủy|Uỷ) ban nhân dân/gi, 'UBND')
    .split(/\s+/)
    .filter((word) => word !== '');

const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a === b || a?.toLocaleLowerCase('vi') === b?.toLocaleLowerCase('vi');

/** The head's post with the unit's name, without saying twice what both contain: "Trưởng phòng Y tế". */
export function headOf({ name, headTitle }: { name: string; headTitle: string | null }): string {
  if (headTitle === null) return name;
  const [title, unit] = [wordsOf(headTitle), wordsOf(name)];
  const overlaps = (length: number) => unit.slice(0, length).every((word, at) => isSame(word, title.at(at - length)));
  const shared = unit.map((_, at) => unit.length - at).find((length) => length <= title.length && overlaps(length));
  if (shared === undefined) return `${headTitle} ${name}`;
  return [headTitle, ...unit.slice(shared)].join(' ');
}

/** "Kính gửi: Đồng chí Chủ tịch UBND xã Quảng Bình". */
export function letterTo(unit: { kind?: string; name: string; headTitle: string | null }): string {
  const { You, body } = addressOf(unit.kind);
  const words = unit.headTitle === null ? [body, unit.name] : [You, headOf(unit)];
  return `Kính gửi: ${words.filter((word) => word !== null).join(' ')}`;
}
