/** Telephone numbers of Vietnam, as people and platforms write them. */

/** A text that is a phone number and nothing else, as it was written; undefined for anything else. */
export function phoneAlone(text: string): string | undefined {
  const isPhone = /^(\+?84|0)[\d\s.()-]{8,16}$/.test(text.trim()) && normalisePhone(text) !== undefined;
  return isPhone ? text.trim() : undefined;
}

/** A number as 0…, from 0…, 84…, 0084… or +84…, with or without spaces and dots; undefined for anything else. */
export function normalisePhone(phone: string | undefined): string | undefined {
  const digits = phone?.replace(/\D/g, '').replace(/^(00)?84/, '0');
  if (digits === undefined) return undefined;
  const whole = digits.startsWith('0') ? digits : `0${digits}`;
  return /^0\d{9,10}$/.test(whole) ? whole : undefined;
}
