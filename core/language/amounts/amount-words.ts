/** The words around amounts of money, measures and shares. A word that stands in no list makes the answer unclear. */

const courtesies =
  'dạ vâng ừ ừm ờ ờm ạ a ak c ah à nha nhé nhá nhe nghe nghen nờ nè em e anh chị chú cô bác ông bà cháu bạn sếp mình tôi t đc đồng_chí thủ_trưởng lãnh_đạo kính thưa kính_thưa kính_gửi báo_cáo bc xin gửi xin_báo_cáo cho đây đấy đó thế vậy luôn ơi rồi r roi ok giúp giùm dùm với nữa á hen alo em_ơi cháu_ơi cháu_nhé cháu_nha cháu_à nhé_cháu nha_cháu rồi_cháu ạ_cháu bữa_nay chào xin_chào em_chào kính_chào nhận_giúp tổng_hợp_giúp anh_nhận_giúp nhận_nhé số_liệu_là gửi_số_liệu gửi_anh báo_anh tụi_em tụi_con tụi_mình tụi_tui tui trường_con bên_con cảm_ơn cám_ơn xin_cảm_ơn trân_trọng tks thanks bên chúng_tôi chúng_em ubnd';
const subjects =
  'xã trường phòng đơn_vị thôn toàn_xã toàn_trường toàn_đơn_vị toàn_bộ_xã bản xóm làng hợp_tác_xã htx địa_phương huyện nhà_trường cơ_quan ban nhân_dân bà_con dân hộ_dân đơn_vị_tôi xã_tôi xã_em bên_em xã_mình';
const said =
  'là có được đc được_là đã đều mới hiện chỉ chỉ_có chỉ_được hiện_có hiện_nay hiện_tại hiện_giờ bây_giờ đến_nay tính_đến_nay đến_giờ nay hôm_nay kết_quả tổng tổng_số tổng_cộng cộng tổng_là cả tất_cả tất_tần_tật chung số sl số_lượng số_liệu đúng đúng_là phải_là chính_xác chính_xác_là chuẩn chẵn tròn đạt đạt_được khoản tại ở trong_đợt_này đợt_này kỳ_này vụ_này tuần_này tháng_này năm_nay tuần tháng đợt kỳ thôi mà thì chứ của cụ_thể như_sau con_số lũy_kế luỹ_kế cộng_dồn tổng_hợp bằng sau_đây vừa xong nhập ghi vẫn vẫn_là vẫn_thế như_cũ như_hôm_qua như_trước như_lần_trước báo báo_được đếm đếm_được đếm_đi_đếm_lại tính_đi_tính_lại tính_ra cộng_ra đếm_ra total headcount done install installed install_được setup update_là vừa_đủ vừa_tròn xác_nhận chốt chốt_lại chốt_số chốt_lại_là chốt_lại_được thống_kê thống_kê_được thống_kê_lại theo_thống_kê theo_thống_kê_mới_nhất theo_số_liệu theo_báo_cáo theo_rà_soát mới_nhất trong_kỳ trên_địa_bàn địa_bàn toàn';
const done =
  'chi_hết dùng_hết giải_ngân_hết thu_hết gieo_hết trồng_hết gieo cấy gieo_cấy gieo_trồng trồng gieo_sạ sạ cày bừa làm làm_đất xuống_giống thu thu_hoạch gặt thu_mua mua bán phun bón tưới tiêu nạo_vét nạo vét đào đắp đổ rải san xây xây_dựng làm_được hoàn_thành thực_hiện giải_ngân chi chi_trả trả cấp phát cấp_phát phân_bổ nộp thu_được thu_nộp hỗ_trợ ủng_hộ quyên_góp huy_động vận_động đóng_góp kê_khai tiêu_hủy tiêu_huỷ thu_gom xử_lý khử_khuẩn chăm_sóc cải_tạo nâng_cấp mở_rộng sửa_chữa tu_sửa kiên_cố_hóa bê_tông_hóa bê_tông_hoá khai_thác sản_xuất nuôi tiêm phun_được rà_soát thi_công đánh_bắt cài cài_đặt triển_khai quét đăng_ký tiếp_nhận thanh_toán quyết_toán sử_dụng';
const things =
  'dt lúa ngô khoai sắn lạc đậu mía rau màu rau_màu mạ cây cây_trồng đất ruộng diện_tích sản_lượng khối_lượng trọng_lượng chiều_dài độ_dài đoạn đường kênh mương kênh_mương đê giao_thông bê_tông nội_đồng rừng ao hồ thủy_sản cá tôm thịt thóc gạo phân vật_tư giống hóa_chất vôi rác rác_thải chất_thải lúa_mùa lúa_chiêm vụ_mùa vụ_đông vụ_xuân vụ_chiêm vụ_thu tiền số_tiền kinh_phí vốn ngân_sách quỹ nguồn nguồn_vốn giá_trị tiền_mặt thuế phí tổng_kinh_phí tổng_số_tiền tổng_tiền tổng_diện_tích tổng_sản_lượng đông ngô_đông lúa_đông vụ vụ_này hè_thu đông_xuân xuân mùa các_loại hoa hoa_màu cây_ăn_quả ăn_quả công_nghiệp lâm_nghiệp keo cao_su sen dưa bí ớt hành đậu_tương khoai_tây cói dứa chè luồng tươi khô tỷ_lệ tỉ_lệ tiến_độ công_việc khối_lượng_công_việc thuốc';

/** What says nothing of an amount. */
export const neutralWords = [courtesies, subjects, said, done, things, 'đủ']
  .join(' ')
  .replaceAll(/\s+/g, ' | ')
  .replaceAll('_', ' ');

/** "198 trên 215", "198 trong tổng số 215". */
export const partOf =
  'trên | trên tổng | trên tổng số | trong | trong tổng số | trong số | trong tổng | so với tổng | trên kế hoạch | so với kế hoạch';
export const percentWords = 'phần trăm | percent | % | pt | phân trăm | phần chăm';
export const rises =
  'lên | tăng lên | sang | thành | lên đến | lên tới | tăng lên đến | nâng lên | giảm xuống | xuống | giảm còn | xuống còn';
export const from = 'từ | tăng từ | giảm từ | nâng từ | đi từ';

const acts = done.replaceAll(' ', '/');
/** Nothing at all: "chưa giải ngân", "không phát sinh". The whole answer, but for what says nothing. */
export const nothing = `
  không/ko/k/hông/chẳng/kh có/phát_sinh/được/gì/ai phát_sinh/gì/ai/được?
  chưa phát_sinh/ai
  chưa có phát_sinh/gì/ai/được
  không/chưa/ko/k/chẳng có/phát_sinh/được gì/đồng_nào/ai/một_đồng_nào/xu_nào/hộ_nào
  không/chưa/ko/k/hông/chẳng/kh ${acts} được? gì/đồng_nào/chút_nào/tí_nào/ai/gì_cả?
  không/chưa/ko/k/chẳng có/được? ${acts} được? *
  không/chưa/ko/k/chẳng có/được * nào
  không/ko/k/chẳng/chưa có/tốn/mất/hết/chi * đâu/nào
  không/ko đồng/xu/héc_ta/ha/tấn/kg/km nào
  chưa bắt_đầu/khởi_công/tiến_hành *?
  số không
`.replaceAll('*?', '');
/** In such an answer these say that something was done. */
export const notNothing =
  'hết | xong | đủ | hoàn thành | nhiều | bao nhiêu | mấy | toàn bộ | tất cả | đầy đủ | số liệu | thống kê | tổng hợp | cấp vốn | kịp | rõ | biết | báo cáo | chắc';

/** Behind an amount, a pause and perhaps "còn": what is left or away, which explains and does not change it. */
export const absence =
  'chưa | nghỉ | đẻ | sinh | mới đẻ | mới sinh | bầu | nghỉ sinh | nghỉ đẻ | ở cữ | thai sản | ốm | đi học | công tác | đi công tác | không có | không dùng | ko có | ko dùng | k có | không sử dụng | chưa có | biệt phái | điều trị | nghỉ ốm | nghỉ phép | nghỉ hưu | cách ly | đi cách ly | bị hỏng | hỏng máy | hỏng | máy cũ | dùng máy | không cài được | nghỉ việc | vắng | trực chốt | máy đời cũ | không có smartphone | dùng đt | dùng điện thoại | đang cài | đang làm | sẽ cài | đang triển khai | tiếp tục cài | đang thực hiện | đi vắng | đi phép | nghỉ chế độ | tập huấn | thiếu | hụt | máy cùi | máy cùi bắp | cục gạch | đen trắng | không biết dùng | không biết sử dụng | chưa biết dùng | ko biết dùng | lớn tuổi | hết dung lượng | không có mạng | mất máy | thai sản rồi | mới nghỉ';
/** Behind an amount they leave open whether it is right. */
export const doubtBehind =
  'chưa chắc/rõ/chính_xác/chuẩn/kiểm_tra * | không/ko/k chắc/rõ/chính_xác * | chắc gì | chưa biết đúng/chính_xác *';
/** "nhầm, 46", "à không, 46": what stands before is taken back. */
export const slipWords =
  'nhầm | em nhầm | nhầm rồi | báo nhầm | lộn | ghi nhầm | gõ nhầm | viết nhầm | à quên | ý quên | quên | à không | ý không | à nhầm | ý nhầm | ấy nhầm | sai rồi | xin lỗi | xin sửa lại | sửa lại | sửa thành | đính chính | chỉnh lại | sửa | nói nhầm | bấm nhầm | đổi lại | điều chỉnh | báo lộn | ghi lộn | nhập lộn | gõ lộn | nói lộn | lộn rồi | đính chính lại | đính chính lại là | đúng ra | đúng ra là | mà đúng ra là | thực ra | thực ra là | thật ra | thật ra là | đếm lại | đếm lại rồi | đếm lại là | rà lại | rà lại là | cộng lại | cộng lại là | kiểm tra lại là';
/** A number behind them says which, and not how many. */
export const ordinalNouns = 'tháng | quý | kỳ | kì | đợt | tuần | lần thứ | mục | điều | câu | trang';
/** With its number it says as of when. */
export const monthNoun = 'tháng';
/** Behind the number that is right: the one that is not. */
export const notThis = 'chứ không/ko/k/hông phải/phải_là';
export const notBut = 'không/ko/k/chứ phải/phải_là * mà/mà_là/đúng_là';
export const rightNow = 'mới đúng | mới phải | mới chuẩn | đúng hơn';
export const bracket = 'bằng chữ | viết bằng chữ | tức là | tức | nghĩa là | hay là';
/** Before a number, or in its place: it is not quite that many. */
export const doubting =
  'khoảng | tầm | chừng | độ | ước | ước tính | ước đạt | ước chừng | xấp xỉ | gần | hơn | trên dưới | ngót | non | tối thiểu | tối đa | ít nhất | nhiều nhất | không dưới | không quá | chưa đến | chưa tới | dưới | một số | một ít | một vài | vài | mấy | dăm | cơ bản | hầu hết | đa số | dự kiến | phấn đấu | kế hoạch giao | có thể | hình như | chắc | chắc là | đâu đó | cỡ | cả trăm | cả chục | hàng trăm | hàng chục | hàng nghìn | mỗi | bình quân | trung bình | tb | từng | so với cùng kỳ | cùng kỳ | tăng thêm | giảm thêm | thêm | xin/đề_nghị/kiến_nghị/mong/đề_xuất * hỗ_trợ/cấp/bổ_sung/cho thêm?';
/** Of these the amount behind them may be offered: it is neither a bound nor a plan. */
export const roughWords =
  'khoảng | tầm | chừng | độ | cỡ | xấp xỉ | khoảng chừng | khoảng độ | ước khoảng | ước chừng | ước đạt | ước đạt khoảng | đạt khoảng | đâu khoảng | được khoảng';
/** What is counted where it stands right behind a number, and else says nothing. */
export const countedNouns =
  'cháu | thôn | xã | trường | phòng | bản | xóm | làng | huyện | đơn vị | hợp tác xã | htx | hộ dân | dân | bà con | địa phương | nhân dân | ban | tuần | tháng | đợt | kỳ | khoản | cây | đoạn | tuyến | ứng dụng | app | phần mềm | loại | thứ';
/** Behind a number at the end of what is said: whom an elder speaks to, or what is counted. */
export const addressedAtEnd = 'cháu/con ạ/nhé/nha/nhá/nghe/ơi/à/nhen';
/** Behind a measure with its unit only these are counted: "15,2 ha cây vụ đông" says of what it is. */
export const countedTimes = 'tuần | tháng | đợt | kỳ';
/** Beside an amount it is what was to be reached, and no figure of what was done. */
export const targetWords =
  'được giao | giao | kế hoạch được giao | chỉ tiêu được giao | vốn được giao | kinh phí được giao | theo kế hoạch | kế hoạch | kế hoạch giao | chỉ tiêu | dự toán | dự toán giao | dự toán được giao | chỉ tiêu giao | vốn giao';
export const left = 'còn';
/** Around a number of people. Words of shares are not among them: "đạt 90" is no count. */
export const countNeutral = `${[courtesies, subjects, said, done]
  .join(' ')
  .replaceAll(/\s+/g, ' | ')
  .replaceAll('_', ' ')
  .replaceAll(
    /\| đạt(?: được)? (?=\|)/g,
    '',
  )} | người | đứa | ng | ngừoi | nguời | ngừi | ngườ | người rồi | đồng chí | đc | dc | cán bộ | công chức | viên chức | cb | cc | vc | cbcc | ccvc | cbccvc | cbvc | cbcnv | cnv | cán bộ công chức | giáo viên | gv | nhân viên | nv | người lao động | nlđ | cán bộ viên chức | công nhân | lao động | đảng viên | thầy cô | thầy cô giáo | cô giáo | thầy giáo | cán bộ giáo viên | cbgv | cbgvnv | staff | pax | user | users | nhân sự | bạn | cả biên_chế/cán_bộ/giáo_viên/công_chức/chính_quyền/đảng/trong_biên_chế lẫn/và/với/cả hợp_đồng/nhân_viên/bán_chuyên/không_chuyên_trách/bán_chuyên_trách/ngoài_biên_chế/đoàn_thể | bluezone | ncovi | smart thanh hóa | qr | ứng dụng | app | phần mềm`;

/** Units whose size differs from place to place, or that are no units of the office: whatever stands beside them is asked about. */
export const doubtfulUnits = [
  'sào',
  'mẫu',
  'công',
  'giạ',
  'bao',
  'lít',
  'thúng',
  'gánh',
  'xe',
  'sọt',
  'usd',
  'đô',
  'thước',
  'miếng',
  'tá',
];
/** Behind a bare number it is one of them, where a percentage is asked for. */
export const countedPeople =
  'người | ng | đồng chí | đc | cán bộ | cb | công chức | viên chức | hộ | hộ dân | giáo viên | học sinh | con | máy | cái';
/** Before a number: all of them are so many. */
export const allBefore = 'cả # | tất cả # | toàn bộ # | toàn thể # | đủ # | đủ cả # | đủ quân số #';
/** Before a share of people: "đạt 90%", "đạt 45/50". */
export const shareWords =
  'đạt | đạt được | tỷ lệ | tỉ lệ | chiếm | bằng | tương đương | đạt tỷ lệ | đạt tỉ lệ | tỷ lệ đạt | tl';
/** "(đạt 83,3%)", ", đạt 40% kế hoạch" behind an amount. */
export const shareBehind =
  /[\s,(]+(?:(?:đạt|dat|tỷ lệ|tỉ lệ|ty le|chiếm|bằng)\s+)*\d{1,3}(?:[.,]\d{1,2})?\s?%(?:\s+(?:kế hoạch|ke hoach))?[\s).]*$/iu;
/** Behind a fraction these make it a share of them: "2/3 số người". */
export const sharedOut = 'số | tổng số | phần | cán bộ trong';
/** The two or more kinds that all are parted into: "nam 20, nữ 25". */
export const partNames =
  'nam | nữ | nam giới | nữ giới | trong đó | trong đó có | trong đó nam | trong đó nữ | gồm | gồm có | biên chế | hợp đồng | chuyên trách | bán chuyên trách | không chuyên trách';
/** In an explanation: these are still to do it. */
export const stillToDo =
  'thiếu | còn thiếu | hụt | chưa cài | chưa làm | chưa quét | chưa đăng ký | chưa thực hiện | chưa cài đặt | chưa xong | chưa';
/** Before the number of all. */
export const totalWords =
  'tổng | tổng số | tổng cộng | ts | quân số | biên chế | tổng số có | tổng có | tổng quân số | sĩ số | tổng số cbccvc | tổng số cán bộ | cơ quan có | đơn vị có | xã có | trường có | toàn xã có | toàn trường có';
/** Between the number of all and that of a part: "50 người thì có 43 người cài". */
export const turnsToPart = 'thì | thì có | thì được | thì mới';
/** Behind an amount without a unit they end it. */
export const behindAmount = 'ạ | a | nha | em | e | anh | chị | bác | nhé | rồi | ah';
/** "44 nhầm thành 45": which of the two is right is not said. */
export const mistakenFor = 'nhầm thành/sang/với/qua | lộn thành/sang/với';
/** The number behind them is that of a paper. */
export const paperNumbers = 'báo cáo/bc/công_văn/cv/văn_bản/quyết_định/qđ/kế_hoạch/tờ_trình/thông_báo số #';
export const hundredPercentWords = 'trăm phần trăm | một trăm phần trăm | 100 phần trăm';
