/** What people ask while nothing is asked of them: the few things about which a fitting answer is known. */
import { inStandard } from './dialect.ts';
import { fold, lowerCase } from './text.ts';

/**
 * `deadline`: until when. `recipient`: to whom and where a report goes. `contact`: whom to ask. `extension`, `exemption`:
 * more time, or none to report. `mistake`: what was sent was wrong. `handover`: somebody else is in charge. `sent`: they say
 * that they have reported. `how`: what to do. `trouble`: something does not work. `paper`: the directive itself. `stop`,
 * `withdraw`, `erase`: no more messages, no more consent, no more data. `who`: who is writing to them. The rest is courtesy.
 */
export type Topic =
  | 'extension'
  | 'exemption'
  | 'erase'
  | 'withdraw'
  | 'stop'
  | 'mistake'
  | 'handover'
  | 'recipient'
  | 'contact'
  | 'deadline'
  | 'sent'
  | 'trouble'
  | 'how'
  | 'paper'
  | 'who'
  | 'thanks'
  | 'greeting'
  | 'nod';

/** Letters, digits and single spaces alone: no marks, capitals, signs or pictures. For comparing. */
export const bare = (text: string): string =>
  fold(inStandard(lowerCase(text)))
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();

const send = '(?:nop|gui|bao cao|bc)';
const when = '(?:khi nao|bao gio|luc nao|ngay nao|hom nao|may gio|ngay may|thu may)';

/** Whether a paper is wanted too is another question than whether one has to report. */
const onPaper =
  '(?:(?:them|lai|ca|kem|bao cao|bang|qua) )*(?:ban (?:giay|cung|ky|chinh|co dau|scan)|van ban|cong van|giay|ve huyen ban)\\b';

/** What each topic sounds like, by the first that fits: what asks for more stands above what is a part of it. */
const signs: readonly [Topic, RegExp][] = [
  [
    'extension',
    new RegExp(
      `gia ?han|xin lui|lui (?:han|lai|thoi|ngay|sang)|${send} (?:muon|tre|cham|bu|lai sau)\\b|(?:xin|cho)(?: \\S+){0,3} ${send} sau\\b|(?:xin|cho) (?:cham|tre|muon|hoan|khat|them)\\b|them (?:thoi gian|it ngay|vai ngay|\\d+ ngay|may ngay)|(?:khong|ko|k|chua|chang) kip|keo dai (?:them|thoi|han)|xin hoan`,
    ),
  ],
  [
    'exemption',
    new RegExp(
      `(?:xin|duoc|cho) mien|mien (?:bao cao|nop|bc)|(?:khong|ko|k) (?:thuoc|phai) (?:doi tuong|dien)|(?:khong|ko|k) (?:phai|can) ${send}(?! ${onPaper})|co (?:phai|can) ${send}(?! ${onPaper})|khong lien quan`,
    ),
  ],
  ['erase', /xoa (?:het |toan bo |giup )?(?:cac )?(?:du lieu|thong tin|tai khoan|tin nhan)/],
  [
    'withdraw',
    /rut (?:lai )?(?:su )?(?:dong y|chap thuan)|(?:khong|ko|k|huy|thoi) dong y (?:nua|nhan|cho)|huy (?:su )?dong y/,
  ],
  [
    'stop',
    /(?:khong|ko|k|dung|ngung|thoi|huy|tat|chan) (?:co )?(?:muon )?(?:can )?(?:nhan|gui|nhan tin|theo doi|dang ky)? ?(?:cac |them |duoc )?(?:tin nhan|tin|thong bao|nhan|nhac) ?(?:nua|nay|cho (?:toi|em|minh|anh|chi))|(?:dung|ngung|thoi|huy|tat|bo) (?:nhan|gui|viec nhan|viec gui)?(?: )?(?:tin|thong bao|nhan tin)|(?:khong|ko|k|dung|thoi) (?:muon )?(?:nhan|gui|nhan tin|nhac) (?:tin |gi |thong bao )?(?:cho (?:toi|em|minh) )?nua|lam phien|huy dang ky|unsubscribe/,
  ],
  [
    'mistake',
    /(?:gui|nhap|ghi|bao|bao cao|nop|bam|an|nhan|viet|bi|co|xin loi) (?:bi )?(?:nham|lon|sai)\b|nham (?:so|roi|nhe|lan|a)\b|^nham$|sai (?:so|roi|nhe|sot)|so lieu (?:bi |dang |tren )?(?:sai|nham)|(?:gui|nhap|nop|bao cao) lai (?:so|bao cao|duoc|nhe|the nao)|thu hoi (?:bao cao|tin|so lieu) (?:vua|da)|rut (?:lai )?(?:bao cao|so lieu|bc)\b|can (?:sua|dinh chinh)|dinh chinh|(?:xin|cho) (?:phep )?(?:em |toi )?sua/,
  ],
  [
    'handover',
    /^(?!.*\btinh (?:ca|vao|luon|the|ra)\b)(?:.*\b)?(?:chuyen (?:cong tac|sang|don vi|nguoi)|nghi (?:huu|viec|che do|thai san)|(?:khong con|khong|ko|thoi) (?:la |lam |giu |phu trach |theo doi )+(?:thu truong|chu tich|hieu truong|truong phong|giam doc|viec nay|mang|dau moi|nua)|nham nguoi|khong phai (?:toi|don vi|cua)|giao (?:lai |viec )?cho (?:dc|d\/c|dong chi|anh|chi|em|ong|ba|co|thay)|uy ?quyen|thay (?:nguoi|toi)|nguoi khac (?:phu|lam|nhan|bao))/,
  ],
  [
    'recipient',
    new RegExp(
      `${send}(?: [\\p{L}/]+){0,4} (?:o|ve|den|toi|di|cho|vao|qua|bang|cua) (?:\\p{L}+ )?(?:dau|ai|co quan nao|phong nao|don vi nao|cho nao|kenh nao|mail nao|email nao|dia chi nao|hinh thuc nao|gi)\\b|${send}(?: [\\p{L}/]+){0,2} dau\\b|dia chi (?:nhan|gui|nop|email|mail)|noi (?:nhan|nop|gui)|ai (?:la nguoi )?(?:nhan|tiep nhan|thu) bao cao`,
      'u',
    ),
  ],
  [
    'contact',
    /\bai (?:dang |se |la nguoi )?(?:phu trach|theo doi|huong dan|lo|giai dap|tra loi|quan ly|chiu trach nhiem)|la ai phu trach|phu trach (?:la )?ai|nguoi (?:phu trach|theo doi|lien he)|(?:can bo|chuyen vien|dong chi) (?:nao )?(?:phu trach|theo doi|dau moi)|so (?:dien thoai|dt|may|phone)|\b(?:sdt|dt(?! ?\d)|hotline)\b|lien (?:he|lac)|(?:hoi|goi|gap|nhan) (?:cho )?(?:ai|so nao|dong chi nao|dc nao|can bo)|noi chuyen voi (?:nguoi|can bo)|can gap|\bgoi (?:dien |lai |cho )+(?:anh|chi|toi|chu|bac|em|minh)\b|\bcho (?:anh|chi|toi|em|chu|bac|minh) (?:xin )?(?:cai )?so (?:cua|ai|nao|may|can bo)\b|^(?:da |em |toi |anh |chi )*(?:muon|xin|cho) (?:phep |toi |em |minh |anh |chi )*hoi(?: chut| ti| mot chut| cai)?(?: a| nhe| voi)*$/,
  ],
  [
    'deadline',
    new RegExp(
      `(?:con|dang|van) (?:no|thieu)(?: \\S+){0,2} gi\\b|(?:can|phai|can phai|chua|con phai) (?:nop|gui|bao)(?: nhung| cai| them| cac)* gi\\b|(?:het|den|qua|toi) han|thoi (?:han|diem nop)|deadline|\\bhan(?: \\S+){1,3} ${when}|\\bhan (?:chot|cuoi|nop|gui|bao cao|bc|la|den|cua|cho|ngay|chung|${when})|^han(?: nhe| a| la| the nao| sao)?$|${send}(?: [\\p{L}/]+){0,4} ${when}|${when}(?: (?:la|thi|phai|can|moi|minh|em|toi|cac|don vi))* (?:${send}|xong|chot|het|den)|con (?:han )?(?:bao lau|(?:may|bao nhieu|bn) (?:ngay|gio|hom|buoi|phut|lau|nua)\\b)|con han (?:may|bao nhieu)`,
      'u',
    ),
  ],
  [
    'sent',
    new RegExp(
      `(?:hom qua|hom truoc|sang nay|tuan truoc) (?:da )?${send}|${send} (?:tu |luc )?(?:hom qua|hom truoc|sang nay|tuan truoc|hoi nay|luc nay)|^(?:da |em |anh |chi |toi |xa |truong )*(?:lam |trien khai |thuc hien |hoan thanh )?xong (?:het |ca )?(?:roi|xuoi)(?: (?:em|anh|chi|a|nhe|do|day|nha|oi))*$|(?:^|don vi |em |toi |minh |truong |xa |da )${send}(?: bao cao| so lieu| het| day du| xong)* (?:roi|xong)|da (?:nop|gui|bao cao|hoan thanh bao cao)|${send} (?:chua|duoc chua|thanh cong|den chua)|bao cao (?:cua (?:toi|em|minh|anh|chi|don vi|truong|xa)(?: em| toi)? )?(?:da )?(?:den|toi|vao|len|sang) (?:noi |he thong )?chua|(?:nhan|co) (?:duoc )?bao cao (?:cua (?:toi|em|minh|don vi|truong|xa) )?(?:chua|khong)`,
    ),
  ],
  [
    'trouble',
    /(?<!xin )\bloi\b|bi loi|(?:khong|ko|k|chua) (?:gui|vao|mo|bam|nop|xem|dang nhap|tai|doc) (?:duoc|len|noi)|(?:khong|ko) (?:thay|hien)|truc trac|bi treo/,
  ],
  [
    'how',
    /(?:lam|bao cao|nop|gui|nhap|ghi|viet|dien) (?:nhu )?(?:the nao|ntn|sao|kieu gi|kieu nao)|huong dan|cach (?:bao cao|nop|gui|nhap|lam|dung|su dung)|(?:khong|ko|chua) (?:biet|ro|hieu) (?:cach|lam|bao cao|nop|phai|gi|the nao|sao)|phai lam (?:gi|sao|the nao)|giup (?:toi|em|minh|do|voi)|bao cao (?:nhung |cai |may cai )?gi\b|(?:link|web|trang|form) (?:o )?dau\b|(?:nhap|dien|vao|bao) (?:o )?(?:dau|cho nao)\b|mau bao cao|bieu mau/,
  ],
  [
    'paper',
    /^(?:xem |gui |goi |cho |xin |giup |lai |cai |file |voi |muon |can |anh |chi |toi |em |minh |chu |bac )*(?:toan van |noi dung |cac |ban )*(?:van ban|cong van|chi dao|cv|vb)(?: nao| gi| nay| dau| chi dao| toan van| moi| so.*)?(?: cho (?:em|anh|chi|toi|minh|don vi|xa|truong))?(?: voi| a| nhe| nha| duoc khong| dc khong)*$|(?:chua|khong|ko) (?:thay |nhan |nhan duoc |co )(?:van ban|cong van|cv|vb|nhiem vu)(?: nao| gi| nay)?(?: ca| a| dau| het)*$|(?:viec|nhiem vu) (?:gi|cua (?:toi|em|minh|don vi|truong|xa))|(?:giao|lam) (?:viec |nhiem vu )?gi\b|^(?:\S+ ){0,2}(?:van ban|cong van|cv|vb)(?: nay| moi| do| tren)* (?:noi|ve|yeu cau|bao|la|giao|can|phai)(?: nhung| cai| viec| ve| lam)* (?:gi|sao)\b/,
  ],
  [
    'who',
    /^(?:ai (?:day|the|vay|do)|(?:day|ban|may|em) la (?:ai|gi|may|bot)|he thong (?:gi|nao|nay la gi).*|bot a|la bot a|so nay cua ai)(?: a| nhi| the| vay)*$/,
  ],
];

const thanks = /^(?:.* )?(?:cam on|thank you|thanks?|thank|tks|thks|tk)(?: .*)?$/;
const greeting =
  /^(?:da |vang |kinh |xin |em |toi |minh |anh |chi )*(?:chao|alo|a lo|hello|helo|hi|hey|chao buoi (?:sang|trua|chieu|toi))(?: (?:em|anh|chi|ban|bot|he thong|dong chi|dc|moi nguoi|ca nha|cac|co|thay|ong|ba|a|nhe|nha|oi|buoi|sang|trua|chieu|toi|ngay|moi))*$/;
const nods =
  /^(?:da|vang|u|uh|uhm|um|ok|oke|okay|okie|oki|okela|okeh|dc|duoc|ro|da ro|nhat tri|dong y|tot|chuan|hay|hieu|biet|roi|biet roi|hieu roi|nhe|nha|a|the|vay|yes|y|co|dung|khong co gi|khong sao)(?: (?:da|vang|u|uh|ok|oke|okay|dc|duoc|ro|nhat tri|dong y|tot|chuan|hay|hieu|biet|roi|nhe|nha|a|em|anh|chi|sep|dong chi|thu truong|ban|oi|toi|minh|the|vay|nhi))*$/;

/** Longer texts tell something, and ask for nothing that could be answered in a sentence. */
const longest = 240;

/** What chat programs write in the place of a picture that says nothing. */
const sticker = /^(?:sticker|nhan dan|gif|emoji|icon|bieu tuong cam xuc)$/;

/** Laughter, and a word of regret or farewell, ask for nothing. */
const laughter = /^(?:(?:h[iaej]){2,}h?|k{3,}|v)(?: (?:(?:h[iaej]){2,}h?|k{3,}|v))*$/;
const farewell =
  /^(?:xin loi|sorry|soryy|tam biet|bye|bai|hen gap lai|chuc (?:ngu ngon|buoi toi|mot ngay|suc khoe|em|anh|ngay)|ngu ngon)(?: [\p{L}]+){0,6}$/u;

/** "?" asks what to do; pictures, and dots or exclamation marks, say that somebody is there. */
const signsAlone = (text: string): Topic | undefined =>
  text.includes('?') ? 'how' : /[\p{Extended_Pictographic}.!\u2026]/u.test(text) ? 'nod' : undefined;

/** What a text is about; undefined where it is nothing of these. Diacritics, courtesy and pictures do not matter. */
export function readTopic(text: string): Topic | undefined {
  if (text.length > longest) return undefined;
  const said = bare(text);
  const [asked] = signs.find(([, sign]) => sign.test(said)) ?? [];
  if (asked) return asked;
  if (said === '') return signsAlone(text);
  if (sticker.test(said) || laughter.test(said) || farewell.test(said)) return 'nod';
  if (thanks.test(said) && said.split(' ').length <= 12) return 'thanks';
  if (greeting.test(said)) return 'greeting';
  return nods.test(said) && !text.includes('?') ? 'nod' : undefined;
}
