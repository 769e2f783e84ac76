/** The scripts of those who issue and chase: the staff member, the chairman, and the group. */

import type { Unit } from './cast.ts';
import type { Chat } from './chat.ts';
import { figuresOf } from './figures.ts';
import { hours, type Play } from './play.ts';
import { answerQuestions, noteReport } from './reporting.ts';
import type { TelegramChat } from './telegram-chat.ts';
import { demoEvent } from './wording.ts';

export type Office = { staff: TelegramChat; leader: Chat; group: Chat };

const groupTitle = 'Nhóm chỉ đạo huyện Quảng Xương';
const staffName = 'Mai Thu Thủy';
const leaderName = 'Lưu Đình Hòa';

type OfficeDeps = {
  play: Play;
  openTelegram(name: string): TelegramChat;
  openGroup(title: string, admin: TelegramChat): Chat;
  botName: string;
  codes: { staff: string; leader: string; group: string };
};

/** Registers staff and chairman and binds the group. */
export async function openOffice({ play, openTelegram, openGroup, botName, codes }: OfficeDeps): Promise<Office> {
  const { timeline, participants } = play;
  const issuer = { unitName: 'UBND huyện', unitCode: 'UBND-HUYEN' };
  const staff = openTelegram(staffName);
  await staff.say(`/start ${codes.staff}`);
  await agree(staff);
  timeline.tell(demoEvent.staffRegistered(staffName));
  const leader = await play.enter('web', leaderName, codes.leader);
  await agree(leader);
  timeline.tell(demoEvent.leaderRegistered(leaderName));
  participants.push({ chat: leader, role: 'leader', ...issuer }, { chat: staff, role: 'staff', ...issuer });
  const group = openGroup(groupTitle, staff);
  await group.say(`/start@${botName} ${codes.group}`);
  await group.waitFor(/^Hệ thống đã ghi nhận nhóm này/);
  timeline.tell(demoEvent.groupBound(groupTitle));
  return { staff, leader, group };
}

async function agree(chat: Chat): Promise<void> {
  await chat.waitFor(/đồng ý không\?$/);
  await chat.choose('Đồng ý');
  await chat.waitFor(/^Hệ thống đã ghi nhận đồng chí/);
}

/** Issues the directive after the preview, later reports for the units that refuse the chat. */
export async function playStaff(staff: Chat, refusing: readonly Unit[], play: Play): Promise<void> {
  const { stage, timeline, at } = play;
  await stage.until(at(hours.issuing));
  await staff.say('/phathanh');
  await staff.waitFor(/chưa có số, ngày/);
  await staff.choose('Gửi trước khi có số');
  await staff.waitFor(/^Vì sao gửi trước/);
  await staff.say('Gửi kịp giao ban, văn thư đang đóng dấu');
  const preview = await staff.waitFor(/Phát hành văn bản này\?$/);
  timeline.tell(demoEvent.previewed(Number(/cho (\d+) đơn vị/.exec(preview.text)?.[1] ?? 0)));
  await staff.choose('Phát hành');
  await staff.waitFor(/^Đã phát hành văn bản/);
  timeline.tell(demoEvent.issued);
  await stage.until(at(hours.onBehalf));
  for (const unit of refusing) {
    const figures = figuresOf(unit);
    await staff.say(`/baocao ${unit.code}`);
    await staff.waitFor(/^Báo cáo thay cho/);
    await staff.say(Object.values(figures).join(' '));
    await answerQuestions(staff, { words: {} });
    noteReport(play, unit, figures, demoEvent.reportedOnBehalf(unit.name));
  }
}

/** Looks at the summary once more when everything is over; those of the plan come by themselves. */
export async function playLeader(leader: Chat, { stage, at }: Play): Promise<void> {
  await stage.until(at(hours.asking));
  await leader.say('/tonghop');
  await leader.waitFor(/^TỔNG HỢP/);
}

/** Tells of what the chairman and the group get. */
export function watchOffice({ leader, group }: Office, { timeline }: Play): void {
  leader.onHeard(({ text }) => {
    const reported = text.split('\n').find((line) => line.startsWith('Đã báo cáo:'));
    if (text.startsWith('TỔNG HỢP')) timeline.tell(demoEvent.summarised(reported ?? ''));
  });
  group.onHeard(({ text }) => timeline.tell(demoEvent.groupTold((text.split('\n')[0] ?? '').replace(/:$/, ''))));
}
