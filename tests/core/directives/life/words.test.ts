import { expect, test } from 'vitest';
import { readChangeWords, readChaseWords, readWho } from '../../../../core/directives/life/words.ts';

const now = new Date('2021-09-06T08:00:00+07:00');
const to = (date: string, time: string | null = null) => ({ date, time });

test.each([
  ['cho xã Quảng Bình đến 15/9, lý do mất điện', 'cho xã Quảng Bình', to('2021-09-15'), 'mất điện'],
  ['xã Quảng Bình tới hết ngày 15/9 vì mất điện', 'xã Quảng Bình', to('2021-09-15'), 'mất điện'],
  ['cho trường THCS số 2 15/9 do bão', 'cho trường THCS số 2', to('2021-09-15'), 'bão'],
  ['cho xa Quang Binh den 10h ngay 15/9 ly do: mat dien', 'cho xa Quang Binh', to('2021-09-15', '10:00'), 'mat dien'],
  ['các đơn vị sang thứ sáu', 'các đơn vị', to('2021-09-10'), undefined],
  ['đến 15/9 vì mất điện', '', to('2021-09-15'), 'mất điện'],
  ['xã Quảng Bình', 'xã Quảng Bình', undefined, undefined],
  ['đến 15/9 cho xã Quảng Bình vì mất điện', 'cho xã Quảng Bình', to('2021-09-15'), 'mất điện'],
  ['đến 10h ngày 15/9 cho các trường', 'cho các trường', to('2021-09-15', '10:00'), undefined],
  ['đến hết thứ sáu nhé em', '', to('2021-09-10'), undefined],
  ['vì mất điện, cho xã Quảng Bình đến 15/9', 'cho xã Quảng Bình', to('2021-09-15'), 'mất điện'],
  ['xã Quảng Bình lý do: mất điện, mất mạng', 'xã Quảng Bình', undefined, 'mất điện, mất mạng'],
  ['cho xã Đại Đồng đến 31/2', 'cho xã Đại Đồng', 'unreadable', undefined],
])('"%s"', (said, who, until, reason) => {
  expect(readChangeWords(said, now)).toEqual({ who, until, reason });
});

test.each([
  ['cho xã Quảng Bình thêm 2 ngày vì mất điện', 'cho xã Quảng Bình', { amount: 2, of: 'day' }, 'mất điện'],
  ['thêm 3 ngày làm việc cho các trường', 'cho các trường', { amount: 3, of: 'working-day' }, undefined],
  ['cho trường Tiểu học số 2 một tuần nữa', 'cho trường Tiểu học số 2', { amount: 7, of: 'day' }, undefined],
])('"%s" says so much more time', (said, who, more, reason) => {
  expect(readChangeWords(said, now)).toEqual({ who, until: undefined, more, reason });
});

test.each([
  ['cho tất cả các đơn vị', 'everybody'],
  ['các đơn vị chưa báo cáo', 'everybody'],
  ['các xã', ['các xã']],
  ['các xã chưa báo cáo', ['các xã']],
  ['cho xã An Bình, Bình Minh và TH An Bình', ['xã An Bình', 'Bình Minh', 'TH An Bình']],
  ['lại', []],
  ['thêm cho xã An Bình', ['xã An Bình']],
  ['lại các xã', ['các xã']],
  ['', []],
  ['xã Bình Minh đi', ['xã Bình Minh']],
  ['giúp xã An Bình với em nhé', ['xã An Bình']],
  ['hết đi em', 'everybody'],
  ['mấy ông chưa nộp đi', 'everybody'],
  ['mấy xã chưa nộp', ['các xã']],
  ['những trường còn lại nhé', ['các trường']],
])('"%s" names %s', (who, named) => {
  expect(readWho(who)).toEqual(named);
});

test.each([
  ['các xã chưa báo cáo: gửi trước 16:00 nhé', 'các xã chưa báo cáo', 'gửi trước 16:00 nhé'],
  [': các đơn vị gửi ngay nhé', '', 'các đơn vị gửi ngay nhé'],
  [': xã An Bình: gửi ngay', '', 'xã An Bình: gửi ngay'],
  ['xã An Bình', 'xã An Bình', undefined],
])('a sentence of the sender stands behind a colon: "%s"', (said, who, reason) => {
  expect(readChaseWords(said)).toMatchObject({ who, reason });
});
