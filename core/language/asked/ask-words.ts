/** The words of questions over the ledger, as phrases. See reading/patterns.ts for how a phrase is written. */

export const askClasses = {
  send: 'nộp gửi gởi báo_cáo bc trình nạp nộp_báo_cáo gửi_báo_cáo gởi_báo_cáo nộp_bc gửi_bc gửi_số_liệu nộp_số_liệu báo_số_liệu báo_cáo_số_liệu có_báo_cáo có_số_liệu nộp_bài',
  got: 'nhận nhận_được xác_nhận xác_nhận_đã_nhận tiếp_nhận xác_nhận_nhận',
  paper: 'văn_bản công_văn cv vb nhiệm_vụ chỉ_đạo tin tin_nhắn việc',
  no: 'không ko k hông kg hong chẳng',
  done: 'xong hoàn_thành hoàn_tất làm thực_hiện triển_khai làm_xong thực_hiện_xong triển_khai_xong đạt',
  figures: 'số_liệu báo_cáo bc số',
};

/** Kinds of units, as people name them; the first stand for any unit. */
export const anyUnitWords = 'thằng đứa ông vị đơn_vị dv đv cơ_quan nơi chỗ địa_phương';
export const unitKindWords =
  'xã phường thị_trấn trường trường_học trường_mầm_non trường_mn mầm_non trường_tiểu_học tiểu_học trường_thcs thcs trường_trung_học_cơ_sở trường_thpt thpt phòng phòng_ban ban_ngành trung_tâm doanh_nghiệp thôn tổ xóm trạm sở huyện công_ty hợp_tác_xã';

export const whoWords = 'ai | những ai | ai ai';
export const whichWords = ['nào', 'mô'];
/** A number behind them belongs to a name: "Tiểu học số 2". */
export const numberedWords = 'số | khu | thôn | tổ | xóm | phường | quận';
export const directiveNouns = 'văn bản | công văn | van ban | cong van | cv | vb';
export const directiveLinks = 'của | theo | trong | ở | cua | o';
export const numberMarks = 'số | so';
export const ordinalWords = 'số | thứ';
export const besideSections = 'việc gì | cái gì | những gì';

/** Names of units begin so as well. */
export const officeWords = 'ubnd | ủy ban | uỷ ban | hđnd | bưu điện | viễn thông | công an | hội';

/** Before what is asked. */
export const courtesyBefore = `
  khoan | khoan đã | từ từ | từ từ đã | chờ/đợi tí/chút/xíu đã? | ủa mà? | mà này | dạ | vâng | thưa | kính | cháu | cháu ơi | cho chú | cho bác | cho cô | giúp chú | giúp bác | giúp cô | chú hỏi | bác hỏi | cô hỏi | chú muốn | bác muốn | cô muốn | hỏi tí | hỏi chút | chú ơi | bác ơi | cô ơi | em | anh | chị | a | e | c | bạn | bot | hệ thống | ơi | ê | này | alo | ok | à | ừ | sếp | đồng chí | đc | xin | nhờ | phiền | làm ơn | vui lòng
  cho | cho phép | giúp | giúp cho | hộ | với | xem | xem lại | xem thử | coi | kiểm tra | tra | tra cứu | rà | rà soát | lọc | liệt kê | danh sách | ds | thống kê | tổng hợp xem | báo cho | nói | hỏi | cho hỏi | biết | muốn biết | cần biết | được biết | tôi | mình | thủ trưởng | lãnh đạo | muốn | cần
  hiện | hiện nay | hiện tại | hiện giờ | bây giờ | giờ | giờ này | đến nay | tới nay | đến giờ | tới giờ | đến giờ này | tính đến nay | tính đến giờ | đến thời điểm này | thế | vậy | thế thì | vậy thì | tiện thể | chiều nay họp`;

/** Behind what is asked. */
export const courtesyBehind = `
  ạ | nhé | nha | nhỉ | vậy | thế | đấy | rứa | hè | hỉ | hả | giúp chú | giúp bác | giúp cô | cho chú | cho bác | cho cô | cháu | chú | cháu ơi | chú ơi | bác ơi | cô ơi | em | anh | chị | e | a | c | ơi | với | đi | giúp | hộ | nữa | à | luôn | xem nào | xem sao | xem thử | bạn ơi | bạn nhé | bot | sếp | đồng chí | thủ trưởng
  không | ko | k | hông | không em | gì | gì không | gì không em | giúp anh | giúp tôi | giúp em | giúp mình | cho anh | cho tôi | cho em | cho mình | cho chị | cho sếp | được không | được chưa
  hiện nay | hiện tại | bây giờ | giờ này | đến giờ | tới giờ | đến nay | tới nay | đến giờ này | tính đến nay | tính đến giờ | hiện giờ`;

/** Beside a name, where they name nothing. */
export const besideNames = `
  của | ở | tại | bên | cho | theo | về | là | thì | trong | có | đã | được | đạt | đạt được | cài | cài đặt | cài được | quét | quét được | đăng ký | số | số lượng | số liệu | số người | số cán bộ | người | cán bộ | chỉ tiêu | kết quả | tính | cả | toàn huyện | toàn xã | toàn tỉnh | toàn ngành | toàn bộ | tất cả | chung | cộng | hết | bao nhiêu | được bao nhiêu | là bao nhiêu | đang | mà | báo cáo | thế nào | ra sao | mức | nào | hiện | hiện nay | đến nay | tới nay | đến giờ | tới giờ | đến giờ này | tính đến nay | tính đến giờ | lúc này | rồi | chỉ | với | hôm nay | bữa nay | ngày hôm nay | tính_đến/đến/tới hôm_nay`;

/** Beside how units stand, where they add nothing. */
export const besideStandings = `
  lì | chây ì | chây lười | lề mề | cứng đầu | ì ạch | kia | nớ | đó | ấy | này | ni | là | thì | mà | đang | vẫn | còn | đã | có | lại | cả | hết | gì | báo cáo | bc | số liệu | báo cáo số liệu | về | lên | cho huyện | cho ubnd | kết quả | rồi | thêm | nữa | tất cả | trong | này | đợt này | kỳ này | lần này | hiện | hiện nay | đến giờ | đến nay | từ hôm_qua/hôm_kia/hôm_trước/sáng/sáng_nay/đầu_tuần/tuần_trước/hôm_giao/hôm_nhận/khi_nhận/lúc_nhận tới_giờ/đến_giờ/đến_nay? | suốt | mãi | cứ | hoài | hết cả | của | các | những | vậy | ở | o | lúc nào | khi nào | mấy giờ | xong | đủ | không | ko | k`;

export const subjectLeads =
  'còn | còn mỗi | chỉ còn | còn có | có | vẫn còn | hiện còn | những | các | mọi | toàn bộ | tất cả | tất cả các | khối | với | riêng | cụ thể';
export const groupLeads = 'những | các | mọi | toàn bộ | tất cả | tất cả các | khối';
export const countLeads = 'bao nhiêu | bn | bnhiu | mấy | số | số lượng | được mấy | được bao nhiêu | tổng số';

/** How units stand, what asks for more first. */
export const standingWords = {
  'asked-extension': `
    đang? xin/đề_nghị/muốn/đòi/có_đơn_xin/có_đề_nghị gia_hạn/ra_hạn/lùi_hạn/lùi/khất/giãn_hạn/thêm_thời_gian/hoãn
    xin nộp/gửi/báo_cáo muộn/chậm/sau`,
  extended: 'đã? được/có/cho gia_hạn/lùi_hạn/thêm_thời_gian | được thêm hạn',
  excused: 'được miễn báo_cáo/nộp? | đã miễn | miễn báo_cáo/nộp | @no phải/cần @send',
  'broke-word':
    'lỡ/thất/trễ/sai/quá/lỗi hẹn | @no giữ/đúng lời/hẹn? hẹn/hứa? | hứa/hẹn mà/rồi chưa/@no @send? | hứa/hẹn * chưa @send | thất hứa',
  promised: 'đã/có? hẹn/hứa sẽ? @send? | hẹn giờ/ngày/lúc @send? | hẹn bao_giờ/khi_nào/lúc_nào/mấy_giờ @send?',
  unreachable:
    'chưa/@no đăng_ký/liên_lạc/liên_hệ/kết_nối/tham_gia/vào_hệ_thống/dùng_hệ_thống/tài_khoản/có_tài_khoản được/hệ_thống? | mất liên_lạc',
  silent:
    'đã/có? @got/xem/đọc/mở được? @paper? rồi? mà/nhưng/song vẫn? chưa @send/báo? @figures? gì? | đã xem/đọc/nhận chưa @send/báo',
  unreceived: 'chưa @got được? @paper? | @no @got được? @paper? | chưa xem/đọc/mở @paper?',
  received:
    'đã/có @got được? @paper? rồi? | @got được? @paper? rồi | @got được? @paper | đã xem/đọc/mở @paper? rồi? | xem/đọc/mở @paper? rồi',
  corrected: 'đã/có? sửa/chỉnh/chỉnh_sửa/đính_chính/điều_chỉnh/sửa_lại/nộp_lại/gửi_lại lại? @figures?',
  'on-time': '@send? đúng/trước/kịp/sớm hạn | @send kịp thời',
  late: 'đã? @send @figures? muộn/trễ/chậm/quá_hạn/sau_hạn/trễ_hạn/chậm_hạn | @send @no đúng_hạn',
  overdue:
    'đã? bị? quá hạn * chưa? @send? | chưa @send * quá_hạn/trễ_hạn | trễ hạn | chậm @send? | để quá hạn | nợ quá_hạn',
  owing: `
    chưa chịu/có/thấy/kịp/xong? @send @figures? xong/đủ/gì?
    @no/chẳng có/thấy/chịu? @send
    còn thiếu/nợ @figures? | thiếu/nợ báo_cáo/bc/số_liệu
    chưa trả_lời
    vẫn? im lặng/ắng/lìm/thin_thít/hơi_lặng_tiếng/re/ru | bặt tăm/vô_âm_tín/tin/hơi | mất hút/tăm/tích | lặn mất? tăm? | nín thinh/lặng | không/chưa/chẳng thấy/có gì/đâu/tăm_hơi/động_tĩnh/động_tịnh/phản_hồi/hồi_âm/tin_gì/tin_tức/tín_hiệu/ý_kiến_gì gì?
    không/chưa phản_hồi/hồi_âm/ới_gì/nhúc_nhích/động_đậy
    chưa xong gì?`,
  remarked:
    'kêu/kêu_ca/than/than_phiền/phàn_nàn/phản_ánh/ca_thán khó_khăn/vướng_mắc/vướng/vất_vả/khổ? gì/chi? | có/nêu/gửi/phản_ánh/đề_đạt/báo? những/các/nhiều/ý_kiến? khó_khăn/kiến_nghị/đề_xuất/ý_kiến và? kiến_nghị/đề_xuất/vướng_mắc? gì?',
  reported: 'đã/có/vừa/mới? @send @figures? rồi/xong/đủ/thêm/về? | đã? xong rồi/hết/cả? | đã xong',
} as const;

export const todayWords =
  'hôm nay | bữa nay | sáng nay | chiều nay | trưa nay | tối nay | trong ngày | trong hôm nay | ngày hôm nay | vừa | vừa mới | mới | mới vừa | vừa xong';
/** Beside such a day: who reported then. */
export const gainedWords =
  'có? thêm được/có/mới? | được thêm | tăng thêm được? | có mới | mới có | có được | được | có';
/** Before how many have reported: "được mấy xã rồi". */
export const gotWords = 'được | có được | đã được | mới được | đã có | mới có | có';
/** Behind how many, where nothing else is said: "mấy xã rồi". */
export const already = 'rồi';
/** Before units and with a "chưa" they are all of them: "mấy trường kia nộp hết chưa". */
export const several = 'mấy';
/** Before units of which nothing has come: "chưa thấy xã nào". */
export const notSeen = 'chưa/vẫn_chưa/mãi_chưa/sao_chưa thấy/có/nhận_được';
export const stillWord = 'còn';
export const notYetWord = 'chưa';
/** Whole questions. */
export const troublesAsked =
  'có? khó_khăn/vướng_mắc/kiến_nghị/ý_kiến gì? | có? vướng gì? | các/những? xã/trường/đơn_vị/cơ_sở/dưới_đó kêu/kêu_ca/phàn_nàn/than/phản_ánh gì?';
export const howManyLeft =
  'đã? nộp/gửi/báo_cáo đủ/hết/xong_hết/đầy_đủ cả/hết? chưa | đủ? 100_% chưa | còn/thiếu bao_nhiêu/mấy nữa? | còn bao_nhiêu/mấy nữa? chưa @send? | còn nhiều nữa?';
export const firstPhrases = 'sớm/nhanh nhất | đầu tiên | trước nhất';
export const lastPhrases = 'muộn/chậm/trễ nhất | cuối cùng | gần_đây/gần nhất | mới nhất | sau cùng';

export const sectionNouns = 'mục nội_dung nd phần nhiệm_vụ nv việc điểm khoản';
export const sectionOpen =
  'còn? chưa báo/báo_cáo/có_số_liệu | còn | còn? chưa @done xong/được/hết? | @no xong/hoàn_thành | còn dở/dang_dở/tồn';
export const sectionDone = 'đã? @done xong/rồi/hết? | xong rồi | đã xong';
export const sectionBlocked =
  'đang/còn/bị/gặp? vướng mắc/gì? gì? | đang/còn/bị/có? gặp khó_khăn/vướng_mắc/trở_ngại gì? | ách_tắc/bế_tắc/tắc | có vướng_mắc gì?';
export const sectionHow =
  'đã? xong/hoàn_thành/hoàn_tất/làm/triển_khai/thực_hiện xong/được/hết/rồi? chưa | tiến_độ/tình_hình/kết_quả của/thực_hiện? | đến đâu rồi? | thế nào rồi? | ra sao rồi? | làm đến đâu rồi? | tới đâu rồi?';

export const highest =
  'cao/nhiều/lớn/tốt/giỏi/khá nhất | dẫn đầu | đứng đầu | đứng thứ nhất | nhất bảng | đầu bảng | hàng đầu | top';
export const rankingWords = 'top | xếp_hạng/xếp_thứ_tự/thứ_hạng | bảng xếp_hạng/thứ_hạng | bảng_xếp_hạng | xếp loại';
export const lowest = 'thấp/ít/kém/nhỏ/tệ/yếu nhất | thấp | yếu | đứng cuối | đứng bét | chót bảng | bét nhất';
export const below =
  'dưới/thấp_hơn/ít_hơn/nhỏ_hơn/kém/chưa_đạt/không_đạt/chưa_đến/chưa_tới/chưa_được/không_đến/không_tới/chưa_quá mức/đến?';
export const above = 'trên/cao_hơn/nhiều_hơn/lớn_hơn/hơn/vượt/quá/đạt_trên/đạt_từ/từ/đạt';
export const equal = 'bằng/là/đúng/đạt_đúng | đang là';
export const percentAsked = '% | phần trăm | phần_trăm';

export const averageWords = 'trung bình | bình quân | tb | mức trung bình | tính bình quân | tính trung bình';
export const sharePhrases =
  'tỷ/tỉ lệ | tỷ trọng | bao_nhiêu/mấy % | bao_nhiêu/mấy phần_trăm | đạt bao_nhiêu/mấy % | được bao_nhiêu/mấy phần_trăm';
export const totalPhrases = 'tổng số | tổng cộng | tổng | tổng lại | cộng lại | cộng tất cả | tổng kết quả';
export const howMuch =
  'được/đạt/có/là/cài_được? bao_nhiêu | được/đạt mấy | được/đạt/có/là/cài? mấy/bao_nhiêu người/ng/đồng_chí/đc/cán_bộ | số_liệu/kết_quả thế_nào | bao nhiêu | bn | bnhiu';
/** Before what is added up, where nothing else says that it is asked for. */
/** Behind a figure they say that it is of all units. */
export const wholeArea = 'toàn huyện/xã/tỉnh/ngành/địa_bàn/bộ | cả huyện/xã/tỉnh/nước | tất cả | tất_cả các_đơn_vị';
export const figureLeads = 'số | số liệu | số người | số lượng | kết quả';
/** Begins like a total, and is the name of a command. */
export const noTotal = 'tổng hợp | tổng kết | tổng quan';

export const whether =
  'đâu rồi? sao/mà? mãi? chưa/không/chẳng thấy @send? @figures? gì? | sao mãi? chưa thấy @send? @figures? gì? | đã? đọc/xem/mở @paper? chưa | đã? @send @figures? rồi/xong? chưa | đã? @got @paper? chưa';
/** What holds a unit up. */
export const unitTroubles =
  'đang/còn/bị/có/gặp? vướng_mắc/vướng/khó_khăn/kiến_nghị/kêu/kêu_ca/kẹt/tắc/phản_ánh gì/chỗ_nào/ở_đâu/o_đâu/cái_gì/những_gì?';
/** They name no unit. */
export const noNames =
  'không | ko | k | chưa | chẳng | vẫn | đủ | xong | hết | khác | nào | tất cả | cả | mấy | bao nhiêu | ai | kịp | ổn | được';
export const sender =
  'ai/người_nào/đồng_chí_nào/cán_bộ_nào đã/là_người/vừa/đứng? @send @figures? | người @send @figures?';
export const when = 'vào? lúc mấy_giờ | lúc nào | khi nào | bao giờ | mấy giờ | hôm nào | ngày nào | vào lúc nào';
export const sentAt = 'đã/vừa/mới? @send/báo @figures?';
/** Why a unit has not reported: what stands before its name, and behind. */
export const whyWords = 'tại_sao/vì_sao/sao/lý_do/vì_lý_do_gì/do_đâu | lý do vì_sao';
export const notSent = 'mà? vẫn? chưa @send/báo/có/xong @figures? | chậm/muộn/trễ thế/vậy?';
export const howOften = 'mấy/bao_nhiêu lần';
export const correctedAt = 'đã/có? sửa/chỉnh/chỉnh_sửa/đính_chính/điều_chỉnh/sửa_lại/nộp_lại lại? @figures?';
export const contactWords =
  'số điện_thoại/đt/phone/máy/zalo/di_động | sđt | sdt | điện thoại | liên hệ/lạc | thông tin liên_hệ | đầu mối | người liên_hệ';
/** Before or behind the name of a unit: who stands at its head. */
export const headAsked =
  'ai phụ_trách/quản_lý/đứng_đầu/làm_chủ_tịch/làm_hiệu_trưởng/lãnh_đạo/làm_đầu_mối/theo_dõi | chủ_tịch/hiệu_trưởng/thủ_trưởng/trưởng_phòng/lãnh_đạo/giám_đốc/đầu_mối/người_phụ_trách | gọi cho/điện? | gọi_điện cho? | ai là chủ_tịch/hiệu_trưởng/đầu_mối/thủ_trưởng/trưởng_phòng';
export const besideHead = 'là ai | tên gì | tên là gì | ai | là | của | ở | tại | bên | hiện nay | thế nào | cho | đi';
export const besideContact =
  'của | với | ai | là | ở | gọi | cho | xin | lấy | thủ trưởng | lãnh đạo | người đứng đầu | chủ tịch | hiệu trưởng | trưởng phòng | đầu mối | người phụ trách | phụ trách | đồng chí | nào | số | thế nào | bên | tại | muốn | cần | đơn vị | bao nhiêu | mấy';
/** Who says so speaks of themselves; "minh" alone may be a name. */
export const ownWords =
  'tôi | em | bên mình | đơn vị mình | xã mình | trường mình | chúng tôi | chúng em | bên em | bên tôi | nhà em | phải | cần | hạn | nên';

export const comparedWords = `
  so với/sánh_với? kỳ/tuần/tháng/lần/đợt/quý/năm/báo_cáo trước/rồi/kỳ_trước
  so sánh với? kỳ/tuần/tháng/lần/đợt/quý/năm trước/rồi
  so kỳ/tuần/tháng/lần/đợt/quý/năm trước/rồi`;
export const besideCompared =
  'tăng | giảm | tăng giảm | thế nào | ra sao | tăng hay giảm | hay | kết quả | số liệu | tình hình | báo cáo | có | thay đổi | khác | hơn | kém | thì | kỳ này | tuần này | tháng này | lần này | này | nào | của | bao nhiêu | được';

export const riskWords =
  'có? nguy cơ/khả_năng bị? chậm/muộn/trễ/quá_hạn/không_kịp/nộp_chậm/nộp_muộn/chậm_nộp hạn? | dễ chậm/muộn/trễ/quá_hạn hạn? | có? thể/khả_năng @no kịp hạn?';
/** Whether all will have reported in time. */
export const whetherInTime =
  'liệu? có? kịp hạn/giờ/tiến_độ? | liệu có? đủ/xong/hết | liệu có? nộp/báo_cáo đủ/kịp/hết/xong';
export const besideInTime =
  'liệu | chiều nay | hôm nay | sáng nay | tối nay | ngày mai | mai | trước | đến | hạn | giờ | đủ | hết | xong | báo cáo | bc | số liệu | các | tất cả | đơn vị | xã | trường | nộp | gửi | không | có | được | em nhỉ | nhỉ | đúng hạn | để | cho | chủ tịch | họp';
export const completionWords =
  'đã? hoàn_thành/hoàn_tất/xong/báo_cáo/nộp_báo_cáo/tiến_độ chung? thế_nào/ra_sao/bao_nhiêu/đến_đâu? rồi? | đã? nộp/gửi/báo_cáo được bao_nhiêu/mấy đơn_vị/xã/trường? rồi?';
export const expectedWords = 'dự kiến/báo/đoán | ước tính';
export const besideExpected =
  'đến | tới | khi | lúc | hạn | hết | có | được | sẽ | bao nhiêu | mấy | đơn vị | @send | là | thì | kịp | đúng | báo cáo | kết quả | số | thế nào | ra sao | còn | đủ';
/** Whether all of a kind have reported. */
export const haveAllSent = 'đã? @send @figures? rồi/xong/đủ/hết? chưa | đã? xong/đủ/hết cả/hết/rồi? chưa';
