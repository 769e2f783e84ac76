/** Whom to call, as every message names them. */
import { type Callable, callablesOf, type NamedContact, type OfficeContact } from '../../core/roster/contact.ts';

function callableText({ name, title, office, phone, isStaff }: Callable): string {
  const what = isStaff ? 'cán bộ theo dõi' : title;
  const who = name === null ? office : `đồng chí ${name} (${what ? `${what}, ` : ''}${office})`;
  return phone === null ? who : `${who}, điện thoại ${phone}`;
}

/** "đồng chí Hoa (cán bộ theo dõi, UBND huyện), điện thoại 0237…"; without a contact the staff of the issuing office. */
export const contactText = (contact: OfficeContact | undefined): string =>
  contact ? callablesOf(contact).map(callableText).join('; hoặc ') : 'cán bộ theo dõi của cơ quan ban hành văn bản';

/** "đồng chí Nguyễn Văn A (Phó Trưởng phòng), điện thoại 0237…". */
export const namedContact = ({ name, title, phone }: NamedContact): string =>
  `đồng chí ${name}${title ? ` (${title})` : ''}${phone ? `, điện thoại ${phone}` : ''}`;
