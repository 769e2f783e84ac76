/** Names of heads as rosters write them. */

/** "Ông" before two words may be a family name, and "Đồng Chí Thanh" is one. */
const courtesy = /^(?:(?:[Đđ][/.]?[Cc]|[Đđ]ồng chí|ĐỒNG CHÍ)(?:[\s.:]+|$)|[Bb]à\s+|[Ôô]ng\s+(?=\S+\s+\S+\s+\S))/u;

/** A name without the courtesy before it: "Đ/c Nguyễn Văn A" is "Nguyễn Văn A". */
export const bareName = (written: string): string => written.replace(courtesy, '').trim();
