/** Words that ask for a change of what was read back, without a figure. */
export const changingWhat =
  'sửa | sửa lại | chỉnh | chỉnh lại | chỉnh sửa | đính chính | nhập lại | ghi lại | đổi | đổi lại | thay đổi | điều chỉnh | cập nhật lại | báo lại | làm lại';
export const notChanging =
  '@no phải/cần/có/còn? gì? sửa/chỉnh/đổi/thay_đổi/điều_chỉnh/nhập_lại * | khỏi/đừng sửa/chỉnh | @no sửa/chỉnh/đổi/thay_đổi *';
export const noClass = 'không ko k hông chẳng khỏi kh';
/** Beside the name of an indicator: its figure is wrong. */
export const wrongHere =
  'sai | nhầm | chưa đúng | không đúng | ko đúng | lệch | chưa chuẩn | không chuẩn | sửa | sửa lại | chỉnh | chỉnh lại | đổi | xem lại | kiểm tra lại | thiếu | thừa | sót | lộn | đính chính | không phải | ko phải | nhập lại | chưa chính xác | ghi sai | báo sai | điều chỉnh';
/** Beside a figure in the middle of a talk: an earlier one was wrong. */
export const takingBack =
  'nhầm | lộn | sửa | sửa lại | chỉnh | chỉnh lại | đính chính | điều chỉnh | báo lại | ghi lại | nhập lại | à không | ghi sai | báo sai | viết sai';
/** Its figure takes the place of another. */
export const correcting =
  'mới đúng | mới phải | mới chuẩn | chứ không/ko/nỏ phải? | không phải | nhập lộn | sửa | sửa lại | đổi | đổi lại | chỉnh | chỉnh lại | đính chính | điều chỉnh | nhầm | lộn | ghi sai | báo sai | đúng ra | đáng lẽ | lẽ ra | à quên | quên';
/** The last word of a clause about a figure. */
export const wrongAtEnd = 'sai/nhầm/lộn/lệch rồi/r/mất? rồi? em/ạ/nhé/cháu/anh/chị?';
/** What was told was a slip. */
export const toldWrong = 'nhầm | lộn | ghi/báo/viết/nói sai';
/** What is said behind it was found when somebody looked again, or had said it wrongly. */
export const lookedAgain =
  'rà_soát/kiểm_tra/xem/đếm/thống_kê/tính/dò lại rồi/kỹ? thì/thấy/là | nói/báo/đọc/ghi nhầm/lộn/sai';
/** To the figure before. */
export const goingBack =
  'quay lại | quay_lại | lùi lại | trở lại | quay về | câu trước | mục trước | số trước | câu vừa rồi | mục vừa rồi | số vừa rồi';
/** As many figures as were read back: "đúng cả 4 số". */
export const everyFigure =
  'cả/đủ/tất_cả/hết? # số/con_số/mục/chỉ_tiêu/số_liệu | cả/đủ/tất_cả hai/ba/bốn/năm/sáu số/con_số/mục/chỉ_tiêu | cả # số? đều?';
