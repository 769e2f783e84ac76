/** Telephone numbers of Vietnam, as people and platforms write them. */

/** A number as 0…, from 0…, 84…, 0084… or +84…, with or without spaces and dots; undefined for anything else. */
export function normalisePhone(phone: string | undefined): string | undefined {
  const digits = phone?.replace(/\D/g, '').replace(/^(00)?84/, '0');
  if (digits === undefined) return undefined;
  const whole = digits.startsWith('0') ? digits : `0${digits}`;
  return /^0\d{9,10}$/.test(whole) ? whole : undefined;
}
