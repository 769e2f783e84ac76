export const portTaken = (place: string, why: string): string =>
  `Không mở được cổng ${place} (${why}). Đổi PORT, hoặc dừng chương trình đang dùng cổng này.`;
