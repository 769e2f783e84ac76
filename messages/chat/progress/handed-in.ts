/** What a unit has handed in, round by round, and how its tasks stand. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { PaperOffer } from '../../../core/conversation/paper-offer.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { groupsOf } from '../../../core/progress/heard.ts';
import type { HandedIn } from '../../../core/reports/past/handed-in.ts';
import { isoDay, moment, namesOf } from '../../words/format.ts';
import { senderNamed } from '../../words/senders.ts';
import { directiveName, numberOf } from '../directive.ts';
import { pastFigures } from '../history.ts';
import { standingLines } from './asking.ts';

type Shown = { report: HandedIn; offer: PaperOffer | undefined };

/** "văn bản số 12/UBND-VHXH, kỳ ngày 03/3/2026, lần 2, Lan gửi lúc …: Ca mắc mới 0". */
function reportLine({ report, offer }: Shown, isNamed: boolean): string {
  const { unit, directive, roundKey, revision, at, figures } = report;
  const parts = [
    ...(isNamed ? [unit.name] : []),
    `văn bản số ${numberOf(directive)}`,
    ...(roundKey === 'once' ? [] : [`kỳ ngày ${isoDay(roundKey)}`]),
    revision === 1 ? 'lần đầu' : `lần ${revision}`,
    `${senderNamed(report)} lúc ${moment(at)}`,
  ];
  const paper = offer?.carriage.type === 'link' ? `\n  Báo cáo để ký: ${offer.carriage.link}` : '';
  return `- ${parts.join(', ')}: ${pastFigures(figures)}.${paper}`;
}

const draftChoice = ({ report, offer }: Shown, isNamed: boolean): Choice[] =>
  offer?.carriage.type === 'file'
    ? [
        {
          id: `/duthao ${report.obligation}`,
          label: `Nhận báo cáo để ký${isNamed ? `: ${report.unit.name}` : ''}`.slice(0, 100),
        },
      ]
    : [];

const taskLines = (form: ProgressForm, isNamed: boolean): string[] => [
  `Tiến độ nhiệm vụ${isNamed ? ` của ${form.unit.name}` : ''} theo ${directiveName(form.directive)}:`,
  ...groupsOf(form)
    .flatMap((group) => standingLines(form, group))
    .map((line) => `- ${line}`),
];

/** What was handed in by the units, the newest round first. `words` are those that limited it. */
export function handedIn(
  {
    units,
    shown,
    areMore,
    tasks,
  }: { units: { name: string }[]; shown: Shown[]; areMore: boolean; tasks: ProgressForm[] },
  words: string,
): Saying {
  const isNamed = units.length > 1;
  const whose = namesOf(units, 3);
  const none =
    words === '' ? `${whose} chưa nộp báo cáo nào.` : `${whose} chưa nộp báo cáo nào của kỳ "${words.slice(0, 40)}".`;
  return {
    text: [
      ...(shown.length === 0
        ? [none]
        : [`Báo cáo đã nộp của ${whose}, kỳ mới nhất trước:`, ...shown.map((each) => reportLine(each, isNamed))]),
      ...(areMore ? ['Kỳ khác: gõ /danop kèm ngày của kỳ hoặc số văn bản, ví dụ: /danop 08/3.'] : []),
      ...tasks.flatMap((form) => taskLines(form, isNamed)),
    ].join('\n'),
    choices: shown.flatMap((each) => draftChoice(each, shown.length > 1)),
  };
}
