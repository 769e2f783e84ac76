/** Which papers can be had, and how each would get to whoever asks. */
import type { Facts } from '../../core/conversation/context.ts';
import type { PaperOffer, PapersOffered } from '../../core/conversation/paper-offer.ts';
import { carriageOf } from '../../core/delivery/attachment.ts';
import type { PaperTarget } from '../../core/delivery/link.ts';
import type { Summary } from '../../core/figures/summary.ts';
import { chatFormats } from '../../messages/chat/papers-in-chat.ts';
import type { Reading } from '../delivery/work.ts';
import { linkOn } from '../links/make.ts';
import { type Asker, holderOf } from './asker.ts';

type Offering = Pick<Reading, 'terms' | 'links'>;

/** Who is offered papers, and where they write. */
type Reader = Pick<Asker, 'channel' | 'account'>;

const offerOf = ({ terms, links }: Offering, { channel, account }: Reader, paper: PaperTarget): PaperOffer => ({
  paper,
  carriage: carriageOf(
    paper,
    terms.limits[channel],
    linkOn(channel, links, { target: paper, holder: holderOf(account) }),
  ),
});

/** The papers of a directive; none where it asks for no report. */
export function papersOnOffer(offering: Offering, reader: Reader, { directive, round }: Summary): PapersOffered {
  const formats = round ? chatFormats : [];
  const offers = formats.map((format) => offerOf(offering, reader, { what: 'paper', directive: directive.id, format }));
  return { directive, offers };
}

/** The report of a unit in the newest round of a directive. */
export const unitPaperOffer = (
  offering: Offering,
  reader: Reader,
  { directiveId, unit }: { directiveId: number; unit: { code: string } },
): PaperOffer => offerOf(offering, reader, { what: 'paper', directive: directiveId, format: 'unit', unit: unit.code });

/** The units' own reports, by obligation: of the asker's own, and of those that other needs have found. */
export function unitPapersOnOffer(
  offering: Offering,
  { own, ...reader }: Pick<Asker, 'own' | 'channel' | 'account'>,
  { units = [], obligation }: Facts,
): Map<number, PaperOffer> {
  const found = [...units.flatMap((unit) => unit.obligations), ...(obligation ? [obligation] : [])];
  return new Map(
    [...own.obligations, ...found].map(({ id, directive, unit }) => [
      id,
      offerOf(offering, reader, { what: 'paper', directive: directive.id, format: 'unit', unit: unit.code }),
    ]),
  );
}
