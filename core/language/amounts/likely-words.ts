/** The words around a number of people that is likely meant. See reading/patterns.ts for how a phrase is written. */

/** Whoever says so is not sure of the number. */
export const saidUnsure =
  'chắc | chắc là | chắc tầm | tạm | tạm tính | tạm thời | hình như | hình như là | có lẽ | có lẽ là | nhớ là | nhớ không nhầm là | nghe nói | đâu như | chắc được | chắc có | thấy bảo | em nghĩ là | khéo | nhẩm | nhẩm ra | áng';

/** They bound a number, so that it is not the one that is meant. */
export const boundsNumber = `
  gần | hơn | trên | dưới | ngót | non | chưa đến/tới/đầy/được/đủ | không dưới/quá/đến/tới | ít/nhiều nhất | tối_thiểu/tối_đa | trở lên/xuống | hoặc | hay | đến | tới | từ | thêm | tăng | giảm | bớt | mấy | vài | mỗi | từng | bình_quân/trung_bình
  mục/câu/thôn/xóm/tổ/lần/đợt/thứ/điều/số # | kế_hoạch/chỉ_tiêu`;

/** They turn round what is said of a number, or put it off. */
export const turningRound = `
  không | ko | k | nỏ | hông | hổng | chẳng | chả | chưa | sai | nhầm | lộn | đâu phải/có? | còn | thiếu | trừ | nghỉ | ốm | vắng
  để/đợi/chờ/khoan/hẹn/mai/nhắc/gọi/hỏi | xem_lại/kiểm_tra/rà_soát/rà_lại/đếm_lại | hôm_qua/hôm_trước/tuần_trước/tháng_trước/kỳ_trước`;

/** Behind a number they take it back or put it off. What else stands there explains it. */
export const turningBehind = `
  không/ko/k/nỏ/hông/chưa/chả/chẳng phải/đúng/chắc/chính_xác/chuẩn | đâu phải | sai | nhầm | lộn | chưa chắc/rõ/biết/xong/hết
  à không/ko | khoan | hoặc | hay là? | trừ | bớt | để/đợi/chờ em/tôi/anh/chị/chú/bác? xem/hỏi/kiểm_tra/rà/đếm/tí/đã | xem/hỏi/kiểm_tra/rà/đếm lại | kế_hoạch/chỉ_tiêu/dự_kiến | mới đúng | hôm_qua/hôm_trước/tuần_trước/kỳ_trước
  còn_lại/số_còn_lại/còn_lại_thì đã/đều? xong/hết/cài/rồi/đủ/ok * | gấp đôi/ba | nữa_là/nữa_thành | phần_trăm/%`;

/** Half of all. */
export const halfOfAll = 'một/1/phân nửa | phân nửa | đúng? nửa | được nửa | 50 %';
export const besideHalf =
  'dạ | ạ | a | em | e | anh | chị | chú | bác | nhé | nha | đã | được | có | là | cài | cài đặt | quét | làm | xong | rồi | số | cán bộ | người | đồng chí | đc | cơ quan | xã | trường | đơn vị | đúng | mới | thôi | của | trong | các | và | với | cả | đ';

/** What all are parted into where each part has its number. */
export const partsOfAll =
  'nam | nữ | nam giới | nữ giới | biên chế | hợp đồng | chuyên trách | bán chuyên trách | không chuyên trách | bán chuyên | công chức | viên chức | cán bộ bán chuyên trách | hợp đồng 68 | hợp đồng 111 | khối đảng | khối ủy ban | khối uỷ ban | ủy ban | uỷ ban | đảng | đảng ủy | đoàn thể | khối đoàn thể | mặt trận | công an | quân sự | giáo viên | nhân viên | quản lý | ban giám hiệu | bgh | gv | nv | cbql';
export const wholeOfParts = 'tổng | tổng số | tổng cộng | cộng | cộng lại | tất cả | là | vị chi | cả thảy';
/** The words of the digits, in their order. */
export const digitWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
/** Behind a digit they make it a number in words. */
export const behindDigit = 'lăm|nhăm|mươi|mốt|chục|lam|muoi';
/** An explanation begins so, also without a pause. */
export const beginsExplanation =
  'kể cả|ke ca|tính cả|tinh ca|gồm|gom|bao gồm|bao gom|chưa kể|chua ke|chưa tính|chua tinh|không tính|ko tính|không kể|ko kể|cả|mà|ma|vì|vi|do|tại|còn|là hết|hết';
/** What people who are called by their name may be behind it. */
export const personOffices =
  'bảo vệ|văn thư|kế toán|tạp vụ|lái xe|trưởng thôn|công an|quân sự|hiệu phó|thủ quỹ|cấp dưỡng|hợp đồng|nghỉ sinh|nghỉ đẻ|nghỉ ốm|nghỉ phép|đi học|ở cữ|ốm|thai sản';
/** So one person is counted. */
export const onePerson = ' 1 người ';
/** All of a measure or a sum: "gieo xong hết", "chi hết rồi". */
export const wholeDone =
  'hết | xong hết | xong | đủ | hết sạch | toàn bộ | tất cả | đạt hết | đủ hết | hoàn thành | hết cả | 100 %? | trọn | đạt kế hoạch | đủ kế hoạch';
export const leftOfWhole = 'còn | chỉ còn | còn lại | thiếu | còn thiếu | chỉ thiếu | trừ | còn có';
export const notDone =
  'chưa gieo/cấy/trồng/thu/thu_hoạch/làm/chi/giải_ngân/nộp/xong/được/thực_hiện/tiêm/có/cấp/phát/trả? | nữa | nữa là xong/đủ/hết';
export const beforeWhole =
  'dạ | vâng | ạ | a | em | e | anh | chị | chú | bác | nhé | nha | rồi | r | đã | là | thì | gieo | cấy | trồng | sạ | thu | thu hoạch | làm | chi | giải ngân | nộp | tiêm | thực hiện | phát | cấp | trả | được | đc | xã | trường | đơn vị | diện tích | vốn | kinh phí | kế hoạch | cả | chỉ | thôi | có | nữa | mới | đạt';
/** Beside a number in an explanation they say what became of so many. */
export const countsSome = `
  trong_đó/gồm có? # *
  mới có? # đồng_chí/đc/người/ng/cán_bộ chuyển/tuyển/về/đến/sang/nghỉ *
  # đồng_chí/đc/người/ng/cán_bộ? * chuyển/tuyển/nghỉ/về/hưu/hợp_đồng/mới/biệt_phái/công_tác
  sẽ * thêm * # | đang * # | nghỉ # | chuyển # | mới tuyển *`;
