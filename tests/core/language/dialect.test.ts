import { expect, test } from 'vitest';
import { inStandard } from '../../../core/language/dialect.ts';

test.each([
  ['nỏ có ai mô', 'không có ai đâu'],
  ['mần xong rồi hè', 'làm xong rồi nhé'],
  ['bữa ni được rứa', 'bữa nay được thế'],
  ['3 mô hình', '3 mô hình'],
  ['no mo rang ri', 'no mo rang ri'],
])('%s is %s', (said, standard) => expect(inStandard(said)).toBe(standard));
