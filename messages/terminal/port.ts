/** `variable` is the one that names the port. */
export const portTaken = (place: string, why: string, variable: 'PORT' | 'METRICS_PORT' = 'PORT'): string =>
  `Không mở được cổng ${place} (${why}). Đổi ${variable}, hoặc dừng chương trình đang dùng cổng này.`;
