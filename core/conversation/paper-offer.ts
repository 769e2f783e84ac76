/** Papers that may be had. */
import type { Carriage } from '../delivery/attachment.ts';
import type { PaperTarget } from '../delivery/link.ts';
import type { DirectiveRef } from '../directives/assignment.ts';

/** A paper, and how it would get to the person where they write. */
export type PaperOffer = { paper: PaperTarget; carriage: Carriage };

/** The papers of a directive in the order in which they are offered; none where it asks for no report. */
export type PapersOffered = { directive: DirectiveRef; offers: PaperOffer[] };
