import { expect, test } from 'vitest';
import { directiveTitle } from '../../../messages/chat/directive.ts';
import { kindOf } from '../../../messages/words/document/kind.ts';

test.each([
  ['kế hoạch', '12/UBND-VP', 'kế hoạch'],
  ['Chỉ thị ', '03/CT-UBND', 'chỉ thị'],
  ['công văn', '12/UBND-VHXH', 'công văn'],
  ['công văn', '12/KH-UBND', 'kế hoạch'],
  ['công văn', '/KH-UBND', 'kế hoạch'],
  ['công văn', '7/2026/QĐ-UBND', 'quyết định'],
  ['công văn', '12/TTr-UBND', 'tờ trình'],
  ['công văn', '12/CT-TTHT', 'công văn'],
  ['công văn', '12-CT/HU', 'chỉ thị'],
  ['công văn', '-CV/HU', 'công văn'],
  ['', '12/UBND', undefined],
])('a draft of the kind "%s" with the number %s is a %s', (type, number, kind) => {
  expect(kindOf({ type, number })).toBe(kind);
});

test('a title names the kind, or where it is not known no more than a document', () => {
  const named = { number: '12/KH-UBND', date: '2026-03-02' };
  expect(directiveTitle({ ...named, type: 'kế hoạch' })).toBe('Kế hoạch số 12/KH-UBND ngày 02/3/2026');
  expect(directiveTitle(named)).toBe('Văn bản số 12/KH-UBND ngày 02/3/2026');
});
