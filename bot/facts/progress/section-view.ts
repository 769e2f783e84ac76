/** Reads how sections stand for the view that was asked for. */
import { type DrillView, paginate } from '../../../core/figures/drill-down.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import { bare } from '../../../core/language/topics.ts';
import type { SectionRequest } from '../../../core/progress/request.ts';
import { isShown } from '../../../core/progress/sections.ts';
import { fileIn } from '../../../core/reports/file-answer.ts';
import type { Db } from '../../../db/database.ts';
import { listSectionLines } from '../../../db/progress/sections.ts';
import { kindName } from '../../../messages/words/unit-kinds.ts';

/** Undefined where the directive asks for no progress, or has no such section. Of a section what blocks comes first. */
export async function readSectionView(
  { db, now, linkTo }: { db: Db; now: Date; linkTo: (attachment: number) => string },
  { directive, progress = [] }: Summary,
  request: SectionRequest,
): Promise<DrillView | undefined> {
  if (progress.length === 0) return undefined;
  if (request.to === 'sections') return { to: 'sections' };
  const lines = await listSectionLines(db, directive.id, now);
  if (request.to === 'blocked')
    return {
      to: 'blocked',
      lines: paginate(
        lines.filter((line) => isShown(line, 'blocked')),
        request.page,
      ),
    };
  const total = progress.find(({ section }) => section.toLowerCase() === request.section.toLowerCase());
  if (!total) return undefined;
  const isOfKind = (kind: string): boolean => `${bare(kindName(kind))} `.startsWith(`${request.kind} `);
  const shown = lines.filter(
    (line) =>
      line.section === total.section &&
      isShown(line, request.only) &&
      (request.kind === '' || isOfKind(line.unit.kind)),
  );
  const blocked = shown.filter(({ state }) => state === 'blocked');
  const others = shown.filter(({ state }) => state !== 'blocked');
  const page = paginate([...blocked, ...others], request.page);
  const links = page.rows.flatMap(({ papers }) =>
    papers.flatMap((paper): [string, string][] => {
      const file = fileIn(paper);
      return file === undefined ? [] : [[paper, linkTo(file)]];
    }),
  );
  return { to: 'section', total, request, lines: page, links: Object.fromEntries(links) };
}
