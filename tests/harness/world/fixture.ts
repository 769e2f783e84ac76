/** A small district with a directive of its own: two communes, an office, two schools, a telecom company. */
import type { DirectiveDraft } from '../../../core/directives/directive.ts';

export const roster = [
  'code,name,kind,parent,aliases,staff,head_name,head_title,phone',
  'UBND-HUYEN,UBND huyện Sông Mây,district,,UBND huyện,,,Chủ tịch UBND huyện,',
  'PHONG-VHTT,Phòng Văn hóa và Thông tin,office,UBND-HUYEN,PVHTT,8,,Trưởng phòng,',
  'PHONG-GDDT,Phòng Giáo dục và Đào tạo,office,UBND-HUYEN,Phòng Giáo dục,12,,Trưởng phòng,',
  'XA-AN-BINH,UBND xã An Bình,commune,UBND-HUYEN,An Bình,50,,Chủ tịch UBND xã,',
  'XA-BINH-MINH,UBND xã Bình Minh,commune,UBND-HUYEN,Bình Minh,,,Chủ tịch UBND xã,',
  'TH-AN-BINH,Trường Tiểu học An Bình,school,PHONG-GDDT,TH An Bình,30,,Hiệu trưởng,',
  'THCS-BINH-MINH,Trường THCS Bình Minh,school,PHONG-GDDT,,40,,Hiệu trưởng,',
  'VT-SONG-MAY,Viễn thông Sông Mây,telecom,UBND-HUYEN,,,,Giám đốc,',
].join('\n');

const sentences = {
  all: 'Quán triệt đến từng cán bộ việc cài đặt Bluezone và Smart Thanh Hóa.',
  education: 'Chuẩn bị phương án dạy học trực tuyến.',
  telecom: 'Hướng dẫn người dân cài đặt ứng dụng.',
  report: 'Các đơn vị báo cáo kết quả về UBND huyện trước ngày 10/9/2021.',
};
const text = Object.values(sentences).join('\n');
const span = (sentence: string): [number, number] => [text.indexOf(sentence), text.indexOf(sentence) + sentence.length];
const audience = (some: Partial<DirectiveDraft['tasks'][number]['audience']>) => ({
  kinds: [],
  tags: [],
  codes: [],
  childrenOf: [],
  except: [],
  ...some,
});
const reporting = audience({ kinds: ['commune', 'office', 'school'] });
const task = (key: string, section: string, sentence: string, to: ReturnType<typeof audience>) => ({
  key,
  section,
  text: sentence,
  span: span(sentence),
  audience: to,
});

export const directive = {
  type: 'công văn',
  number: '101/UBND-VHTT',
  date: '2021-09-05',
  subject: 'ứng dụng công nghệ trong phòng, chống dịch',
  issuer: 'UBND-HUYEN',
  text,
  tasks: [
    task('t1', '1', sentences.all, reporting),
    task('t2', '2', sentences.education, audience({ codes: ['PHONG-GDDT'] })),
    task('t3', '3', sentences.telecom, audience({ kinds: ['telecom'] })),
    task('t4', '4', sentences.report, reporting),
  ],
  duties: [
    {
      key: 'cai-dat',
      title: 'Số cán bộ đã cài đặt ứng dụng',
      audience: reporting,
      reportTo: 'PHONG-VHTT',
      deadline: { rule: 'before-day', date: '2021-09-10', quote: 'trước ngày 10/9/2021' },
      denominator: { key: 'cbccvc', label: 'Số CBCCVC', fromRoster: true },
      indicators: [
        { key: 'bluezone', label: 'Bluezone', kind: 'count' },
        { key: 'qr', label: 'QR', kind: 'count' },
        { key: 'smart', label: 'Smart Thanh Hóa', kind: 'count' },
      ],
      noteLabel: 'Khó khăn, kiến nghị',
    },
  ],
};
