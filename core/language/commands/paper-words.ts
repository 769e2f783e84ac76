/** The words of requests for a paper: "gửi tôi file excel". See reading/patterns.ts for how a phrase is written. */

export const paperVerbs =
  'gửi | gởi | đâu | đâu rồi | trình | soạn | cho | xin | lấy | tải | tải về | xuất | kết xuất | in | vẽ | làm | đưa | cần | muốn | xem | trích | cho xem | cho xin | gửi lại | có | chuẩn bị';
export const paperBeside =
  'dạ | vâng | thưa | cháu | con | tôi | anh | chị | em | e | a | mình | chú | bác | cô | sếp | lãnh đạo | thủ trưởng | chủ tịch | cái | một | 1 | lại | giúp | hộ | với | đi | nhé | nha | ạ | ngay | luôn | nào | ơi | của | văn bản này | hiện nay | mới nhất | bot | qua | sang | cho | được không | không | ra | về | để họp/trình/báo_cáo/xem/nghe/in/dùng | chiều/sáng/tối nay/mai họp? | hôm nay họp? | họp';
export const paperNames = {
  xlsx: 'file/bảng/bản/tệp? excel/exel/ecxel/xlsx/bảng_tính/excell | bảng/file/bản tổng_hợp/số_liệu | file excel/báo_cáo tổng_hợp/số_liệu | số_liệu excel | toàn_bộ? số_liệu',
  docx: 'báo_cáo văn_bản/giấy | báo_cáo/bản_báo_cáo bằng_văn_bản/chính_thức/để_ký/để_trình/trình_ký/trình/ký/giấy_tờ * | báo_cáo/file/bản/tệp? word/docx | bản báo_cáo giấy/in/word? | báo_cáo giấy/in | tờ báo_cáo | file báo_cáo',
  png: 'biểu_đồ/đồ_thị/chart hình/ảnh? | hình/ảnh biểu_đồ/đồ_thị',
} as const;

/** What is printed or drawn up is a paper, also where it is called no more than a report: "in cho chú báo cáo". */
export const printVerbs = 'in | in ra | soạn | trình | kết xuất | xuất';
export const printed = 'báo cáo | bc';

/** Kinds of files: named alone, they ask for the paper. */
export const paperFileKinds = 'file/bảng/bản/tệp? excel/exel/ecxel/xlsx/bảng_tính/excell | file/tệp word/docx';
