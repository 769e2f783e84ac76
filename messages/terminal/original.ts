/** The signed original of a directive, in the terminal. */
export const originalSentence = {
  recalled: 'Văn bản đã thu hồi nên không đính kèm bản ký.',
  'not-an-original': 'Bản ký phải là tệp PDF hoặc ảnh (JPG, PNG); đề nghị kiểm tra lại tệp.',
  'too-large': 'Tệp lớn hơn 20 MB; đề nghị quét lại với độ phân giải thấp hơn.',
  attached: ({ id, changed }: { id: number; changed: boolean }): string =>
    changed
      ? `Văn bản mã ${id}: đã đính kèm bản ký; bản ký đi cùng nhiệm vụ gửi từ nay.`
      : `Văn bản mã ${id} đã có đúng tệp này, hệ thống không thay đổi gì.`,
} as const;
