import { describe, expect, it } from 'vitest';
import { normalisePhone } from '../../../core/language/phone.ts';

describe('a phone number', () => {
  it.each([
    ['84912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['912345678', '0912345678'],
    ['02373852246', '02373852246'],
    ['không có', undefined],
    ['12', undefined],
    [undefined, undefined],
  ])('%s is %s', (given, wanted) => {
    expect(normalisePhone(given)).toBe(wanted);
  });
});
