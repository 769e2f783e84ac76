/** What a chairman and a clerk ask, and what they mean; and what is no question of theirs. */
import type { LedgerAsk } from '../../../../core/language/asked/question.ts';

const units = (standing: string, kind = '', counts = false) =>
  ({ about: 'units', standing, kind, counts }) as LedgerAsk;
const figure = (how: string, named: string, kind = '') => ({ about: 'figure', how, named, kind }) as Partial<LedgerAsk>;
const section = (only: string, of: string | null, kind = '') =>
  ({ about: 'section', only, section: of, kind }) as LedgerAsk;
const ranked = (end: string, named: string, kind = '') => ({ about: 'ranked', end, named, kind }) as LedgerAsk;
const bounded = (side: string, isShare: boolean, named: string, kind = '') =>
  ({ about: 'bounded', side, isShare, named, kind }) as Partial<LedgerAsk>;
const unit = (what: string, name: string) => ({ about: 'unit', what, unit: name }) as LedgerAsk;

/** Sentences by what they ask. */
export const asked: readonly (readonly [Partial<LedgerAsk>, readonly string[]])[] = [
  [
    units('owing'),
    [
      'ai chưa nộp',
      'Ai chưa nộp?',
      'xem giúp ai chưa nộp',
      'còn ai chưa báo cáo vậy em',
      'đơn vị nào chưa nộp báo cáo',
      'don vi nao chua gui bao cao',
      'cho anh biết những đơn vị nào chưa nộp nhé',
      'em ơi còn những ai chưa gửi số liệu',
      'các đơn vị chưa báo cáo',
      'còn ai nữa không',
      'còn những đơn vị nào nữa',
      'đơn vị nào chưa',
      'hôm nay ai chưa nộp',
      'kiểm tra giúp anh còn đơn vị nào chưa báo cáo không em',
      'đơn vị nào còn thiếu báo cáo',
      'cho chú xem ai chưa nộp',
      'cháu ơi xem giúp bác còn đơn vị nào chưa nộp',
      'những ai im lặng từ hôm qua',
      'ai im lặng',
      'đơn vị nào vẫn bặt tăm',
      'còn những ai chưa thấy gì',
      'đơn vị nào chưa phản hồi',
    ],
  ],
  [
    units('owing', 'xã'),
    [
      'xã nào chưa nộp',
      'xã nào chưa',
      'còn xã nào nữa',
      'xã nào chưa xong',
      'còn xã nào chưa báo cáo không em',
      'xa nao chua nop bao cao',
      'xã mô chưa nộp rứa em',
      'chưa thấy xã nào',
      'xã nào còn im thin thít từ sáng đến giờ',
      'các xã đã nộp chưa',
    ],
  ],
  [units('remarked', 'xã'), ['các xã kêu gì', 'có xã nào kêu ca gì không']],
  [
    units('owing', 'trường'),
    [
      'các trường đã nộp chưa',
      'mấy ông trường nộp đủ chưa',
      'các trường xong hết chưa em',
      'các trường chưa nộp',
      'những trường nào chưa gửi báo cáo ạ',
    ],
  ],
  [units('owing', 'trường mầm non'), ['trường mầm non nào chưa nộp']],
  [
    units('owing', '', true),
    [
      'còn mấy đơn vị nữa',
      'còn bao nhiêu nữa vậy em',
      '100% chưa',
      'nộp đủ chưa em',
      'còn bao nhiêu đơn vị chưa nộp',
      'còn mấy đơn vị chưa báo cáo vậy em',
      'khoan, còn mấy đơn vị chưa nộp em',
      'chờ chút, còn mấy đơn vị chưa nộp',
    ],
  ],
  [
    units('reported'),
    ['ai đã nộp', 'ai nộp rồi', 'đơn vị nào đã báo cáo rồi em', 'những đơn vị nào nộp rồi', 'ai nop roi'],
  ],
  [
    units('reported', '', true),
    ['bao nhiêu đơn vị đã nộp', 'có bao nhiêu đơn vị đã báo cáo rồi em', 'mấy đơn vị nộp rồi', 'số đơn vị đã nộp'],
  ],
  [
    units('reported', 'xã', true),
    [
      'bao nhiêu xã xong rồi',
      'mấy xã xong rồi em',
      'được mấy xã rồi',
      'bao nhiêu xã đã nộp',
      'được mấy xã nộp rồi',
      'tỷ lệ các xã đã nộp báo cáo',
      'bao nhiêu phần trăm xã đã nộp',
    ],
  ],
  [units('late'), ['ai nộp muộn', 'đơn vị nào nộp trễ', 'những đơn vị nào gửi báo cáo chậm', 'ai nop tre vay em']],
  [units('on-time'), ['đơn vị nào nộp đúng hạn', 'ai báo cáo đúng hạn']],
  [units('overdue'), ['ai quá hạn', 'đơn vị nào quá hạn chưa nộp', 'đơn vị nào đang quá hạn', 'đơn vị nào chậm nộp']],
  [
    units('today'),
    [
      'hôm nay thêm được đơn vị nào',
      'hôm nay có thêm ai không',
      'hôm nay được thêm đơn vị nào rồi em',
      'hôm nay có ai nộp thêm không',
      'hôm nay ai nộp',
      'hôm nay có đơn vị nào báo cáo thêm không em',
      'ai vừa nộp',
      'đơn vị nào mới gửi',
      'sang nay co ai nop them khong',
    ],
  ],
  [units('today', '', true), ['hôm nay thêm được mấy đơn vị', 'hôm nay được mấy đơn vị rồi']],
  [units('silent'), ['ai xem rồi mà chưa báo', 'đơn vị nào đã nhận mà chưa nộp', 'ai đọc rồi mà vẫn chưa gửi báo cáo']],
  [
    units('received'),
    ['ai đọc rồi', 'ai đã xem rồi', 'ai đã nhận', 'đơn vị nào đã nhận văn bản', 'những ai xác nhận rồi'],
  ],
  [
    units('unreceived'),
    [
      'ai chưa đọc',
      'ai chưa xem',
      'còn ai chưa mở văn bản',
      'ai chưa nhận',
      'đơn vị nào chưa nhận văn bản',
      'còn ai chưa xác nhận vậy',
      'xem ai chưa nhận công văn',
    ],
  ],
  [
    units('received', '', true),
    ['bao nhiêu đơn vị đã nhận', 'có mấy đơn vị đã nhận văn bản', 'đã có bao nhiêu đơn vị xác nhận nhận văn bản'],
  ],
  [units('unreachable'), ['đơn vị nào chưa đăng ký', 'ai chưa liên lạc được', 'còn đơn vị nào không liên hệ được']],
  [units('excused'), ['ai được miễn', 'đơn vị nào được miễn báo cáo']],
  [units('extended'), ['ai được gia hạn', 'đơn vị nào đã được gia hạn']],
  [units('asked-extension'), ['ai đang xin gia hạn', 'đơn vị nào xin gia hạn', 'có ai đề nghị lùi hạn không em']],
  [units('promised'), ['ai hẹn nộp', 'đơn vị nào đã hẹn', 'có ai hứa nộp không']],
  [units('broke-word'), ['ai lỡ hẹn', 'đơn vị nào thất hẹn', 'ai hứa mà chưa nộp', 'co don vi nao tre hen khong em']],
  [units('corrected'), ['ai đã sửa số liệu', 'đơn vị nào đã sửa báo cáo', 'đơn vị nào đính chính']],
  [
    units('remarked'),
    [
      'khó khăn gì không',
      'ai kêu ca gì không',
      'có vướng mắc gì không em',
      'đơn vị nào có khó khăn',
      'ai có kiến nghị gì',
      'đơn vị nào nêu khó khăn, kiến nghị',
      'các đơn vị có kiến nghị gì không',
    ],
  ],
  [
    { about: 'order', end: 'first', kind: '' },
    ['ai nhanh nhất', 'ai nộp sớm nhất', 'đơn vị nào nộp đầu tiên', 'ai nop nhanh nhat vay em'],
  ],
  [{ about: 'order', end: 'last', kind: '' }, ['ai nộp muộn nhất', 'đơn vị nào nộp gần đây nhất']],
  [
    section('open', '3', 'xã'),
    [
      'xã nào chưa xong mục 3',
      'xã nào chưa xong mục 3 vậy em',
      'mục 3 xã nào chưa hoàn thành',
      'xa nao chua xong muc 3',
    ],
  ],
  [
    section('open', '2'),
    ['ai chưa làm mục 2', 'đơn vị nào chưa thực hiện xong nhiệm vụ 2', 'nhiệm vụ số 2 đơn vị nào chưa xong'],
  ],
  [section('done', '3'), ['đơn vị nào đã xong mục 3', 'ai hoàn thành mục 3 rồi', 'đơn vị nào làm xong mục 3 rồi em']],
  [
    section('done', '2', 'xã'),
    ['mấy xã xong mục 2 rồi', 'bao nhiêu xã xong mục 2 rồi em', 'mục 2 mấy xã xong rồi', 'may xa xong muc 2 roi chau'],
  ],
  [section('blocked', '3'), ['đơn vị nào vướng mục 3', 'mục 3 ai đang vướng gì', 'ai gặp khó khăn ở mục 3']],
  [
    section('blocked', null),
    ['đơn vị nào đang vướng', 'ai vướng gì', 'có ai vướng mắc gì không em', 'đơn vị nào gặp vướng mắc'],
  ],
  [
    section('all', '3'),
    [
      'mục 3 xong chưa',
      'mục 3 đã xong chưa em',
      'mục 3 làm chưa',
      'tiến độ mục 3',
      'mục 3 đến đâu rồi em',
      'xem giúp tình hình mục 3',
      'mục 3 thế nào rồi',
    ],
  ],
  [units('reported', '', true), ['tỷ lệ hoàn thành', 'tỷ lệ báo cáo thế nào', 'được mấy đơn vị rồi']],
  [
    figure('total', 'bluezone'),
    [
      'tổng Bluezone',
      'tổng số bluezone là bao nhiêu',
      'tong bluezone',
      'tổng bluezone toàn huyện',
      'tổng bluezone đến giờ được bao nhiêu em',
      'Bluezone được bao nhiêu',
      'bluezone toàn huyện bao nhiêu rồi em',
    ],
  ],
  [
    figure('total', 'bluezone', 'trường'),
    [
      'tổng Bluezone của các trường?',
      'cho anh biết tổng bluezone các trường',
      'tong bluezone cac truong',
      'các trường cài được bao nhiêu bluezone',
      'số người cài bluezone của các trường',
    ],
  ],
  [figure('total', 'bluezone xã an bình'), ['tổng bluezone xã an bình', 'bluezone xã an bình được bao nhiêu rồi']],
  [
    figure('total', 'bluezone của xã an bình'),
    ['bluezone của xã an bình bao nhiêu', 'Bluezone của xã An Bình là bao nhiêu em'],
  ],
  [figure('total', 'xã an bình bluezone'), ['xã an bình cài được bao nhiêu bluezone']],
  [figure('total', 'tiểu học số 2 bluezone'), ['tiểu học số 2 được bao nhiêu bluezone']],
  [
    figure('share', 'bluezone'),
    [
      'tỷ lệ bluezone',
      'bluezone đạt bao nhiêu %',
      'ty le bluezone bao nhieu',
      'bluezone đạt bao nhiêu phần trăm rồi em',
    ],
  ],
  [figure('share', 'qr', 'xã'), ['tỷ lệ QR các xã', 'tỉ lệ qr của các xã thế nào']],
  [figure('average', 'bluezone'), ['trung bình bluezone', 'bluezone bình quân', 'bình quân bluezone bao nhiêu']],
  [figure('average', 'qr', 'trường'), ['trung bình qr các trường']],
  [
    ranked('highest', 'bluezone'),
    [
      'đơn vị nào cao nhất theo Bluezone',
      'đơn vị nào bluezone cao nhất',
      'bluezone cao nhất là đơn vị nào',
      'ai bluezone nhiều nhất',
      'đơn vị nào có tỷ lệ bluezone cao nhất',
    ],
  ],
  [
    ranked('highest', 'bluezone', 'xã'),
    ['top 3 xã bluezone cao nhất', '3 xã cao nhất bluezone', 'xếp hạng các xã theo bluezone'],
  ],
  [ranked('highest', 'qr'), ['top 5 qr', 'bảng xếp hạng qr']],
  [ranked('highest', '', 'xã'), ['top 3 xã cài nhiều nhất']],
  [
    ranked('lowest', 'bluezone', 'xã'),
    ['xã nào bluezone thấp', 'xã nào yếu bluezone', 'bữa ni xã mô bluezone thấp nhất rứa'],
  ],
  [ranked('lowest', 'qr', 'xã'), ['xã nào QR thấp nhất', 'qr thấp nhất là xã nào', 'xa nao ty le qr thap nhat vay em']],
  [
    bounded('below', true, 'bluezone'),
    [
      'đơn vị nào bluezone dưới 50%',
      'đơn vị nào tỷ lệ bluezone thấp hơn 50 phần trăm',
      'don vi nao bluezone chua dat 50%',
    ],
  ],
  [bounded('below', false, 'bluezone', 'xã'), ['xã nào bluezone dưới 50', 'những xã nào có bluezone ít hơn 50']],
  [bounded('above', true, 'qr'), ['đơn vị nào qr trên 90%', 'ai đạt qr từ 90%']],
  [bounded('equal', false, 'qr'), ['đơn vị nào qr bằng 0']],
  [
    { about: 'without', named: 'bluezone', kind: '' },
    ['đơn vị nào chưa báo cáo bluezone', 'ai chưa có số liệu bluezone', 'đơn vị nào chưa nộp số liệu bluezone'],
  ],
  [
    unit('troubles', 'xã an bình'),
    [
      'tại sao xã An Bình chưa nộp',
      'vì sao xã An Bình vẫn chưa báo cáo',
      'xã An Bình vướng gì',
      'xã An Bình đang vướng ở đâu',
      'xa an binh gap kho khan gi',
      'xã An Bình có kiến nghị gì không',
    ],
  ],
  [
    unit('state', 'xã an bình'),
    [
      'xã An Bình nộp chưa',
      'xã An Bình đọc chưa',
      'xã An Bình đã nộp chưa em',
      'xa an binh bao cao chua',
      'xã an bình gửi báo cáo chưa vậy',
    ],
  ],
  [
    unit('sender', 'xã an bình'),
    [
      'ai nộp báo cáo của xã An Bình',
      'ai nộp báo cáo xã an bình lúc nào',
      'xã An Bình nộp lúc nào',
      'xã an bình báo lúc mấy giờ',
      'xã an bình gửi báo cáo khi nào vậy em',
      'ai gửi báo cáo cho xã An Bình',
    ],
  ],
  [
    unit('revisions', 'xã an bình'),
    ['xã An Bình sửa mấy lần', 'xã an bình đã sửa báo cáo bao nhiêu lần', 'xa an binh sua so lieu may lan'],
  ],
  [
    { about: 'contact', unit: 'xã an bình' },
    [
      'ai phụ trách xã An Bình',
      'chủ tịch xã An Bình là ai',
      'gọi cho xã An Bình đi',
      'liên hệ của xã An Bình',
      'số điện thoại xã An Bình',
      'cho anh số điện thoại của xã an bình',
      'sđt xã an bình',
      'xin số đt hiệu trưởng xã an bình',
    ],
  ],
  [
    { about: 'compared', named: '', kind: '' },
    ['so với kỳ trước thế nào', 'so với tuần trước tăng hay giảm', 'kết quả so với kỳ trước'],
  ],
  [
    { about: 'forecast' },
    [
      'liệu chiều nay có kịp đủ báo cáo không',
      'có kịp không em',
      'liệu có kịp hạn không',
      'ai có nguy cơ chậm',
      'đơn vị nào có nguy cơ quá hạn',
      'dự kiến đến hạn có bao nhiêu đơn vị nộp',
      'dự báo kết quả thế nào',
    ],
  ],
  [{ about: 'compared', named: 'bluezone', kind: '' }, ['bluezone so với kỳ trước thế nào']],
];
