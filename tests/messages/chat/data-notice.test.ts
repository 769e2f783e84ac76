import { describe, expect, test } from 'vitest';
import { channelLimits } from '../../../core/channels/terms.ts';
import { bodyOf, layOut } from '../../../core/delivery/layout.ts';
import { type DataNotice, keptDaysOf } from '../../../core/roster/data-notice.ts';
import type { Role } from '../../../core/roster/people.ts';
import { writtenChoices } from '../../../messages/chat/layout.ts';
import { notice, noticeUnclear } from '../../../messages/chat/registration.ts';

const head = { role: 'head' as Role, unit: { name: 'UBND xã An Bình', kind: 'commune' } };
const company = { role: 'head' as Role, unit: { name: 'Viễn thông Sông Mây', kind: 'telecom' } };
const terms: DataNotice = { offices: ['UBND huyện Sông Mây'], contact: null, keptDays: 365 };

describe('the data notice', () => {
  test('says that an automatic system speaks, whose it is, who is responsible and whom to turn to', () => {
    const { text } = notice([head], terms);
    expect(text).toMatch(/^Kính chào đồng chí\. Đây là hệ thống tự động của UBND huyện Sông Mây\./);
    expect(text).toContain('cơ quan chịu trách nhiệm: UBND huyện Sông Mây');
    expect(text).toContain('hoặc liên hệ cán bộ theo dõi của UBND huyện Sông Mây.');
  });

  test('names the contact that the office has set', () => {
    const { text } = notice([head], { ...terms, contact: 'Văn phòng HĐND và UBND huyện, điện thoại 0237 000 000' });
    expect(text).toContain('hoặc liên hệ Văn phòng HĐND và UBND huyện, điện thoại 0237 000 000.');
  });

  test.each([
    [{ inbox: 365, outbox: 365 }, 'tin nhắn lưu 1 năm, báo cáo lưu theo thời hạn hồ sơ công việc'],
    [{ inbox: 365, outbox: 730 }, 'tin nhắn lưu 2 năm,'],
    [{ inbox: 90, outbox: 30 }, 'tin nhắn lưu 90 ngày,'],
    [{ inbox: 0, outbox: 30 }, 'tin nhắn và báo cáo lưu theo thời hạn hồ sơ công việc'],
    [{ inbox: 30, outbox: 0 }, 'tin nhắn và báo cáo lưu theo thời hạn hồ sơ công việc'],
  ])('says how long messages are kept: %j', (days, said) => {
    expect(notice([head], { ...terms, keptDays: keptDaysOf(days) }).text).toContain(said);
  });

  test('is one message of the smallest channel for who has several units of several offices', () => {
    const units = Array.from({ length: 5 }, (_, at) => ({
      ...head,
      unit: { name: `Trường Tiểu học và Trung học cơ sở Quảng Bình ${at}`, kind: 'school' },
    }));
    const offices = ['Ủy ban nhân dân huyện Quảng Xương', 'Phòng Giáo dục và Đào tạo huyện Quảng Xương'];
    const said = notice(units, { offices, contact: 'x'.repeat(200), keptDays: 365 });
    expect(layOut(bodyOf(said), channelLimits['zalo-bot'], writtenChoices)).toHaveLength(1);
  });

  test('addresses companies as companies, also where the answer is not clear', () => {
    expect(`${notice([company], terms).text}\n${noticeUnclear([company])}`).not.toMatch(/đồng chí/i);
  });
});
