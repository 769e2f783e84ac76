/** A directive that asks for an indicator of every kind, of the units of the fixture. */
import * as fixture from './fixture.ts';

const [duty] = fixture.directive.duties;

/** The fixture's directive with these indicators in place of its own. */
export const asking = (indicators: object[], more: object = {}): string =>
  JSON.stringify({ ...fixture.directive, duties: [{ ...duty, denominator: undefined, ...more, indicators }] });

export const everyKind = [
  { key: 'ho', label: 'Số hộ', kind: 'count', unit: 'hộ' },
  { key: 'ke-hoach', label: 'Diện tích kế hoạch', kind: 'measure', unit: 'ha' },
  { key: 'gieo', label: 'Diện tích đã gieo', kind: 'measure', unit: 'ha', denominator: 'ke-hoach' },
  { key: 'tien', label: 'Kinh phí', kind: 'money', unit: 'đồng', min: 0 },
  { key: 'ty-le', label: 'Tỷ lệ che phủ', kind: 'percent', decimals: 1 },
  { key: 'hop', label: 'Đã họp', kind: 'yes-no' },
  { key: 'muc', label: 'Xếp loại', kind: 'choice', options: ['Tốt', 'Khá', 'Trung bình'] },
  { key: 'ngay', label: 'Ngày hoàn thành', kind: 'date' },
  { key: 'noi-dung', label: 'Cách làm', kind: 'text' },
];

/** Money paid out of what was assigned, with the part of women in a number, and what must hold. */
export const computed = {
  indicators: [
    { key: 'giao', label: 'Vốn giao', kind: 'money', unit: 'triệu đồng' },
    { key: 'chi', label: 'Đã giải ngân', kind: 'money', unit: 'triệu đồng' },
    { key: 'con', label: 'Còn lại', kind: 'money', unit: 'triệu đồng', formula: 'giao - chi' },
    { key: 'ty-le', label: 'Tỷ lệ giải ngân', kind: 'percent', decimals: 1, formula: 'chi / giao' },
    {
      ...{ key: 'ngheo', label: 'Số hộ nghèo', kind: 'count', unit: 'hộ' },
      breakdown: [
        { key: 'nu', label: 'Chủ hộ là nữ' },
        { key: 'nam', label: 'Chủ hộ là nam' },
      ],
    },
  ],
  rules: [{ rule: 'chi <= giao', message: 'Số đã giải ngân không được lớn hơn vốn giao' }],
};
