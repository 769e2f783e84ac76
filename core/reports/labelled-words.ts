/** The words around figures that stand beside the names of their indicators. */

/** They say nothing of a figure that has its name. */
export const besideLabels = `
  dạ | vâng | ạ | a | ah | nha | nhé | nhe | em | e | anh | chị | cô | chú | bác | sếp | tôi | mình | đồng chí | đc | dc | thủ trưởng | lãnh đạo | kính | thưa | kính gửi | báo cáo | bc | xin | gửi | gởi | nộp | là | thì | có | đã | được | đc |
  cài | cài đặt | cài được | quét | quét mã | quét được | đăng ký | sử dụng | dùng | thực hiện | hoàn thành | xong | rồi | r | đều | hiện | hiện có | hiện nay | đến nay | nay | hôm nay | số | số lượng | sl | số liệu | kết quả | cụ thể | như sau | gồm | mã | app | ứng dụng | phần mềm |
  người | ng | cán bộ | mục | còn | và | riêng | với | cả | của | đơn vị | xã | trường | phòng | huyện | nhà trường | cơ quan | bên em | xã em | xã tôi | trường em | đơn vị em | đơn vị tôi | chúng tôi | ok | đúng | đúng là | chuẩn | thôi | luôn | lên | đạt | mới | tổng hợp | cho | trong đó | trong | trên | trên tổng số | khoản | chỉ tiêu | con số | nữa | cũng | đây | nhập | chỉ | chỉ có | đúng hết | đúng cả | đúng rồi | chứ | mới đúng | sửa | sửa lại | sửa thành | thành | ghi | ubnd | nhé em | mới được | tất cả | code | đang | giúp | với nhé | ngày hôm nay | khai báo | bằng | tức | nhân viên | giáo viên | gv | thầy cô`;
/** A figure beside these is not sure; it is asked for. */
export const unsureBeside = `
  khoảng | tầm | chừng | độ | ước | ước tính | gần | hơn | trên dưới | dự kiến | hình như | chắc | có thể | chưa rõ | chưa thống kê | chưa chắc | chưa chính xác | chưa có số | chưa có số liệu | chưa tổng hợp | chưa biết | đang thống kê | đang tổng hợp | không rõ | không nhớ |
  thêm | tăng thêm | tăng | giảm | bớt | hết | đủ | tất cả | hôm qua | hôm trước | lúc nãy | hồi nãy | lượt | lần | hộ | máy | điện thoại | chưa | không | ko | k | thiếu | dưới | ít nhất | tối thiểu | để mai | mai báo | sau | báo sau | hỏi lại | kiểm tra lại | xem lại | cơ bản | hầu hết | đa số | gần hết | một số | vài | mấy`;
/** Nobody: "QR chưa ai quét". */
export const nobodyBeside =
  'chưa ai | chưa có ai | không ai | không có ai | ko ai | ko có ai | k có ai | chưa có người nào | chưa người nào | không có người nào | chưa có đồng chí nào | chưa có đc nào | không có | ko có | k có';
/** What is left over, of which nothing is said. */
export const leftOver =
  'số còn lại | còn lại | phần còn lại | các mục còn lại | mấy mục còn lại | các chỉ tiêu còn lại | mấy cái còn lại | các số còn lại';
/** One figure for several: to be asked. */
export const forEach =
  'mỗi | mỗi thứ | mỗi cái | mỗi mục | mỗi loại | từng | các mục đều | đều là | tất cả đều | cả ba | cả hai | cả bốn';
