/** When somebody means to send, as an instant that can be read back to them. */
import { expect, test } from 'vitest';
import { promisedAt } from '../../../core/language/speech/promised-time.ts';
import { readSpeech } from '../../../core/language/speech/speech.ts';
import { toIso } from '../../../core/time/calendar.ts';

/** A Wednesday. */
const now = new Date('2021-09-08T09:10:00+07:00');

const promised = (said: string, at = now): string | undefined => {
  const speech = readSpeech(said);
  const instant = speech?.act === 'promise' && speech.when ? promisedAt(speech.when, at) : undefined;
  return instant && toIso(instant).slice(0, 16);
};

test.each([
  ['15h gửi', '2021-09-08T15:00'],
  ['để 15h30 em gửi ạ', '2021-09-08T15:30'],
  ['3h chiều gửi', '2021-09-08T15:00'],
  ['8h gửi', '2021-09-09T08:00'],
  ['để mai', '2021-09-09T17:00'],
  ['sáng mai em nộp', '2021-09-09T11:30'],
  ['chiều gửi nhé', '2021-09-08T17:00'],
  ['tối em gửi', '2021-09-08T21:00'],
  ['tối nay gửi', '2021-09-08T21:00'],
  ['toi nay em gui', '2021-09-08T21:00'],
  ['mai 9h báo', '2021-09-09T09:00'],
  ['cuối giờ chiều em gửi', '2021-09-08T17:00'],
  ['thứ 6 gửi', '2021-09-10T17:00'],
  ['thứ 4 gửi', '2021-09-15T17:00'],
  ['thứ 2 tuần sau em nộp', '2021-09-13T17:00'],
  ['tuần sau em nộp', '2021-09-17T17:00'],
  ['ngày 12/9 gửi', '2021-09-12T17:00'],
  ['30 phút nữa em gửi', '2021-09-08T09:40'],
  ['2 ngày nữa gửi', '2021-09-10T17:00'],
  ['2 tiếng nữa em báo', '2021-09-08T11:10'],
  ['3pm em gửi', '2021-09-08T15:00'],
  ['3 pm chiều em gửi nhé', '2021-09-08T15:00'],
  ['3:30pm nộp', '2021-09-08T15:30'],
  ['9am mai em gửi', '2021-09-09T09:00'],
])('"%s" on Wednesday at 09h10 is %s', (said, at) => {
  expect(promised(said)).toBe(at);
});

test('what has passed today is the same hour of the next day', () => {
  const evening = new Date('2021-09-08T17:30:00+07:00');
  expect(promised('15h gửi', evening)).toBe('2021-09-09T15:00');
  expect(promised('sáng em gửi', evening)).toBe('2021-09-09T11:30');
});

test.each([
  'lát nữa em gửi',
  'họp xong em gửi',
  'để em xem lại rồi báo',
  'Tôi sẽ báo cáo sau',
  'toi se gui sau',
  'để tôi gửi nhé',
])('"%s" names no time', (said) => {
  expect(promised(said)).toBeUndefined();
});

test('a day that does not exist is no time', () => {
  expect(promisedAt({ day: '31/2' }, now)).toBeUndefined();
});
