import { readPrintedHead } from '../../../core/audit/head.ts';
import { fail, ok } from '../../../core/result.ts';
import { toIso } from '../../../core/time/calendar.ts';
import {
  auditFault,
  auditPage,
  type FalseFigureFound,
  falseFigureFound,
  auditSentence as say,
  type ToldFault,
} from '../../../messages/terminal/audit.ts';
import type { AuditFault } from '../../audit/fault.ts';
import { createSeal } from '../../audit/seal.ts';
import { verifyAudit } from '../../audit/verify.ts';
import { readSecretKey } from '../../process/secret-key.ts';
import { command } from '../shape/command.ts';

/** `figure` where a figure does not follow from the others. */
type Fault = ToldFault & { figure?: FalseFigureFound; detail: string };

/** `archived`: records that stand in files. */
type Verified = {
  records: number;
  archived: { from: number; to: number; sha256: string; isRead: boolean }[];
  head: { seq: number; hash: string; at: string | null } | null;
  begun: string | null;
  ok: boolean;
  faults: Fault[];
  areMore: boolean;
};

/** Checks the audit chain and the facts against it; fails when anything was tampered with. */
export default command<Verified>({
  async run({ db, config }, { options }) {
    const { expect, archive } = options;
    const files = Array.isArray(archive) ? archive.map(String) : [];
    const expected = typeof expect === 'string' ? readPrintedHead(expect) : undefined;
    if (expect !== undefined && !expected) return fail(say.badExpect);
    const key = readSecretKey(config);
    if (!key.ok) return key;
    const { archived, head, begunAt, faults, ...found } = await verifyAudit(db, createSeal(key.value), expected, files);
    if (faults[0]?.about === 'key' && found.records === 0) return fail(say.otherKey);
    return ok({
      ...found,
      archived: archived.map(({ from, to, sha256, isRead }) => ({ from, to, sha256, isRead })),
      head: head ? { seq: head.seq, hash: head.hash, at: head.at && toIso(head.at) } : null,
      begun: begunAt ? toIso(begunAt) : null,
      ok: faults.length === 0,
      faults: faults.map(describe),
    });
  },
  print: auditPage,
  complain: ({ faults, areMore }) => (faults.length === 0 ? undefined : say.found(faults.length, areMore)),
});

function describe(fault: AuditFault): Fault {
  if (fault.about === 'figure') return describeFigure(fault);
  const { about, ...rest } = fault;
  const named = 'kind' in rest ? factOf(rest) : rest;
  return { ...named, ...(about === 'head' && { fact: 'head' }), detail: auditFault(about, named) };
}

function describeFigure({
  report,
  what,
  about: _,
  stored,
  computed,
  ...of
}: Extract<AuditFault, { about: 'figure' }>): Fault {
  const figure = { ...of, stored: String(stored), computed: computed === null ? null : String(computed) };
  return { fact: `report:${report}`, figure, what, detail: falseFigureFound(figure) };
}

function factOf({ kind, id, ...rest }: Omit<Extract<AuditFault, { about: 'fact' }>, 'about'>) {
  return { fact: `${kind}:${id}`, ...rest };
}
