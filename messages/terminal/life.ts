/** What the command line says of what is done to a directive. */

export const lifeSentence = {
  numberAndDate: 'Đề nghị nêu số và ngày của văn bản, ví dụ: --number 45 --date 2021-09-06.',
  numbered: ({ id, number, date, changed }: { id: number; number: string; date: string | null; changed: boolean }) =>
    `Văn bản mã ${id}: ${changed ? 'đã ghi' : 'đã có từ trước'} số ${number} ngày ${date ?? '—'}.`,
};
