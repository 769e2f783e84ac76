/** To whom a report goes, out of the roster and the directive. */
import type { Office, PublicBody } from './papers.ts';

/**
 * - `body`: a body, `within` the bodies over it; `via` is the one that collects for it, where that is another.
 * - `head`: the head of a body, by the title that the roster has.
 */
export type ReportAddressee =
  | { type: 'body'; body: PublicBody; within: PublicBody[]; via: PublicBody | null }
  | { type: 'head'; title: string; body: PublicBody };

const isAbove = (body: PublicBody, office: Office): boolean => office.above.some(({ id }) => id === body.id);

const toBody = ({ above, ...body }: Office, via: PublicBody | null = null): ReportAddressee => ({
  type: 'body',
  body,
  within: above,
  via,
});

/**
 * A unit reports to the body right above it where that one stands below the issuer and answers for it, as an education
 * office for its schools. Every other unit reports to the issuer, through the body that collects for it; to that body
 * itself where it is none of the issuer's. The issuer reports to the body above it. Null: the roster knows none.
 */
export function addresseeOfUnit(unit: Office, issuer: Office, collector: Office): ReportAddressee | null {
  if (unit.id === issuer.id) return toNext(unit);
  const [parent] = unit.above;
  if (parent && parent.id !== issuer.id && isAbove(issuer, unit)) return toNext(unit);
  if (collector.id === issuer.id || collector.id === unit.id) return toBody(issuer);
  return isAbove(issuer, collector) ? toBody(issuer, collector) : toBody(collector);
}

/** The collecting body reports to the issuer's head; an issuer that collects itself, to the body above it. */
export function addresseeOfCollector(collector: Office, issuer: Office): ReportAddressee | null {
  if (collector.id === issuer.id) return toNext(issuer);
  return issuer.headTitle ? { type: 'head', title: issuer.headTitle, body: issuer } : toBody(issuer);
}

function toNext({ above: [body, ...within] }: Office): ReportAddressee | null {
  return body ? { type: 'body', body, within, via: null } : null;
}
