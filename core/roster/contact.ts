/** Whom a person may call: what is known of the offices and people behind a directive. */

/** An office as the roster has it. */
export type OfficeLine = { name: string; headName: string | null; headTitle: string | null; phone: string | null };

/** Staff who follow, with their own number where it is known. */
export type StaffLine = { name: string; phone: string | null };

/**
 * Behind one directive: the office that issued it, the one that receives the reports, and the staff who follow it. Where a
 * person has no directive yet, the office above theirs; `directive` is null then.
 */
export type OfficeContact = {
  directive: number | null;
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
 * Whom to name, the nearest to the matter first: staff who follow it, those with a number before others. Then the office that
 * receives the reports, then the one that issued. Never nobody: an office has a name. Who has no telephone number stands only
 * before one who has.
 */
export function callablesOf({ office, receiver, staff }: OfficeContact): Callable[] {
  const named = staff.filter(({ name }) => /\p{L}/u.test(name));
  const follower = named.find((line) => line.phone !== null) ?? named[0];
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
