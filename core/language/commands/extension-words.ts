/** What staff write to give more time, or to send a report back, as phrases. See reading/patterns.ts for how a phrase is written. */

/** They give more time whoever stands beside them. */
export const giving = `
  gia/ra hạn nộp? báo_cáo?
  lùi/dời/rời/giãn/nới/khất/hoãn/kéo_dài/thêm thời? hạn/gian nộp? báo_cáo?
  lùi/dời/giãn/nới/hoãn ngày nộp/báo_cáo? báo_cáo?
  thêm cho
  hạn nộp/báo_cáo? lùi/dời/rời/giãn/nới/kéo_dài/chuyển lại/sang/thêm?`;

/** They do only where somebody lets somebody: "cho xã An Bình nộp chậm". */
export const lettingLate = `
  nộp/gửi/gởi/báo_cáo báo_cáo? chậm/muộn/trễ/sau nhất?
  hoãn/khất/lùi báo_cáo?`;

/** Who lets somebody begins so. */
export const letting = 'cho phép? | đồng ý cho? | duyệt cho? | nhất trí cho? | chấp thuận cho? | để | giúp cho?';

/** A request is refused, and in a clause behind it the deadline stands. */
export const refusing = `
  không/ko/k/nỏ/chưa/chẳng đồng_ý/cho/duyệt/gia_hạn/chấp_thuận/nhất_trí/được/thể gia_hạn/lùi/thêm/cho/đồng_ý? hạn? nữa/đâu/họ/nó? nhé/nha/em/ạ?`;
export const keepsDeadline = `
  nhắc/bảo/yêu_cầu/đề_nghị/cứ/phải/nói/bắt/đôn_đốc/gửi/nộp * đúng/kịp/theo hạn/thời_hạn/tiến_độ/ngày *
  giữ nguyên? hạn/thời_hạn * | đúng hạn mà? nộp/gửi/báo_cáo? * | hạn cũ/vậy/đó * | theo hạn cũ *`;
/** Before that. */
export const beforeLetting =
  'dạ | vâng | thưa | ừ | ok | em | anh | chị | hệ thống | bot | nhờ | hãy | tôi | lãnh đạo | ơi | xin | vui lòng';

/** Between who is let and what they are let. */
export const besideGiving = 'được | đc | của | cho | với';

/** Beside the name of a unit in an order they name nothing: "nhắc xã An Bình nộp báo cáo gấp", "miễn đợt này cho xã An Bình". */
export const besideUnits =
  'số | báo_cáo/bc/nộp/gửi/số_liệu đợt/lần/kỳ/tuần/tháng/quý/phần này/ni/nay? | đợt/lần/kỳ/tuần/tháng/quý/vụ này/ni/nay | nộp | gửi | báo cáo | bc | số liệu | gấp | ngay | luôn | khẩn trương | khẩn | sớm | nhanh | lẹ | mau | về | về lại | đi | với | giúp | hộ | giùm | nhé | ạ | em | anh | chị | chú | bác | cho | của | với nhé | vào hệ_thống/nhóm | tham gia hệ_thống? | đăng ký hệ_thống? | lần nữa | phát nữa | lại | cái | cái nữa | cho chú/bác/anh/chị/tôi/em | thôi | nữa | bên | riêng | phải | hôm nay | trong hôm_nay/ngày | một lần | cho nó | nó | hạn | ra | mi | tau';
/** All but the units behind it. */
export const excepting = 'trừ ra? | ngoại trừ | chỉ trừ | không kể';
/** Before an order that is about no others. */
export const onlyThose = 'chỉ';
/** Before units that are meant beside those named before. */
export const besidesThose = 'thêm cả/luôn? | và/với/nhắc/còn cả/thêm | cả';
/** What begins the sender's own sentence behind a unit. */
export const beginsSentence =
  'nộp | gửi | báo | báo cáo | sai | nhầm | thiếu | lệch | bị | không/chưa khớp/đúng/đạt/đủ/hợp_lý/chính_xác | cao | thấp | quá | phải | khẩn trương | trước | đề nghị | yêu cầu | rằng | là | hạn | hạn chót | chậm nhất';
/** A report goes back to whoever sent it. */
export const sendingBack = `
  trả lại/về báo_cáo? cho/để/yêu_cầu? họ/nó/xã/trường/đơn_vị/bên_đó? sửa/làm/báo/báo_cáo/nộp/gửi/chỉnh/rà_soát/kiểm_tra? lại/đi/nhé/ngay? số_liệu/báo_cáo?
  cho/bảo/yêu_cầu/đề_nghị họ/nó/bên_đó? sửa/làm/báo/báo_cáo/nộp/gửi lại số_liệu/báo_cáo? đi/nhé/ngay?`;
/** In front of it they say that nothing goes back, or that it has gone. */
export const notSentBack = 'không | ko | k | chưa | đừng | đã | bị | có | ai | khoan';
/** They mean the unit of the request that waits. */
export const thatUnit =
  'xã/trường/đơn_vị/phòng/cơ_quan/chỗ đó/này/ấy/kia/nớ/ni | họ | nó | đó | bên đó/ấy | người ta | đơn vị xin';

/** They ask, tell of what is, or refuse: nothing is given. */
export const noOrder = `
  nào | ai | gì | chưa cho | chưa được | không | ko | đã | xin | đề nghị | muốn | danh sách | xem | biết | bao giờ | khi nào | lúc nào | bao nhiêu | thế nào | ra sao | đừng`;

/** What ends so asks. */
export const yet = 'chưa';
/** Lets somebody, wherever it stands. */
export const lets = 'cho';
/** Units begin so, as people name them. */
export const unitLeads = `
  họ | nó | bên đó/ấy | người ta | đơn vị đó/ấy | xã | phường | thị trấn | trường | các | những | tất cả | toàn bộ | phòng | đơn vị | ubnd | ủy ban | uỷ ban | trung tâm | trạm | bưu điện | viễn thông | thôn | sở | huyện`;

/** So much time, behind a number; the hour of a clock is none unless more stands beside it. */
export const lengths = {
  'working-day': 'ngày làm việc',
  day: 'ngày | hôm | bữa',
  week: 'tuần | tuần lễ',
  hour: 'tiếng | giờ | h',
} as const;
export const moreBefore = 'thêm';
export const moreBehind = 'nữa';
/** An hour by the clock is never called so. */
export const span = 'tiếng';
/** A number behind them belongs to a name or a day. */
export const labels = ['số', 'ngày', 'khu', 'thôn', 'tổ', 'mục', 'thứ', '/', '-'] as const;
/** Before a day, which says that something ends then. */
export const endsAt = 'đến | tới | sang | trước | hết';
/** They begin a reason. */
export const reasonLeads = 'lý do | lí do | vì | do | bởi';
/** Behind a reason in front, and before who is let: "mất điện nên cho xã An Bình thêm 2 ngày". */
export const therefore = ['nên', 'nên là', 'thôi', 'vậy'] as const;
/** Put in front of such a reason. */
export const reasonLead = 'vì';
