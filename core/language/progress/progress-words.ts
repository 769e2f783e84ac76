/** The words of progress: sections, and what was done of them. */

export const sectionWords =
  'mục | nội dung | nd | phần | nhiệm vụ | việc | điểm | khoản | mục số | nội dung số | nhiệm vụ số | phần số | mục thứ | nội dung thứ | nv | muc so | các mục | các nội dung | các nhiệm vụ | các phần | những mục | câu | ý | công việc | đầu việc | m';
export const roman: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['v', 5],
  ['vi', 6],
  ['vii', 7],
  ['viii', 8],
  ['ix', 9],
  ['x', 10],
]);
export const joiners = 'và | với | cùng | cùng với | cả | vs | & | + | , | . | ; | : | ) | –';
export const ranges = 'đến | tới | - | – | -> | → | đến mục | tới mục | đến hết mục | đến nội dung | => | cho đến | ~';
export const rangeFrom = 'từ';

export const allWords = `
  tất cả | tất cả các mục | tất | toàn bộ | toàn bộ các mục | cả? # mục/nội_dung/nhiệm_vụ/phần/việc/đầu_việc | cả/đủ/tất_cả hai/ba/bốn/năm/sáu/bảy/tám/chín/mười mục/nội_dung/nhiệm_vụ/phần/việc/đầu_việc | hết các mục | các mục | # / # mục | # / # nhiệm vụ | # / # nội dung | mọi mục | mọi việc |
  # mục đều | # nội dung đều | # nhiệm vụ đều | # việc đều | mục nào cũng | nội dung nào cũng | việc nào cũng | tất cả # mục | đủ # mục | cả # | tất cả các nội dung | tất cả các nhiệm vụ | tất cả nhiệm vụ | tất cả nội dung | các nhiệm vụ | các nội dung | mọi nhiệm vụ | tất cả mọi việc | cái nào cũng | cả năm mục | tất tần tật | toàn bộ nhiệm vụ`;
export const restWords = `
  còn lại | các mục còn lại | còn các mục khác | các mục khác | mục còn lại | mấy mục còn lại | những mục còn lại | các nội dung còn lại | số còn lại | mấy cái còn lại | còn lại các mục | phần còn lại |
  mấy mục kia | các mục kia | mấy cái kia | những mục khác | ngoài ra | còn lại thì | khác thì | còn lại là | các nhiệm vụ còn lại | nội dung còn lại | mấy mục khác | các phần còn lại`;
export const exceptWords =
  'trừ | ngoại trừ | trừ ra | trừ mỗi | chỉ trừ | ngoài | trừ có | chừa | không kể | chỉ còn | còn mỗi | còn';

/** Of these, "còn" only goes on where what stands before it is not all. */
export const weakExcepts = ['còn', 'chỉ'];

export const allDone = `
  không/ko/k còn mục/nội_dung/việc/nhiệm_vụ/phần nào/gì chưa xong/hoàn_thành/làm?
  không/ko/k còn mục/nội_dung/việc/nhiệm_vụ nào chưa làm/hoàn_thành/thực_hiện/triển_khai
  không/ko/k có mục/nội_dung/việc/nhiệm_vụ nào chưa xong/làm/hoàn_thành/thực_hiện
  không/ko/k còn gì chưa/phải làm/xong`;
export const allNone = `
  chưa làm/thực_hiện/triển_khai/bắt_đầu được? mục/nội_dung/việc/nhiệm_vụ nào
  chưa làm/thực_hiện/triển_khai được? gì/cái_gì cả/hết/sất/ráo?
  chưa mục/nội_dung/việc/nhiệm_vụ nào làm/triển_khai/thực_hiện/bắt_đầu`;
export const unclearWhich = 'chưa mục/nội_dung/việc/nhiệm_vụ/phần nào xong/hoàn_thành';

const much =
  'hết/cả/rồi/r/xong/trơn/sạch/toàn_bộ/tất/trọi/tuốt/láng/luôn/rùi/roi/tất_cả/hoàn_toàn/hết_cả/đầy_đủ/trơn_tru';
export const doneWords = `
  mới/vừa/vừa_mới/mới_vừa xong/hoàn_thành/hoàn_tất ${much}?
  đã? xong ${much}? ${much}? ${much}?
  đã? làm/thực_hiện/triển_khai/cơm/giải_quyết/tổ_chức/hoàn xong ${much}? ${much}? ${much}?
  đã? hoàn_thành/hoàn_tất ${much}? ${much}? ${much}?
  đã? hoàn_thành/hoàn_tất/xong/làm/thực_hiện/triển_khai toàn_bộ/hết/tất_cả/hết_cả các? nhiệm_vụ/nội_dung/mục/việc/công_việc rồi/xong?
  đã được? hoàn_thành/hoàn_tất
  đã thực_hiện/làm ${much}?
  làm/thực_hiện rồi/hết/hết_rồi/đủ
  ok/oke/okê/okie/done/oki ${much}? ${much}?
  rồi
  đã hoàn_thành
  đạt yêu_cầu
  về_đích
  đã đạt
  ✅ | ✔ | ☑`;
/** Of which each says that all of it is meant. */
export const wholeWords = ['hết', 'cả', 'toàn bộ', 'tất', 'trơn', 'sạch', 'trọi', 'tuốt', 'láng'];
/** A done that stands alone. */
export const echoes = ['rồi'];
/** Behind what is not done: "chưa làm mục 3 đâu". */
export const notAtAll = 'đâu';
export const noneWords = `
  chưa ạ/đâu/nha/nhé/nữa?
  chưa được? làm/thực_hiện/triển_khai/bắt_đầu/tiến_hành/động_đến/động/khởi_động/nàm/đụng/có/bắt_tay/tổ_chức gì/gì_hết/gì_cả/gì_sất/chi/chi_cả/chi_hết/đến/tới/được/cả/hết/kết_quả/tay_vào_làm?
  chưa có gì/kết_quả
  chưa bắt_tay vào? làm?
  không/ko/k có gì
  ❌ | ✖`;
export const doingWords = `
  đang/đg/dang làm/thực_hiện/triển_khai/tiến_hành/dở/hoàn_thiện/chạy/xử_lý/giải_quyết/tổ_chức/nàm/lm/gấp_rút/khẩn_trương/tích_cực/tiếp_tục làm/thực_hiện/triển_khai? dở/tiếp? được? hết/cả/hết_cả/tất_cả?
  đang được? thực_hiện/triển_khai/tiến_hành
  đang
  làm/thực_hiện dở/dở_dang/được/đc
  làm/thực_hiện được/đc 1_nửa/một_nửa
  đã? bắt_đầu làm/triển_khai/thực_hiện/tiến_hành?
  dở/dở_dang
  sắp/gần xong/hoàn_thành/hoàn_tất rồi/r?
  mới bắt_đầu/triển_khai/làm/thực_hiện được/đạt/xong/đc?
  mới được/đạt/đc
  đạt/được/đc
  tiếp_tục làm/thực_hiện/triển_khai
  xong/làm_được/xong_được/làm_được/được/hoàn_thành/thực_hiện_được một_nửa/1_nửa/nửa/già_nửa/hơn_nửa/phân_nửa/quá_nửa/một_phần
  một_nửa | 🔄`;
/** Before a number that is not quite it. */
export const aboutWords =
  'cỡ | khoảng | tầm | chừng | gần | hơn | trên | dưới | độ | ước | ước đạt | xấp xỉ | ~ | khoảng chừng | tầm khoảng';
export const unclearStates = `
  chưa xong/hoàn_thành/hoàn_tất/hết/đạt hết/hẳn/hoàn_toàn?
  chưa làm/thực_hiện/triển_khai xong/hết
  cơ_bản đã? xong/hoàn_thành/ok/rồi
  về_cơ_bản
  cơ_bản
  đã? triển_khai rồi/r?
  đã được? triển_khai
  gần_như xong/hoàn_thành?
  không/ko/k làm/thực_hiện/triển_khai
  đã ban_hành | đã có | đã ký
  sẽ xong/hoàn_thành | chắc | có_thể | hình_như | dự_kiến | phấn_đấu | cố_gắng`;
export const blockedWords = `
  đang? bị/gặp? vướng_mắc/vướng/kẹt/mắc/tắc/ách_tắc/ách/trục_trặc ở/về/do/vì/chỗ/phần/là?
  gặp/có/đang_gặp khó_khăn/vướng_mắc ở/về/do/vì/chỗ/trong?
  khó_khăn/khó ở/về/do/vì/chỗ
  thiếu
  chưa có/được/bố_trí kinh_phí/vốn/mặt_bằng/hướng_dẫn/nhân_lực/người_làm/máy/văn_bản/cấp_vốn/cấp_kinh_phí/tiền/nguồn/vật_tư/thuốc/hóa_chất/đất
  không/ko/k/nỏ có/đủ/được kinh_phí/vốn/mặt_bằng/hướng_dẫn/nhân_lực/người_làm/máy/thiết_bị/cấp_vốn/cấp_kinh_phí/tiền/nguồn/nguồn_vốn/vật_tư/thuốc/hóa_chất/đất/điều_kiện/mạng
  chờ | đang chờ | đợi | đang đợi | còn chờ`;
/** Of these the words themselves are a part of the reason. */
export const reasonsThemselves = ['thiếu', 'chưa', 'chờ', 'đang', 'đợi', 'còn', 'không', 'ko', 'k', 'nỏ'];
/** Behind "chưa làm" and "không làm được": why. */
export const because = 'vì | do | bởi vì | bởi | tại | tại vì | lý do | vì là | do vướng | vì vướng | do bị | vì bị';
export const cannot = `
  chưa/không/ko/k làm/thực_hiện/triển_khai/xong/hoàn_thành được? được/đc?
  chưa/không/ko/k thể/có_thể làm/thực_hiện/triển_khai/hoàn_thành được?
  chưa xong/hoàn_thành được?
  không/ko được
  phải/đang/tạm/bị dừng/ngừng/hoãn/tạm_dừng
  đang làm/thực_hiện/triển_khai nhưng/mà bị/còn/gặp?
  nhưng/mà`;
export const notOurs = `
  không/ko/k thuộc/liên_quan đơn_vị/xã/trường/diện/nhiệm_vụ/trách_nhiệm/thẩm_quyền/địa_bàn? của? xã/đơn_vị/trường/em/tôi/mình? quản_lý/em/mình/tôi?
  không/ko/k phải việc/nhiệm_vụ/của/phần của? xã/đơn_vị/trường/bên_em/em/mình/tôi? em/mình/tôi?
  không/ko/k áp_dụng
  không/ko/k liên_quan đến/tới/gì? đơn_vị/xã/trường? em/mình/tôi?
  không/ko/k phát_sinh
  xã/trường/đơn_vị/bên_em/địa_bàn/địa_phương/em/tôi em/tôi/mình? không/ko/k có *`;
/** What it takes to do a task. */
export const meansWords =
  'kinh phí | tiền | vốn | nguồn | nguồn vốn | ngân sách | người | nhân lực | nhân sự | cán bộ | máy | máy móc | thiết bị | phương tiện | thuốc | hóa chất | vật tư | hướng dẫn | văn bản | mẫu | thời gian | mặt bằng | mạng | ai | điều kiện | khả năng';
/** Before sections: "đơn vị em không có mục 3". */
export const notHeld = `
  xã/trường/đơn_vị/phòng/bên_em/bên_tôi/địa_bàn/địa_phương/em/tôi/chúng_tôi/chúng_em em/tôi/mình/chú/bác/chúng_tôi? thì? không/ko/k/nỏ có/thuộc/liên_quan/dính/phải_làm`;
export const willDo = 'sẽ làm | sẽ triển khai | sẽ thực hiện | sẽ bắt đầu | sẽ tiến hành';
export const futureMakes =
  'làm | thực hiện | triển khai | tiến hành | bắt đầu | sẽ làm | mới làm | sẽ triển khai | sẽ thực hiện | mới triển khai | bắt tay';
export const idleWords =
  'sửa | sửa lại | sửa thành | đổi lại | đổi thành | chỉnh lại | đính chính | dạ | vâng | ạ | a | ah | nha | nhé | nhe | em | e | anh | chị | cô | chú | bác | sếp | mình | tôi | đc | đồng chí | kính | thưa | báo cáo | bc | xin | gửi | ơi | thì | là | đã | xã | trường | đơn vị | em ơi | rồi | riêng | còn | hiện | hiện nay | đến nay | nay | được | luôn | nữa | về | cũng | đều | kết quả | tiến độ | thôi | đó | này | của | ra | bên em | ubnd | mà | cụ thể | như sau | gồm | số liệu | các | tới nay | hôm nay | trong đó | theo | r | nhá | thủ trưởng | lãnh đạo | bạn | cháu | con | đấy | nhen | nghen | với | thế | vậy | thế thôi | vậy thôi | tại | có | rùi | roài | làm | á | ha | hen | nè | từ? tuần/tháng/bữa/hôm/quý trước/rồi/kia | từ đầu/giữa/cuối tháng/tuần/năm trước?';
export const paperTypes =
  'quyết định | qđ | kế hoạch | kh | công văn | cv | báo cáo | bc | tờ trình | ttr | thông báo | tb | văn bản | vb | số | theo | biên bản | bb';
export const pastWords = ['đã', 'rồi', 'r', 'xong rồi', 'từ? tuần/tháng/bữa/hôm/quý trước/rồi/kia'];
/** So "today" begins where no word leads to it. */
export const todayBegins = ['hôm', 'nay', 'bữa', 'ngày'];
/** In what was done today they say that it is over. */
export const alreadyWords = ['đã', 'rồi', 'r', 'rùi', 'mới', 'vừa'];
/** Behind a reason, no part of it. */
export const endings = 'ạ | a | nhé | nha | em | anh | chị | ) | sếp | ơi | cháu | bác';

/**
 * States that leave open whether a task is done or under way: "đã triển khai", "cơ bản xong", "chưa xong". Each is read in place
 * of one that is sure, to learn of which sections it speaks.
 */
export const doubtfulStates =
  /(?:^|(?<=[\s,;:]))(?:đã|da)?\s*(?:được|duoc)?\s*(?:triển khai|trien khai)(?:\s+(?:rồi|roi))?(?=$|[\s,;.])|(?:về\s+)?(?:cơ bản|co ban)\s+(?:đã\s+|da\s+)?(?:xong|hoàn thành|hoan thanh)|(?:gần như|gan nhu)\s+xong|(?:đã|da)\s+(?:ban hành|ban hanh|ký|ky)(?:\s[^,;\n]*)?|(?:chưa|chua)\s+(?:xong|hoàn thành|hoan thanh)/giu;
export const sureState = 'xong';

/** "trừ mục 5 chưa làm thì xong hết": what is excepted with its state, and behind it what is said of all others. */
export const exceptedFirst =
  /^((?:(?:dạ|vâng|em|báo cáo|da|vang|bao cao)[ ,]+)*(?:trừ|tru|chỉ trừ|chi tru|ngoại trừ|ngoai tru|ngoài|ngoai)\s[^,;]+?)\s*[,;]?\s+(?:thì|thi|còn lại|con lai|mấy mục kia|may muc kia|các mục kia|cac muc kia)\s+(?:thì |thi |đều |deu )?([^,;]*(?:xong|hoàn thành|hoan thanh|ok|đủ|du)[^,;]*)$/iu;

/** "à nhầm": what stands behind takes the place of what was said of the same sections. */
export const slipBetween =
  /(?:(?:^|[\s,.;]+)(?:à|ý|á|ấy|í)\s+|(?:^|[,.;\n]\s*))(?:em\s+|tôi\s+|e\s+)?(?:nhầm|nham|lộn)(?:\s+(?:rồi|roi|r))?(?=[\s,:])[\s,:]*/iu;

/** What a section is called where somebody asks about it, folded: parts of a pattern. */
export const progressNouns = 'muc|noi dung|nhiem vu|nv|phan|viec';
