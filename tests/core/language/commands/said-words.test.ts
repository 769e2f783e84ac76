import { describe, expect, test } from 'vitest';
import { commandWords, everydayWords, leadingWords } from '../../../../core/language/commands/command-words.ts';
import { behindPhrase, isSaying, saidWords } from '../../../../core/language/commands/said-words.ts';

describe('the words of a command', () => {
  test.each(['báo cáo', 'bao cao', 'Báo cáo.', 'BÁO CÁO', 'em muốn báo cáo ạ', 'dạ báo cáo', 'Cho tôi báo cáo với'])(
    'are in %j',
    (said) => {
      expect(isSaying(commandWords.baocao, saidWords(said))).toBe(true);
    },
  );

  test.each([
    'cho chú báo cáo với',
    'bác muốn báo cáo',
    'cho cô báo cáo cái',
    'để chú báo cáo luôn',
    'xã em báo cáo ạ',
  ])('are in %j as well', (said) => {
    expect(isSaying(commandWords.baocao, saidWords(said))).toBe(true);
  });

  test.each(['tổng hợp cho anh cái', 'tổng hợp đi em', 'tổng hợp luôn cho chị'])('are in %j too', (said) => {
    expect(isSaying(commandWords.tonghop, saidWords(said))).toBe(true);
  });

  test.each(['báo cáo thế nào', 'bảo cáo', 'đã báo cáo', 'báo cáo 50', 'tôi', 'để mai báo cáo', 'cho chú sau báo cáo'])(
    'are not in %j',
    (said) => {
      expect(isSaying(commandWords.baocao, saidWords(said))).toBe(false);
    },
  );

  test('have other marks than other words', () => {
    expect([isSaying(everydayWords.moi, saidWords('mới')), isSaying(everydayWords.moi, saidWords('mời'))]).toEqual([
      false,
      true,
    ]);
    expect([isSaying(everydayWords.toi, saidWords('tới')), isSaying(everydayWords.toi, saidWords('toi'))]).toEqual([
      false,
      true,
    ]);
  });

  test('have behind them what they are about, as it was written', () => {
    expect(behindPhrase(leadingWords.tonghop, saidWords('Tổng hợp văn bản 07'))).toBe('văn bản 07');
    expect(behindPhrase(leadingWords.xuat, saidWords('xuất báo cáo 45 docx'))).toBe('45 docx');
    expect(behindPhrase(leadingWords.moi, saidWords('mới xã An Bình'))).toBeUndefined();
    expect(behindPhrase(leadingWords.giahan, saidWords('Thêm hạn cho xã An Bình tới 12/9'))).toBe(
      'cho xã An Bình tới 12/9',
    );
    expect(behindPhrase(leadingWords.tonghop, saidWords('tổng hợp'))).toBeUndefined();
  });
});
