import { describe, expect, test } from 'vitest';
import { textRequestOf } from '../../../../bot/channels/telegram/message.ts';
import { readLaunch } from '../../../../bot/channels/telegram/mini-app.ts';
import { launchData } from '../../../harness/platforms/telegram/launch.ts';
import { to } from './opened.ts';

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const now = new Date('2026-11-22T10:00:00Z');
const seconds = (ago: number): string => String(now.getTime() / 1000 - ago);
const user = JSON.stringify({ id: 1001, first_name: 'Lan', last_name: 'Nguyễn', language_code: 'vi' });
const fields = { auth_date: seconds(3), query_id: 'AAHdF6IQAAAAAN0XohDhrOrc', signature: 'c2lnbmF0dXJl', user };

describe('the launch data of a Mini App', () => {
  test('tells who opened the page, when it is signed for this bot and new', () => {
    expect(readLaunch(token, launchData(token, fields), now)).toEqual({
      ok: true,
      value: { address: '1001', name: 'Lan Nguyễn' },
    });
  });

  const good = launchData(token, fields);
  test.each([
    ['of another bot', launchData('220301543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', fields), 'forged'],
    ['with another person put in', good.replace('1001', '1002'), 'forged'],
    ['with a later date put in', good.replace(seconds(3), seconds(1)), 'forged'],
    ['without its seal', new URLSearchParams(fields).toString(), 'forged'],
    ['with a field twice', `${good}&user=${encodeURIComponent(user.replace('1001', '1002'))}`, 'forged'],
    ['with a field before its own', `user=${encodeURIComponent(user)}&${good}`, 'forged'],
    ['of nobody', launchData(token, { auth_date: seconds(3) }), 'forged'],
    ['of a person without a number', launchData(token, { ...fields, user: '{"id":"1001"}' }), 'forged'],
    ['without a date', launchData(token, { user }), 'forged'],
    ['that is a date of words', launchData(token, { user, auth_date: 'now' }), 'forged'],
    ['that is empty', '', 'forged'],
    ['that is noise', '%%%&&&===\u0000', 'forged'],
    ['of an hour ago', launchData(token, { ...fields, auth_date: seconds(3600) }), 'old'],
    ['of tomorrow', launchData(token, { ...fields, auth_date: seconds(-86_400) }), 'old'],
  ])('%s is refused', (_, told, why) => {
    expect(readLaunch(token, told, now)).toEqual({ ok: false, error: why });
  });

  test('a button with a page opens it, one without answers', () => {
    const choices = [
      { tap: '/baocao 1', label: 'Báo cáo' },
      { tap: '/trang', label: 'Mở ngay tại đây', page: 'https://chidao.example.vn/app?report=1' },
    ];
    expect(textRequestOf(to(1001, 'Trang', choices)).reply_markup?.inline_keyboard.flat()).toEqual([
      { text: 'Báo cáo', callback_data: '/baocao 1' },
      { text: 'Mở ngay tại đây', web_app: { url: 'https://chidao.example.vn/app?report=1' } },
    ]);
  });
});
