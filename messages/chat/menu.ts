/** What a platform's menu says of each command. */
export const menuDescriptions: { command: string; description: string }[] = [
  { command: 'nhiemvu', description: 'Xem nhiệm vụ của đơn vị' },
  { command: 'baocao', description: 'Báo cáo số liệu' },
  { command: 'sua', description: 'Sửa báo cáo đã gửi' },
  { command: 'toi', description: 'Thông tin cá nhân, dùng thêm thiết bị' },
  { command: 'huy', description: 'Dừng việc đang làm' },
  { command: 'trogiup', description: 'Hướng dẫn' },
];
