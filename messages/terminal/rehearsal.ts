import { moment } from '../words/format.ts';

type Audience = { key: string; units: string[] } & (
  | { type: 'task'; section: string; text: string }
  | { type: 'duty'; title: string; due: string | null }
);
type Rehearsal = {
  number: string;
  subject: string;
  units: number;
  tasks: number;
  duties: number;
  audiences: Audience[];
  errors: string[];
  warnings: string[];
};

const audienceLine = (audience: Audience): string => {
  const { key, units } = audience;
  const what =
    audience.type === 'task'
      ? `mục ${audience.section}: ${audience.text}`
      : `báo cáo: ${audience.title}${audience.due === null ? '' : `, hạn ${moment(new Date(audience.due))}`}`;
  const who = units.length === 0 ? 'KHÔNG CÓ ĐƠN VỊ NÀO' : `${units.length} đơn vị: ${units.join(', ')}`;
  return `\n[${key}] ${what}\n  → ${who}`;
};

/** A directive tried on the roster: who would get what, and all that keeps it out or should be looked at. */
export const rehearsalPage = ({ number, subject, audiences, errors, warnings, ...counts }: Rehearsal): string =>
  [
    errors.length === 0
      ? `Văn bản nhập được, chưa lưu gì: ${number}, ${subject}`
      : `Văn bản CHƯA nhập được, có ${errors.length} lỗi: ${number}, ${subject}`,
    `${counts.tasks} nhiệm vụ, ${counts.duties} nghĩa vụ báo cáo, ${counts.units} đơn vị.`,
    ...audiences.map(audienceLine),
    ...(errors.length > 0 ? ['\nĐề nghị sửa:', ...errors.map((line) => `- ${line}`)] : []),
    ...(warnings.length > 0 ? ['\nLưu ý:', ...warnings.map((line) => `- ${line}`)] : []),
  ].join('\n');
