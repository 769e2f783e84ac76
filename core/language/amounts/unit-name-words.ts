/** How names of units begin, and syllables that names of places begin with where they are written small. */
export const bodies = `
  xã | phường | thị trấn | tt | huyện | trường | trường th | trường thcs | trường thpt | trường mn | trường mầm non | trường tiểu học | trường trung học cơ sở |
  trường trung học phổ thông | trường cấp 1 | trường cấp 2 | trường cấp 3 | th | thcs | thpt | mn | mầm non | tiểu học | ubnd xã | ubnd phường | ubnd thị trấn | ubnd huyện | ubnd |
  đảng ủy xã | phòng | trạm y tế | trạm y tế xã | công an xã | công an | thôn | bản | tổ | tổ dân phố | khu phố | khu | đội | hội | ban | đoàn xã | đảng ủy | hđnd | chi cục | hạt | đơn vị | bên | em ở | vp xã`;
/** Bodies whose names end with a figure: "Trường TH Quảng Nham 1". */
export const numberedBodies = `
  trường | trường th | trường thcs | trường thpt | trường mn | trường mầm non | trường tiểu học | th | thcs | thpt | mn | mầm non | tiểu học | thôn | bản | tổ | tổ dân phố | khu | khu phố | đội | xóm`;
/** Between such a body and its figure. */
export const beforeFigureOfName = 'số';
export const placeSyllables = new Set(
  'quảng đông thanh hải hoằng nga hà vĩnh yên thọ xuân tân phú bình an mỹ long hưng minh tiên thạch cẩm ngọc thiệu định hậu đại kim sơn tây bắc nam trung thành lộc lưu trạch nham vinh hợp giao nhân đức chính tùng khê văn trà lĩnh thái ninh hòa hoà phong châu diễn quỳnh nghi hội thủy thuỷ giang lam'
    .split(' ')
    .map((one) => one.normalize('NFC')),
);
export const behindName = ': | - | – | , | có | báo cáo | đã | được | hiện có | gửi | xin báo cáo | cài | bc';
