/** Whom a person may call: what is known of the offices and people behind a directive. */

/** An office as the roster has it. */
export type OfficeLine = { name: string; headName: string | null; headTitle: string | null; phone: string | null };

/** Staff who follow, with their own number where it is known. */
export type StaffLine = { name: string; phone: string | null };

/** Somebody whom a directive names for questions about it. */
export type NamedContact = { name: string; title?: string | undefined; phone?: string | undefined };

/**
 * Behind one directive: whom it names itself, the office that issued it, the one that receives the reports, and the staff who follow it. Where a
 * person has no directive yet, the office above theirs; `directive` is null then.
 */
export type OfficeContact = {
  directive: number | null;
  /** Absent or null: the document names nobody. */
  named?: NamedContact | null;
  office: OfficeLine;
  receiver: OfficeLine | null;
  staff: StaffLine[];
};

/** Somebody to call; `name` is null where only the office is known. */
export type Callable = {
  name: string | null;
  title: string | null;
  office: string;
  phone: string | null;
  isStaff: boolean;
};

/**
 * Whom to name, the nearest to the matter first: whom the document names, staff who follow it, those with a number before others. Then the office that
 * receives the reports, then the one that issued. Never nobody: an office has a name. Who has no telephone number stands only
 * before one who has.
 */
export function callablesOf({ named, office, receiver, staff }: OfficeContact): Callable[] {
  if (named) {
    const { name, title = null, phone: number = office.phone } = named;
    return [{ name, title, office: office.name, phone: number, isStaff: false }];
  }
  const called = staff.filter(({ name }) => /\p{L}/u.test(name));
  const follower = called.find((line) => line.phone !== null) ?? called[0];
  const ofOffice = receiver === null || receiver.name === office.name ? office.phone : null;
  const phone = follower?.phone ?? ofOffice;
  const offices = [receiver, office].filter((line) => line !== null).map(officeAsCallable);
  const reachable = offices.find((line) => line.phone !== null);
  if (follower === undefined)
    return [reachable ?? offices.find(({ name }) => name !== null) ?? officeAsCallable(office)];
  const first = { name: follower.name, title: null, office: office.name, phone, isStaff: true };
  return phone === null && reachable ? [first, reachable] : [first];
}

const officeAsCallable = ({ name, headName, headTitle, phone }: OfficeLine): Callable => ({
  name: headName,
  title: headTitle,
  office: name,
  phone,
  isStaff: false,
});
