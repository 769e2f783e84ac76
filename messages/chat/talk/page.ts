/** The report on a page of the person's own, as a chat speaks of it. */
import type { Choice } from '../../../core/delivery/layout.ts';

export const pageChoice = (obligation: number): Choice => ({
  id: `/trang ${obligation}`,
  label: 'Điền trên một trang',
});

/** The same of the tasks of an assignment. */
export const tasksPageChoice = (assignment: number): Choice => ({
  id: `/trang t${assignment}`,
  label: 'Điền trên một trang',
});

export const ownPage = (link: string): string =>
  `Trang báo cáo riêng của ‹đồng chí›: ${link}\nSố đã trả lời ở đây có sẵn trên trang; nhập trên trang hay trả lời tiếp ở đây đều được. Đường liên kết chỉ mở được trên thiết bị đầu tiên, đề nghị ‹đồng chí› không chuyển cho người khác.`;

/** The page inside the platform. Its words, typed, ask for it again. */
export const pageInside = (page: string): Choice => ({ id: '/trang', label: 'Mở ngay tại đây', page });

export const pageIsHere = (): string =>
  '‹Đồng chí› chọn “Báo cáo trên trang” ở đầu trang này; số đã trả lời ở đây có sẵn trên đó.';

export const noPage = (): string =>
  'Hệ thống chưa có địa chỉ để mở trang báo cáo từ nơi này. ‹Đồng chí› báo cáo tại đây bằng /baocao.';
