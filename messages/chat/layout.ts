/** The lines under which choices are written out where a channel has no buttons. */
export const writtenChoices = {
  menu: 'Trả lời bằng số hoặc chữ:',
  values: 'Trả lời, ví dụ:',
  commands: 'Hoặc gõ:',
};
