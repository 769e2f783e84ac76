import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSecretKeeper, reveal, revealNothing } from '../../../core/delivery/secret.ts';

const code = 'Zx9-kQ_mN2pR7tLw3vB8cA';
const link = `https://chidao.example.vn/files/WyJ0IiwxLCJwMTIiLDE3LDYwXQ.${code}`;

const concealed = (...texts: string[]) => {
  const { conceal, secrets } = createSecretKeeper();
  return { kept: texts.map(conceal), secrets };
};

describe('the secrets of a text', () => {
  test('stand in it as placeholders that are as long, and are put back', () => {
    const text = `Mã mời: ${code}\nToàn văn: ${link} (văn bản 101/UBND-VHTT)`;
    const { kept, secrets } = concealed(text);
    expect(kept[0]).toMatch(
      /^Mã mời: ‹0•+›\nToàn văn: https:\/\/chidao\.example\.vn\/files\/‹1•+›\.‹0•+› \(văn bản 101\/UBND-VHTT\)$/,
    );
    expect(kept[0]).toHaveLength(text.length);
    expect(reveal(kept[0] ?? '', secrets)).toBe(text);
  });

  test('of several texts are one list, so that the texts may be joined and cut at spaces', () => {
    const { kept, secrets } = concealed(`a ${code}`, `b ${link}`);
    expect(reveal(kept.join('\n'), secrets)).toBe(`a ${code}\nb ${link}`);
    expect(reveal(kept[1]?.split(' ')[1] ?? '', secrets)).toBe(link);
  });

  test('are words that say so where they cannot be had any more', () => {
    const { kept } = concealed(`Mã mời: ${code}.`);
    expect(revealNothing(kept[0] ?? '', '[mất]')).toBe('Mã mời: [mất].');
  });

  test('what looks like a placeholder stays what it is', () => {
    const { kept, secrets } = concealed(`‹0•› ${code} ‹7••››`);
    expect(reveal(kept[0] ?? '', secrets)).toBe(`‹0•› ${code} ‹7••››`);
    expect(reveal('‹7••›', secrets)).toBe('‹7••›');
  });

  test('whatever is written comes back, and nothing with the form of a code is kept', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[A-Za-z0-9_-]{12,64}$/),
      fc.constantFrom('‹', '•', '›', '‹0•›', '‹1••••›', '/files/', '.', ' '),
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece)), (pieces) => {
        const texts = pieces.map((each) => each.join(''));
        const { kept, secrets } = concealed(...texts);
        expect(kept.map((text) => reveal(text, secrets))).toEqual(texts);
        for (const text of kept) expect(text).not.toMatch(/[A-Za-z0-9_-]{12}/);
      }),
    );
  });
});
