/** Reminders: private ones to who owes, and the one message to a group. */
import type { UnitRef } from '../core/facts.ts';
import { directiveName, numberOf } from './directive.ts';
import { count, moment } from './format.ts';

type Round = { due: Date; overdueFrom: Date; quote: string };
type Named = { number: string; date: string | null; subject: string };

/** Nobody is called late before the deadline's rule says so. */
function stage({ due, overdueFrom }: Round, now: Date): 'before' | 'due' | 'overdue' {
  if (now >= overdueFrom) return 'overdue';
  return now < due ? 'before' : 'due';
}

export function reminder(unit: UnitRef, directive: Named, labels: string[], round: Round, now: Date): string {
  const name = directiveName(directive);
  const asked = `${labels.join(', ')}`;
  switch (stage(round, now)) {
    case 'before':
      return `Nhắc báo cáo: ${unit.name} chưa báo cáo theo ${name} (${asked}).\nHạn: ${moment(round.due)} (văn bản ghi: "${round.quote}"). Đề nghị đồng chí báo cáo đúng hạn.`;
    case 'due':
      return `Đã đến hạn báo cáo: ${unit.name} chưa báo cáo theo ${name} (${asked}).\nVăn bản ghi: "${round.quote}". Đề nghị đồng chí báo cáo ngay.`;
    case 'overdue':
      return `Quá hạn báo cáo: ${unit.name} chưa báo cáo theo ${name} (${asked}).\nHạn là ${moment(round.due)} (văn bản ghi: "${round.quote}"). Đề nghị đồng chí báo cáo ngay.`;
  }
}

const mostNamed = 15;

/** How many and which units still owe; never a unit's figures. */
export function groupReminder(missing: UnitRef[], directive: Named, round: Round, now: Date): string {
  const names = missing.slice(0, mostNamed).map((u) => `- ${u.name}`);
  const others = missing.length - names.length;
  const state = stage(round, now) === 'overdue' ? 'đã quá hạn' : `hạn ${moment(round.due)}`;
  return [
    `Báo cáo theo văn bản số ${numberOf(directive.number)} (${state}): còn ${count(missing.length)} đơn vị chưa báo cáo:`,
    ...names,
    ...(others > 0 ? [`và ${count(others)} đơn vị khác.`] : []),
    'Đề nghị các đồng chí báo cáo trực tiếp với hệ thống (tin nhắn riêng).',
  ].join('\n');
}
