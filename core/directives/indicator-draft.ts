/** One figure or answer that a duty asks for, as a draft has it. */
import { z } from 'zod';

/** What things are told apart by within a directive. */
export const keySchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'chỉ gồm chữ thường không dấu, số và dấu gạch ngang')
  // Answers are kept by key in plain objects, and each of those has a "constructor".
  .refine((name) => !(name in {}), 'là từ riêng của hệ thống, đề nghị đặt mã khác');

/** `file`: a picture or document, or the number of a paper where none can be sent. */
export const indicatorKinds = [
  'count',
  'measure',
  'money',
  'percent',
  'yes-no',
  'choice',
  'text',
  'date',
  'file',
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/**
 * How figures of several rounds go together. `stock`: as of a day, the last one holds. `flow`: of the period, they add up.
 * `cumulative`: since the start, the last one holds and none is less than the one before.
 */
export const natures = ['stock', 'flow', 'cumulative'] as const;
export type Nature = (typeof natures)[number];

/** Currency units that an indicator may ask money in. */
const moneyNames = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'] as const;

/** An exact decimal, as a number or a text; kept as its plain text with a dot. */
const decimalSchema = z
  .union([z.number().transform(String), z.string()])
  .pipe(z.string().regex(/^-?\d{1,15}(\.\d{1,3})?$/, 'viết số thập phân với dấu chấm, tối đa ba chữ số: 12.5'));

/** How official papers name a figure, where the label is short for a chat: its name in full, and what is counted. */
const inFull = {
  fullLabel: z.string().min(1).max(200).optional(),
  unit: z.string().min(1).max(30).optional(),
};

/** An indicator as it is drafted. */
export const indicatorSchema = z.strictObject({
  key: keySchema,
  label: z.string().min(1).max(80),
  ...inFull,
  kind: z.enum(indicatorKinds),
  /** For kind `choice`: what may be chosen. */
  options: z.array(z.string().min(1)).default([]),
  /** For measures, money and percentages: places behind the comma, at most. */
  decimals: z.int().min(0).max(3).optional(),
  /** The least and the greatest figure that can be. */
  min: decimalSchema.optional(),
  max: decimalSchema.optional(),
  nature: z.enum(natures).optional(),
  /** Key of another figure of the duty that this one is a share of. */
  denominator: keySchema.optional(),
  /** It is computed from other figures of the duty, and never asked for: "a + b", "a / b". */
  formula: z.string().min(1).max(300).optional(),
  /** Its parts, which add up to it: asked behind it. */
  breakdown: z.array(z.strictObject({ key: keySchema, label: z.string().min(1).max(80), ...inFull })).default([]),
});
type IndicatorDraft = z.infer<typeof indicatorSchema>;

/** The number that counts are a share of; `fromRoster` offers the unit's staff count from the roster. */
export const denominatorSchema = z.strictObject({
  key: keySchema,
  label: z.string().min(1).max(80),
  ...inFull,
  fromRoster: z.boolean().default(false),
});

type Fault = { field: string; message: string };

/** What is wrong with an indicator by itself. */
export function indicatorFaults({ kind, options, decimals, min, max, nature, unit }: IndicatorDraft): Fault[] {
  const faults: Fault[] = [];
  const isFigure = kind === 'count' || kind === 'measure' || kind === 'money' || kind === 'percent';
  const fail = (isWrong: boolean, field: string, message: string): void => {
    if (isWrong) faults.push({ field, message });
  };
  fail(kind === 'choice' && options.length < 2, 'options', 'cần ít nhất hai lựa chọn');
  fail(kind === 'measure' && unit === undefined, 'unit', 'đại lượng đo cần đơn vị tính, ví dụ ha, tấn, km');
  fail(
    kind === 'money' && unit !== undefined && !moneyNames.some((name) => name === unit),
    'unit',
    `tiền ghi bằng một trong các đơn vị: ${moneyNames.join(', ')}`,
  );
  fail(decimals !== undefined && (!isFigure || kind === 'count'), 'decimals', 'chỉ dùng cho measure, money, percent');
  fail(!isFigure && min !== undefined, 'min', 'chỉ dùng cho chỉ tiêu là số');
  fail(!isFigure && max !== undefined, 'max', 'chỉ dùng cho chỉ tiêu là số');
  fail(!isFigure && nature !== undefined, 'nature', 'chỉ dùng cho chỉ tiêu là số');
  fail(min !== undefined && max !== undefined && Number(min) > Number(max), 'max', 'nhỏ hơn min');
  return faults;
}
