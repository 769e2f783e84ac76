/** Who is asked whether a thing shall be done often names it in the answer, as a command names it. */
import { expect, it } from 'vitest';
import { describeTranscripts } from '../harness/world.ts';

/** What leads to the question, what a yes says, and what a no says. */
const questions = {
  'phát hành': { before: ['/phathanh'], yes: /^Đã phát hành văn bản số 101/, no: /^Hệ thống chưa phát hành/ },
  'gia hạn': {
    before: ['gia hạn đến 15/9/2021 cho tất cả', 'vì mưa bão'],
    yes: /^Đã gia hạn báo cáo/,
    no: /^Hệ thống chưa thay đổi gì/,
  },
  nhắc: { before: ['/nhac'], yes: /^Đã nhắc tất cả/, no: /^Hệ thống chưa thay đổi gì/ },
  'kết thúc': { before: ['/ketthuc'], yes: /^Đã kết thúc văn bản/, no: /^Hệ thống chưa thay đổi gì/ },
} as const;

const answers: readonly [asked: keyof typeof questions, answer: string, means: 'yes' | 'no'][] = [
  ['phát hành', 'phát hành luôn đi', 'yes'],
  ['phát hành', 'vâng phát hành đi', 'yes'],
  ['phát hành', 'phát hành văn bản này', 'yes'],
  ['phát hành', 'để mai phát hành', 'no'],
  ['gia hạn', 'đồng ý gia hạn', 'yes'],
  ['gia hạn', 'chuẩn, gia hạn luôn nhé', 'yes'],
  ['gia hạn', 'không gia hạn', 'no'],
  ['nhắc', 'nhắc văn bản này', 'yes'],
  ['kết thúc', 'ket thuc ngay', 'yes'],
  ['kết thúc', 'ket thuc ngay mot', 'no'],
];

describeTranscripts('a yes that names what is to be done', (open) => {
  it.each(answers)('asked whether to %s, “%s” means %s', async (asked, answer, means) => {
    const world = await open();
    const staff = await world.registerStaff();
    await world.register('XA-AN-BINH', 'Lan');
    if (asked !== 'phát hành') await world.issue();
    const { before, ...told } = questions[asked];
    for (const words of before) await staff.says(words);
    await staff.says(answer);
    expect(staff.reads().join('\n')).toMatch(told[means]);
  });
});
