/** What people write that is no answer: what it does, by its phrases. See patterns.ts for how a phrase is written. */

export const classes = {
  me: 'em e tôi t anh a chị c mình tớ cô chú bác cháu con ông bà xã trường đơn_vị bên_em bên_anh bên_mình bên_tôi chúng_em chúng_tôi phòng nhà_trường ubnd',
  send: 'gửi gởi nộp báo_cáo báo bc nạp trình gưi chuyển',
  no: 'không ko k hông hong hem chẳng kh kg chả hổng',
  now: 'rồi r roi rùi xong mà đó đấy',
  paper:
    'văn_bản công_văn bản_giấy bản_cứng bản_ký giấy_tờ bản_có_dấu cv vb bản_chính bản_scan báo_cáo_giấy báo_cáo_bản_giấy bc_giấy',
  titles: 'chị anh cô chú bác thầy ông bà đc o dì cậu thằng mợ a c',
  who: 'cho nhờ',
  way: 'trục mail email gmail fax bưu_điện tdoffice td_office ioffice i_office văn_thư trục_liên_thông phần_mềm_văn_bản hòm_thư đường_công_văn ecabinet bưu_chính zalo_nhóm văn_phòng đường_bưu_điện',
  head: 'hiệu_trưởng chủ_tịch thủ_trưởng trưởng_phòng giám_đốc bí_thư hiệu_phó phó_chủ_tịch kế_toán văn_thư lãnh_đạo trưởng_thôn trạm_trưởng cán_bộ ct đầu_mối người_phụ_trách trưởng_công_an trưởng_trạm',
};

export const erasing = `
  xóa/xoá hết/toàn_bộ/giúp/các? dữ_liệu/thông_tin/tài_khoản/tin_nhắn/số_liệu
  rút lại? sự? đồng_ý/chấp_thuận
  @no đồng_ý nữa/nhận/cho
  @no/đừng/ngừng/dừng/thôi muốn? nhận/gửi tin/thông_báo/nhắn/tin_nhắn
  @no/đừng/ngừng/dừng/thôi nhắn/nhắc nữa/tin
  hủy đăng_ký`;

export const excusing = `
  xin/được/đề_nghị/cho/mong/phép * miễn
  miễn báo_cáo/nộp/bc/gửi/cho
  @no/chả thuộc đối_tượng/diện/phạm_vi
  @no phải/cần đối_tượng/diện
  @no phải/cần báo_cáo/nộp/gửi/bc
  @no có đối_tượng/gì_để_báo
  được/xin/cho phép? @no phải? @send được_không?
  xin @no @send
  xin không phải/được`;

export const extension = `
  xin/cho @me? đến/tới hết? ngày/thứ? #
  gia hạn | ra hạn | giãn hạn | dãn thời_gian | khất | lùi hạn/lại/thời/ngày/sang/đến/tới/thời_hạn/thời_gian
  xin/cho/đề_nghị/mong/được * lùi/chậm/trễ/muộn/hoãn/khất/thêm/giãn/dời/kéo_dài/nới/chậm_lại
  xin/cho/được * @send sau/muộn/chậm/trễ/bù
  @send muộn/trễ/chậm/bù @me? một/mấy/vài/ít/1/2/3/# ngày/hôm/buổi/bữa/tiếng
  thêm thời_gian/ít_ngày/vài_ngày/mấy_ngày/mấy_hôm/vài_hôm
  thêm # ngày/hôm/bữa/tiếng/tuần/giờ/buổi
  @no/chưa kịp @me? @send? được_không?
  kéo dài thêm/thời/hạn/đến
  dời sang/lại/đến/hạn/qua
  xin hoãn | cho chậm | nới hạn | hoãn lại | hoãn đến`;

/** These ask whether something is granted, and ask for nothing. */
export const askedWhether = 'có gia_hạn/được_lùi/lùi_hạn/được_miễn/miễn * không/ko | đã gia_hạn chưa';

export const wrongPerson = `
  lộn số/người/máy/sim
  @me? hết/thôi/nghỉ làm/là/giữ @head *
  đã/mới? về hưu *
  @me @no ở/tại/thuộc/làm_ở xã/trường/đơn_vị/cơ_quan đó/ấy/này/nữa
  nhầm số/người/máy/địa_chỉ/sim
  @no phải máy/số/người/việc/xã/đơn_vị/trường/@head *
  @me @no phải là? @head
  số/máy/điện_thoại/sdt/zalo/đt này * @no phải
  số/máy/điện_thoại/sdt/zalo/đt này * của cháu/con/vợ/chồng/em/mẹ/bố/người_khác/anh/chị *
  đã/mới? chuyển công_tác/đơn_vị/sang/đi/việc/ngành *
  đã/mới? nghỉ hưu/việc/chế_độ/công_tác
  @no còn là/làm/giữ/phụ_trách/công_tác/đảm_nhiệm *
  @no/thôi là/làm/giữ/phụ_trách/quản_lý @head/việc_này/mảng_này/nữa *
  ai vậy/đấy/đó/thế/đây gọi/nhắn? nhầm
  @me @no làm ở/trong/bên xã/trường/ubnd/cơ_quan *
  nhận nhầm tin/tin_nhắn/máy
  gửi/nhắn nhầm người/số/xã/máy
  @me @no quen/biết gì? xã/ai/việc_này`;

export const paperSent = `
  @send @paper * @now
  đã/vừa/mới/có @send @paper/bản
  đã/vừa/mới * @send * @paper
  @paper * đã/vừa/có? @send @now
  @paper * đã * @send
  đã/vừa/mới * @send * qua/bằng/theo/về/vào/lên/trên/ở @way
  @send * qua/bằng/theo/về/vào/lên/trên/ở @way * @now
  @send * qua/bằng/theo/về/vào/lên/trên/ở @way rồi
  @send @way * @now
  @paper @send hôm_qua/hôm_trước/sáng_nay/lúc_nãy *
  đã chuyển/ký/đóng_dấu/ban_hành * báo_cáo/văn_bản/bản_giấy/công_văn`;

export const sent = `
  đã/vừa/mới @send * @now
  đã/vừa/mới @send rồi?
  @send rồi/r/xong/roi/rùi/òi *
  @me @send * rồi/hôm_qua/hôm_trước/lúc_nãy/hồi_nãy/sáng_nay *
  đã @send hôm_qua/từ/hôm_trước/lâu *
  @send từ hôm_qua/hôm_trước/hôm_kia/sáng/sớm/đầu_giờ/tuần_trước/lâu * rồi?`;
/** Behind what was done: who says so asks nothing. */
export const rhetorical = 'rồi còn gì/chi nữa? | rồi mà còn * | rồi đó thôi | rồi chứ gì/sao';

export const delegates = `
  để @who? con_bé/thằng/văn_thư/kế_toán/văn_phòng/cán_bộ/chuyên_viên/hiệu_phó/phó/@titles/đồng_chí/vp * @send/làm/lo/trả_lời/phụ_trách/nhập/tổng_hợp
  để cho @titles/đồng_chí/văn_thư/kế_toán/con_bé * @send/làm/trả_lời
  liên_hệ/gọi/hỏi/nhắn/trao_đổi/gặp/alo/liên_lạc với/cho/qua/trực_tiếp/tới? @titles/đồng_chí/văn_thư/kế_toán/cán_bộ/phó *
  giao/phân_công/ủy_quyền/uỷ_quyền/chuyển/giao_việc/nhờ lại/việc/này? cho? @titles/đồng_chí/văn_thư/kế_toán/cán_bộ/phó/văn_phòng/hiệu_phó *
  @titles/đồng_chí * phụ_trách/theo_dõi/đảm_nhiệm/lo/làm_việc_này/báo_cáo_thay/làm_đầu_mối
  việc/cái/vụ/phần này/đó? * phó_chủ_tịch/phó_phòng/hiệu_phó/phó_hiệu_trưởng/công_chức * làm/lo/phụ_trách/báo_cáo/nắm
  để cháu * văn_phòng/văn_thư/kế_toán * @send
  thay @me @send/làm/nhập/lo/phụ_trách/theo_dõi/trả_lời
  @titles * sẽ? @send/làm/nhập/lo/trả_lời/phụ_trách thay/hộ/giùm/dùm/giúp cho? @me
  việc này/đó? * do/của @titles/đồng_chí/văn_thư/kế_toán/cán_bộ *
  việc/cái/mảng/phần này/đó? * @titles/đồng_chí/văn_thư/kế_toán/cán_bộ * làm/lo/phụ_trách/báo_cáo
  văn_thư/kế_toán/văn_phòng/con_bé/cán_bộ_văn_phòng/hiệu_phó/phó_chủ_tịch/phó_ct/phó_phòng sẽ? gửi/nộp/báo_cáo/làm/lo/phụ_trách/gởi *`;

export const question = `
  cho/gửi/gởi @me? @who? xin? lại? @me? cái? văn_bản/công_văn/cv/vb/file/mẫu/biểu_mẫu/form/link * với/nhé/đi/xem/nha?
  ai quản_lý/chịu_trách_nhiệm/lo/phụ_trách/đứng_ra *
  hết/quá/tới/đến/trễ hạn chưa
  là? gì | cái gì | gì vậy/thế/đây/đấy/nữa/hả/ạ? | làm sao/gì/ntn | thế nào | như thế nào | ntn | kiểu gì | sao vậy/thế/ạ/đây/lại/chưa? | ra sao
  bao giờ | khi nào | lúc nào | hôm nào | ngày nào | mấy giờ | bao nhiêu/lâu | số mấy/nào | thứ mấy | ngày mấy | mấy ngày | mấy mục | mấy chỉ_tiêu
  ở đâu | gửi/nộp/gởi/tải/xem/lấy/báo đâu/đi_đâu/về_đâu/ở_đâu | đâu vậy/rồi/ạ/em? | chỗ nào | nơi nào
  ai phụ_trách/nhận/theo_dõi/hỏi/vậy/đấy/thế/đó/gửi/làm/duyệt/đây/ký | cho ai | gặp ai | của ai | hỏi ai | với ai
  phải không/ko/k | đúng không/ko/k | được không/ko/k/hông/chưa | có được | có phải/cần * không/ko/k | có * không/ko/k | nhỉ | chưa vậy/nhỉ/em/ạ | đúng chưa
  @send/nhận được? chưa
  nào vậy/thế/em/đây/hả/ạ_em | mẫu nào | văn_bản nào | công_văn nào | cái nào | mục nào | chỉ_tiêu nào | số nào | kênh nào | bằng cách_nào | số liệu nào | đơn_vị nào
  cho hỏi | hỏi chút/tí/tý/xíu/cái/là | muốn hỏi | xin hỏi | hỏi ai | hướng dẫn | cho biết | chưa hiểu/rõ/biết | không/ko/k hiểu/rõ/biết cách/phải/làm/gửi/nhập/báo/là/sao/gì? | cho em hỏi
  tính cả * không/ko/k | tính thế_nào | hay là? * | tại sao | vì sao | sao phải | để làm gì`;

/** Between two numbers it says that either may be right. */
export const or = ['hay', 'hoặc'] as const;
/** Behind a number it says that the last digit is not known. */
export const some = 'mấy';
/** At the beginning they deny: "đâu", "gì" and "hay" behind them ask nothing. */
export const denying = '@no/chưa/nỏ | đâu có/phải/được | làm gì có | nào có/đã | có ai/gì đâu';
export const nobodySaid =
  '@no/chưa/nỏ có/thấy? ai/người_nào/đồng_chí_nào làm/cài/quét/dùng/đăng_ký/thực_hiện? cả/hết/đâu/ạ?';
/** What stands in such a sentence and asks, or leaves it open. */
export const askingAll = `
  biết | hiểu | rõ | thì | sao | thế nào | bao giờ | khi nào | lúc nào | bao nhiêu | mấy | phải làm | làm gì | được không/ko/k/chưa | phải không/ko/k @who? | đúng không | hay là? không/ko/k/chưa | nhỉ | hỏi | xin | cho | ở đâu | chỗ nào | file/mẫu/link/văn_bản/công_văn đâu`;

/** These ask wherever they stand, with their marks: "ha" is a measure. */
export const askingWords: readonly string[] = ['?', 'hả', 'hở', 'hử'];

export const complaint = `
  nhắc/hỏi/nhắn/giục hoài/mãi/nhiều/suốt/lắm/liên_tục/miết
  sao lại/cứ/còn/vẫn? nhắc/hỏi/nhắn/giục *
  phiền/phiền_phức/rách_việc/lắm_chuyện/rảnh/rỗi_hơi/mất_thời_gian/nhức_đầu/đau_đầu/nản quá/thế/vậy/lắm/ghê?
  nhắc/hỏi/nhắn/giục gì * nhắc/hỏi/nhắn/giục/lắm/nhiều/hoài
  điên/khùng/hâm/dở_hơi/ngu/vớ_vẩn/nhảm/nhảm_nhí/xàm/tào_lao/láo/bố_láo/mất_dạy/đồ_điên/đồ_ngu/im_đi/câm_đi/câm_mồm/biến_đi/cút à/quá/thế/vậy/hả?
  đm | dm | đmm | vcl | vl | clgt | đkm | đéo * | đếch * | đệch | mẹ_mày/mẹ_kiếp/con_mẹ/thằng_chó/đồ_chó/đồ_khốn/khốn_nạn *
  ai cho/bảo/mượn mày/phép/bot/các_người? nhắc/nhắn/hỏi *
  hành dân/cấp_dưới/nhau/xã/cơ_sở *
  phiền quá/thế | làm phiền | bực | mệt quá | nhiều quá | suốt ngày`;

export const notReady = `
  chưa/chua @send? kịp/tổng_hợp/thống_kê/có_số_liệu/có_số/đếm/rà_soát/nắm/tính/kiểm_tra/cộng/chốt/thu_thập/có_báo_cáo/tập_hợp/rà *
  chưa/@no có số liệu/số
  @send sau *
  đợi/chờ @me? # phút/tiếng/p/giờ *
  mất điện/mạng/sóng/internet | hết pin | @no/chưa có mạng/điện/sóng/wifi/internet
  bão/lũ/ngập/dịch_bệnh/dịch quá/lớn/hết/nặng/rồi
  bận quá/lắm/việc/họp/tí/chút/rồi/ghê
  đang tổng_hợp/thống_kê/rà_soát/đếm/làm/chuẩn_bị/kiểm_tra/thu_thập/cho_rà/soạn/đi/họp/chờ/đợi/bận/tập_hợp/tính/lấy_số/điều_tra/rà *
  chờ/đợi/để @me? * tổng_hợp/thống_kê/kiểm_tra/hỏi/rà/rà_soát/xem/xem_lại/đếm/tính/chút/tí/xíu/các_thôn/báo_cáo/cộng *
  để kiểm_tra/xem/hỏi/rà/tính/đếm/tổng_hợp * | chờ chút/tí/xíu/tý/@me | đợi chút/tí/xíu/tý/@me | từ từ | khoan đã?`;

export const attachment = `
  xem/theo/đọc/coi/như file/tệp/ảnh/hình/phụ_lục/bảng/biểu *
  file/tệp/ảnh/hình/biểu đính_kèm/kèm/trên/dưới/gửi_kèm
  đính kèm | gửi kèm | kèm theo | trong file/ảnh/hình/tệp/biểu | gửi/gởi file/ảnh/hình/tệp *`;

/** What chat programs write in the place of what was sent. */
export const placeholders =
  'hình ảnh | ảnh | video | file | tệp tin | tin nhắn thoại | ghi âm | photo | image | voice | document';

export const cancel = 'hủy | huỷ | hủy bỏ | huỷ bỏ | hủy báo cáo | thôi không báo cáo | bỏ qua | huy bo';

export const thanks =
  'cảm ơn | cám ơn | cảm_ơn/cám_ơn nhiều | thanks | thank you | tks | thank | thks | cảm tạ | cám ơn em';
export const greeting =
  'chào | xin chào | alo | a lô | hello | hi | kính chào | chào buổi sáng/chiều/tối/trưa | hế lô | helo | alô';
export const acknowledging = `
  đã? nhận/nhận_được/rõ/hiểu/nắm_được/nhận_đủ/nắm_rõ/tiếp_thu/tiếp_nhận *
  sẽ nghiêm_túc/khẩn_trương/tích_cực? thực_hiện/triển_khai/làm/chấp_hành/chỉ_đạo *
  xin? tiếp_thu/chấp_hành/ghi_nhận/lĩnh_hội/nhất_trí/quán_triệt
  ok | oke | okê | okie | vâng | dạ vâng | dạ | nhất trí | đồng ý | đã đọc/xem | biết rồi | tuân lệnh/chỉ_đạo | rõ lệnh | chấp hành | sẽ chấp hành | ok em/anh/chị | okela | rõ`;

/** Who sends to be told by "để …": the speakers themselves promise. */
export const promiseWords = `
  để mai/chiều/tối/sáng/lát/tí/chút/hôm_sau/tuần_sau/mốt/xíu/cuối/ngày_mai/đầu/sáng_mai
  để @me? * @send/báo/trả_lời/làm
  hẹn | nhắc lại? @me/lại/nhé/giúp/hộ | nhắc lúc/vào/sau | sửa/sửa_lại/chỉnh/chỉnh_lại/đính_chính/báo_lại/bổ_sung * | sẽ @send/báo/có/trả_lời/hoàn_thành/nộp/cập_nhật/tổng_hợp/bổ_sung | @send/báo/trả_lời/nộp/có/trình/cập_nhật/làm/xong/bổ_sung/hoàn_thành/chuyển/nhập/gửi_lại/lên/trl/rep/tổng_hợp`;

/** Behind a time that is promised they ask leave for it: "ngày kia mới có số liệu được không". */
export const askingLeave = 'được/đc/dc không/ko/k/hông/chứ/nhỉ/hè | có được/đc/dc không/ko/k/hông';
/** The whole of what is said: it goes on. */
export const goingOn = 'đang triển_khai/thực_hiện/cài/cài_đặt/làm/tiến_hành tiếp? | chưa xong | sắp xong rồi?';
/** What comes first, at an hour that nobody named. */
export const busyUntil = 'ăn/cơm/đón/khám/tiếp_dân/tiếp_khách/dạy/đi * xong/rồi/về * @send/báo/nộp';

/** Before a name. */
export const titled =
  '@titles | đồng chí | phó chủ tịch | phó phòng | hiệu phó | chủ tịch | kế toán | văn thư | cháu | trưởng thôn | phó hiệu trưởng | công chức';
/** Beside a day that is promised. */
export const courteous = 'ạ | nhé | nha | em | anh | chị | dạ | vâng | @me';
export const ownPromise =
  'để em/tôi/mình/anh/a/e/xã/trường/chú/cô/bác * gửi/báo/nộp/làm/trả_lời/gởi/hỏi/kiểm_tra/xem | để mai/chiều/tối/sáng/lát/tí/chút/hôm_sau/tuần_sau | sẽ @send *';

/** Before what is asked, behind no more than courtesy. */
export const askingLeads =
  'cho/xin @me? hỏi | @me? muốn/cần/xin hỏi/biết/xem | hỏi @me? chút/tí/tý/xíu/cái/là/tiếp | cho @me? biết/xem | sao/tại_sao/vì_sao';
/** Before those words they say nothing. */
export const besideAsking = '@me | dạ | vâng | à | ờ | ủa | thế | vậy | mà | này | ơi | alo | khoan | bot | ok | rồi';
/** What is asked for, wherever it stands. */
export const askedFor = `
  ai | bao nhiêu/lâu | bao_giờ/khi_nào/lúc_nào thì? | mấy giờ/ngày/hôm/người
  xã/phường/trường/đơn_vị/phòng/thôn/cơ_quan/nơi/chỗ/thằng/đứa/ông/vị/người nào/mô
  văn_bản/công_văn/mục/số/cái/kênh/khi/lúc/hôm/ngày/kỳ/tuần/tháng nào/mô
  còn/được/có/thiếu/hơn/mới/đã mấy
  thế nào | ra/làm sao | sao đây/giờ/em/ạ | ở đâu/mô | đâu rồi | tại/vì sao | là/làm gì/chi | những/cái gì | gì vậy/thế/đấy/ạ/nhỉ | nhỉ | hả | hử`;
/** In front of it, and behind it, they say that nothing is asked: "chưa rõ khi nào có điện", "ai chưa nộp thì nộp ngay". */
export const notAskedBehind = '@no/chưa/nỏ rõ/biết/có/thấy/phải?';
export const whoeverBefore = 'thì | cũng | đều | đề nghị | yêu cầu | phải | hãy | cứ | khẩn trương | nhớ';
/** It ends a question of yes and no. */
export const askedAtEnd = `
  có/còn/phải/đã/được * * không/ko/k/hông/chưa em/anh/chị/chú/bác/cô/cháu/ạ/a/e/vậy/nhỉ/thế/hè/rứa? ạ/em/nhỉ/vậy?
  @send/nhận/xem/đọc/nhắc/đủ/hết/xong đủ/hết/xong/được/rồi/cho_họ? chưa em/anh/chị/chú/bác/cô/cháu/ạ/a/e/vậy/nhỉ/thế/hè/rứa?`;
