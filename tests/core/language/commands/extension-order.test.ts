import { expect, test } from 'vitest';
import { readExtensionOrder, readMoreTime } from '../../../../core/language/commands/extension-order.ts';

test.each([
  ['cho xã Quảng Bình thêm hạn đến 12/9 vì mất điện', 'xã Quảng Bình đến 12/9 vì mất điện'],
  ['cho xa Quang Binh them han den 12/9 vi mat dien', 'xa Quang Binh den 12/9 vi mat dien'],
  ['em cho xã Quảng Bình gia hạn đến 12/9 nhé, vì mất điện', 'xã Quảng Bình đến 12/9 nhé, vì mất điện'],
  ['Cho UBND xã Quảng Bình được lùi hạn báo cáo sang thứ sáu', 'UBND xã Quảng Bình sang thứ sáu'],
  ['cho phép Quảng Bình nộp chậm đến 12/9', 'Quảng Bình đến 12/9'],
  ['cho xã Quảng Bình thêm 2 ngày vì mất điện', 'xã Quảng Bình thêm 2 ngày vì mất điện'],
  ['đồng ý cho các trường thêm một tuần', 'các trường thêm một tuần'],
  ['xã Quảng Bình gia hạn đến 12/9 do bão', 'xã Quảng Bình đến 12/9 do bão'],
  ['vì mất điện, cho xã Quảng Bình thêm hạn đến 12/9', 'vì mất điện, xã Quảng Bình đến 12/9'],
  ['dời hạn của xã Quảng Bình sang 12/9 giúp em', 'xã Quảng Bình sang 12/9 giúp em'],
  ['nới hạn cho xã Quảng Bình 2 ngày nữa', 'xã Quảng Bình 2 ngày nữa'],
  ['thêm cho xã Quảng Bình 3 ngày, lý do: sáp nhập', 'xã Quảng Bình 3 ngày, lý do: sáp nhập'],
  ['để xã Quảng Bình báo cáo muộn đến hết ngày 12/9', 'xã Quảng Bình đến hết ngày 12/9'],
  ['cho xã Quảng Bình thêm thời gian', 'xã Quảng Bình'],
  ['cho xã Quảng Bình thêm hạn văn bản 07 đến 12/9', 'xã Quảng Bình văn bản 07 đến 12/9'],
])('"%s" gives more time: %s', (said, argument) => {
  expect(readExtensionOrder(said)).toBe(argument);
});

test.each([
  'xã nào được gia hạn đến 12/9',
  'xã Quảng Bình xin gia hạn chưa',
  'xã Quảng Bình được gia hạn đến bao giờ?',
  'cho em danh sách đơn vị xin gia hạn',
  'cho xem các xã xin gia hạn đến 12/9',
  'ai xin thêm hạn',
  'xã Quảng Bình được gia hạn đến 12/9 chưa',
  'các xã nộp chậm đến 12/9',
  'xã Quảng Bình đã được gia hạn',
  'cho xã Quảng Bình báo cáo đến 12/9 thế nào',
  'thêm 2 ngày',
  'không cho xã Quảng Bình thêm hạn đến 12/9',
  'chưa cho xã Quảng Bình gia hạn đến 12/9 vội',
  'cho hàn hai xã thêm 2 người',
  'cho tôi xin thêm hạn đến 12/9',
  `cho xã Quảng Bình thêm hạn đến 12/9 vì ${'mất điện '.repeat(60)}`,
])('"%.60s" gives none', (said) => {
  expect(readExtensionOrder(said)).toBeUndefined();
});

test.each([
  ['thêm 2 ngày', { amount: 2, of: 'day' }],
  ['them hai hom nua', { amount: 2, of: 'day' }],
  ['thêm 3 ngày làm việc', { amount: 3, of: 'working-day' }],
  ['một tuần', { amount: 7, of: 'day' }],
  ['thêm 5 tiếng', { amount: 5, of: 'hour' }],
  ['thêm 2 giờ', { amount: 2, of: 'hour' }],
  ['đến 10 giờ', undefined],
  ['thêm vài ngày', undefined],
  ['ngày 2', undefined],
  ['thêm 0 ngày', undefined],
  ['thêm 2000 ngày', undefined],
])('"%s" is so much more time', (said, more) => {
  expect(readMoreTime(said)?.more).toEqual(more);
});
