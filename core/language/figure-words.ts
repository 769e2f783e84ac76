/** The words around the figures of a report, as people write them. */
import { courtesies } from './answer-words.ts';

/** Around the figures of a whole report or of a correction: they say that figures follow, and nothing of them. */
export const aroundFigures = [
  ...courtesies,
  ...[
    'sửa',
    'sửa lại',
    'sửa thành',
    ...['update', 'update lại', 'cập nhật', 'cập nhật lại', 'total'],
    'đổi',
    'đổi thành',
    'đổi lại',
    'chỉnh',
    'chỉnh lại',
    'thành',
    'lại',
    'nhầm',
    'báo nhầm',
  ],
  ...['nhầm rồi', 'ghi nhầm', 'gõ nhầm', 'sai', 'sai rồi', 'đính chính', 'nhưng', 'r', 'rồi', 'là', 'đúng', 'đúng rồi'],
  ...[
    'đúng là',
    'phải là',
    'mới đúng',
    'chuẩn',
    'chuẩn rồi',
    'chính xác',
    'ok',
    'thôi',
    'số liệu',
    'cụ thể',
    'như sau',
    'gồm',
    'kết quả',
  ],
  ...['xin', 'gửi', 'gởi', 'nộp', 'đơn vị', 'chúng tôi', 'chúng em', 'bên em', 'cả', 'và'],
  ...['à', 'sếp', 'chú', 'cô', 'bác', 'giúp', 'chỉ', 'lên', 'nhé', 'đi'],
  ...['mới phải', 'mới chuẩn', 'phải', 'giùm', 'dùm', 'với', 'chứ', 'chỗ'],
  ...[
    'tuần này',
    'tháng này',
    'kỳ này',
    'đợt này',
    'quý này',
    'lần này',
    'hôm nay',
    'sáng nay',
    'chiều nay',
    'tuần ni',
  ],
];

/** Beside a figure that has its name they say nothing; a figure alone may be theirs: "mục 3" is no 3. */
export const figureNouns = [
  ...[
    'mục',
    'app',
    'tỉnh',
    'của tỉnh',
    'ứng dụng',
    'phần mềm',
    'mã',
    'nhà trường',
    'trường',
    'trường có',
    'xã có',
    'cơ quan có',
    'huyện',
    'hệ thống',
    'riêng',
    'có',
    'cơ quan',
    'kính gửi',
  ],
  ...['xã', 'trường', 'phòng', 'bên'].flatMap((body) =>
    [
      'tôi',
      'em',
      'mình',
      'anh',
      'chị',
      'e',
      'a',
      'c',
      'tui',
      'chú',
      'bác',
      'cô',
      'cháu',
      'ông',
      'bà',
      'thầy',
      'chúng tôi',
      'chúng em',
      'con',
    ].map((whose) => `${body} ${whose}`),
  ),
  ...['toàn xã', 'toàn trường', 'toàn cơ quan', 'toàn đơn vị'],
];

/** The number of all of whom figures are a share. */
export const totals = [
  ...['tổng số', 'tổng', 'total', 'headcount', 'tổng nhân sự'],
  'tổng cộng',
  'ts',
  'quân số',
  'biên chế',
  'sĩ số',
  'tổng quân số',
  'tổng biên chế',
  ...['tscb', 'tscbcc', 'tscbccvc', 'tổng cb', 'tổng cbccvc', 'tổng số cb', 'tổng người'],
];

/** Between a name and its figure: "cán bộ là 60". */
export const linking = 'là';
/** Between a label and its figure it says nothing: "qr thì 40". */
export const beforeShare = 'thì';
/** Before a label they lead on: "còn smart 38", "đúng hết trừ smart là 39". */
export const beforeLabel = [
  'còn',
  'trừ',
  'riêng',
  'chỉ',
  'chỉ trừ',
  'trừ mỗi',
  'chỉ riêng',
  'ngoại trừ',
  'mỗi',
  'mà',
  'nhưng',
  'nhưng mà',
];

/** Behind a total and before its shares: "50 người thì 45 …". */
export const turnsToShares = ['thì', 'trong đó', 'thì có', 'trong đó có', 'trong số đó'];

/** What makes a figure less than sure, also in brackets behind it. */
export const doubts = [
  ...[
    'khoảng',
    'chừng',
    'tầm',
    'ước',
    'ước tính',
    'dự kiến',
    'gần',
    'hơn',
    'chưa chính xác',
    'chưa chắc',
    'chưa rõ',
    'tạm',
  ],
  ...['có thể', 'không chắc', 'chắc là', 'hình như', 'sơ bộ', 'chưa đủ', 'chưa thống kê', 'chưa kiểm tra'],
];

/** They say nothing of a figure that has its name. */
export const besideLabels = `
  dạ | vâng | à | ờ | ý | ạ | a | ah | nha | nhé | nhe | em | e | anh | chị | cô | chú | bác | sếp | tôi | mình | đồng chí | đc | dc | thủ trưởng | lãnh đạo | kính | thưa | kính gửi | báo cáo | bc | xin | gửi | gởi | nộp | là | thì | có | đã | được | đc |
  cài | cài đặt | cài được | quét | quét mã | quét được | đăng ký | sử dụng | dùng | thực hiện | hoàn thành | xong | rồi | r | đều | hiện | hiện có | hiện nay | đến nay | nay | hôm nay | số | số lượng | sl | số liệu | kết quả | cụ thể | như sau | gồm | mã | app | ứng dụng | phần mềm | tỉnh | của tỉnh |
  người | ng | cán bộ | mục | còn | và | riêng | với | cả | của | đơn vị | xã | trường | phòng | huyện | nhà trường | cơ quan | bên em | bên e | xã em | xã e | xã tôi | xã tui | trường em | trường e | đơn vị e | đơn vị em | đơn vị tôi | chúng tôi | ok | đúng | đúng là | chuẩn | thôi | luôn | lên | đạt | mới | tổng hợp | cho | trong đó | trong | trên | trên tổng số | khoản | chỉ tiêu | con số | nữa | cũng | đây | nhập | chỉ | chỉ có | đúng hết | đúng cả | đúng rồi | chứ | mới đúng | sửa | sửa lại | sửa thành | thành | ghi | ubnd | nhé em | mới được | tất cả | code | đang | giúp | với nhé | ngày hôm nay | khai báo | phát hiện | phát sinh | ghi nhận | bằng | tức | nhân viên | giáo viên | gv | thầy cô | vẫn | vẫn là | chỗ | cái | cái chỗ | phải là | mới phải là | đúng ra là | đúng ra phải là | lẽ ra là | đáng lẽ là | mới phải | phải | thế | vậy | cháu | mọi số | các số | thế thôi | cơ | cơ mà | đó | đấy | chú ạ | bác ạ | cô ạ | hộ/giúp/giùm/dùm tôi/em/anh/chị/mình/chú/bác/cô/với/cái/nhé/nha/a/e/c | bác | cái app | cái mục | update/cập_nhật lại?`;
/** A figure beside these is not sure; it is asked for. */
export const unsureBeside = `
  khoảng | tầm | chừng | độ | ước | ước tính | gần | hơn | trên dưới | dự kiến | hình như | chắc | có thể | chưa rõ | chưa thống kê | chưa chắc | chưa chính xác | chưa có số | chưa có số liệu | chưa tổng hợp | chưa biết | đang thống kê | đang tổng hợp | không rõ | không nhớ |
  thêm | tăng thêm | tăng | giảm | bớt | hết | đủ | tất cả | hôm qua | hôm trước | lúc nãy | hồi nãy | lượt | lần | hộ | máy | điện thoại | chưa | không | ko | k | thiếu | dưới | ít nhất | tối thiểu | để mai | mai báo | sau | báo sau | hỏi lại | kiểm tra lại | xem lại | cơ bản | hầu hết | đa số | gần hết | một số | vài | mấy`;
/** Right before a figure they say that it is all of them: "Bluezone đủ 50". */
export const allBeside = 'đủ | đủ cả | tất cả | hết | toàn bộ';
/** Before the number of all: "tất cả 50 người". */
export const allOfThem = 'cả | tất cả | toàn bộ | toàn thể | đủ | đủ cả | 100 %';
/** All of them without their number. */
export const everybodyOfThem = 'tất cả | toàn bộ | toàn thể | mọi người | ai cũng | 100 % | trăm phần trăm';
/** Each of the figures that are asked for: "cả 3 ứng dụng". */
export const eachOfThem = {
  before: 'cả | đủ | đủ cả | hết | hết cả | tất cả | đầy đủ | đầy đủ cả | xong cả | đều cả',
  things:
    'ứng dụng | app | phần mềm | mục | chỉ tiêu | loại | cái | thứ | nội dung | ứng dụng trên | app trên | phần mềm trên',
  undone: 'đang | phải | cần | mới | chỉ | sẽ',
};
/** Each of the figures that are asked for has the same number: "cả 3 đều 45", "ba mục đều là 45". */
export const sameForEach = {
  before: 'cả | hết cả | tất cả | cả thảy',
  things: `${eachOfThem.things} | số | khoản | cái này | mục này`,
  joins: 'với | và | cùng | lẫn | cùng với | hết | hết cả | luôn',
};
export const equally = 'đều | đều là | đều được | cùng là | cùng được | như nhau | bằng nhau | giống nhau';
/** A figure is as much as another one of the report. */
export const asAnother =
  'bằng | bằng với | bằng số | bằng cái | như | giống | giống như | cũng bằng | cũng như | cũng giống | tương đương | cũng thế/vậy/rứa/là | cũng y_vậy/như_vậy/như_thế/như_rứa | y chang/hệt/như | y vậy/rứa | tương tự | như/giống trên | bằng nhau | như nhau | giống nhau | như cái/mục/số trên/trước | bằng cái/mục/số trên/trước | bằng trên';
export const lessThanAnother = 'ít hơn | kém | kém hơn | thua | hụt | kém so với | ít hơn so với | thấp hơn';
export const moreThanAnother = 'nhiều hơn | hơn | hơn so với | cao hơn | nhiều hơn so với | nhỉnh hơn';
export const besideAsAnother =
  'dạ | vâng | ạ | a | em | e | anh | chị | chú | bác | cô | nhé | nha | nghe | luôn | thôi | rồi | là | thì | có | số | người | ng | đồng chí | đc | dc | cán bộ | bên | mục | cái | được | cài | quét | đăng ký | nhau | hết | đó | nớ | cả | chỗ | trên | cái trên | mục trên | số trên | cái trước';
/** As many as the roster says. */
export const asOnTheRoster =
  'đúng? như/theo/bằng/y_như/giống/giống_như trên? danh_sách/hệ_thống/trên/số_trên/gợi_ý/số_gợi_ý/số_liệu_cũ/phần_mềm của? hệ_thống/huyện/trên? ghi? ạ/em/nhé/rồi/đó/đấy? | y? như hệ_thống/danh_sách/trên ghi/đó/có ạ/em/nhé/rồi/đó? | đúng số đó/trên/ấy? ạ? | đúng rồi số đó/ấy/trên? | lấy/theo số đó/trên/ấy/hệ_thống ạ/em/nhé? | đúng như rứa/vậy/thế/đó ạ?';
/** What is asked for is told later. */
export const putOff = `
  cái/mục/số/phần/chỉ_tiêu/câu/khoản này/đó/ni/ấy? em/tôi/anh/chị/chú? thì? để/tính/báo/trả_lời/bổ_sung sau/đã nhé/ạ/em?
  cái/mục/số/phần/chỉ_tiêu/khoản này/đó/ni/ấy? thì? chưa có/biết/thống_kê/tổng_hợp/nắm/đếm số/số_liệu/được/xong? ạ/em/nhé?
  bỏ qua cái/mục/câu/số? này/đó/ni? | để sau`;
/** Nobody: "QR chưa ai quét". */
export const nobodyBeside =
  'chưa ai | chưa có ai | không ai | không có ai | ko ai | ko có ai | k có ai | chưa có người nào | chưa người nào | không có người nào | chưa có đồng chí nào | chưa có đc nào | không có | ko có | k có | chưa/không/ko/k/chẳng có? cài/quét/cài_đặt/đăng_ký/làm/khai/khai_báo được? ai/người_nào/đồng_chí_nào/đc_nào';
export const moreThan = 'trên';
/** Behind a figure they lead to the number of all. */
export const outOfAll = 'trên | trên tổng | trên tổng số | trong tổng số | trong số | / tổng số | / tổng';
/** Short for thousands and millions: of people rather a slip of the finger. */
export const thousands: readonly string[] = ['k', 'tr', 'củ'];
/** Between a name and its new figure. */
export const risenTo = 'lên | lên thành | thành | xuống | xuống còn | giảm còn | tăng lên | giảm xuống';
const left =
  'số còn lại | còn lại | phần còn lại | các mục còn lại | mấy mục còn lại | các chỉ tiêu còn lại | mấy cái còn lại | các số còn lại | mấy cái kia | mấy số kia | mấy mục kia | các số kia | các mục kia | mấy cái khác | các số khác'.split(
    ' | ',
  );
/** What is left over, of which nothing is said, or that it stays as it is. */
export const leftOver = left
  .flatMap((what) =>
    ['', ...['giữ nguyên', 'để nguyên', 'như cũ', 'như trên', 'không đổi', 'vẫn vậy'].map((so) => ` ${so}`)].map(
      (so) => what + so,
    ),
  )
  .join(' | ');
/** One figure for several: to be asked. */
export const forEach =
  'mỗi | mỗi thứ | mỗi cái | mỗi mục | mỗi loại | từng | các mục đều | đều là | tất cả đều | cả ba | cả hai | cả bốn';
/** Says nothing beside what is so or not: "hôm nay đã tổng vệ sinh". */
export const besideYesNo =
  'hôm nay | ngày hôm nay | trong ngày | hiện nay | ạ | nhé | thưa | đơn vị em | đơn vị | bên em | trường em | phòng em | trường | nhà trường | phòng | báo cáo';
/** Before what a unit does not have: "đơn vị em không có mục 3", "mục này bên em không có". */
export const notHeldBefore =
  'xã/trường/đơn_vị/phòng/bên/địa_bàn/địa_phương/em/tôi/chúng_tôi/chúng_em em/tôi/mình/chú/bác/chúng_tôi/anh/chị? thì? không/ko/k/nỏ/hông/hổng có/thuộc/liên_quan/dính/phải_làm';
export const heldItems = 'mục | chỉ tiêu | nội dung | phần | khoản | tiêu chí | mục số | chỉ tiêu số | cái | loại';
export const thisItem = 'này | nớ | đó | ấy | trên | đấy';
/** What is asked for is none of theirs. */
export const notApplied = `
  không/ko/k/nỏ/hông/hổng thuộc/trong phạm_vi/chức_năng/nhiệm_vụ/thẩm_quyền/địa_bàn/diện/đối_tượng
  không/ko/k/nỏ/hông/hổng liên_quan đến/tới/gì? đơn_vị/xã/trường/phòng/bên
  mục/chỉ_tiêu/nội_dung/phần/cái này/đó/ấy/nớ đơn_vị/xã/trường/phòng/bên em/tôi/mình/chú/bác/anh/chị? không/ko/k/nỏ/hông/hổng có
  không/ko/k áp_dụng`;
