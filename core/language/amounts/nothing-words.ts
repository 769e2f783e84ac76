/** The words of answers that say that nothing was done. See reading/patterns.ts for how a phrase is written. */

/** They may stand before it and say nothing of it. */
export const beforeNothingDone =
  'dạ | vâng | thưa | báo cáo | em | e | anh | chị | chú | bác | cô | tôi | tui | mình | xã | trường | phòng | đơn vị | cơ quan | bên | bên em | xã em | xã tôi | trường em | đơn vị em | nhà em | chúng tôi | chúng em | thì | là | hiện | hiện nay | hiện tại | đến nay | bây giờ | cái | mục | phần | này | ni | app | ứng dụng | bluezone | qr | smart | smart thanh hóa | mã | vẫn | cũng | đang | và | với | đều';

export const nothingDone = `
  chưa/không/ko/k/nỏ/chẳng làm/triển_khai/cài/cài_đặt/quét/thực_hiện/đăng_ký/tiến_hành/dùng/sử_dụng/in/dán/tạo/lắp/cấp/mua/phát được? *
  chưa/không/ko/k/nỏ/chẳng được? triển_khai/làm/cài/quét/thực_hiện/đăng_ký/tổ_chức *
  không/ko/k/nỏ/chẳng/chưa có smartphone/điện_thoại/điện_thoại_thông_minh/máy/mạng/wifi/sóng/internet/điểm/mã/cán_bộ/đối_tượng/trường_hợp/đồng_chí/người/hộ *
  không/ko/k/nỏ/chẳng/chưa có * ai/nào/ai_cả/nào_cả`;

/** The figure is not known yet, which is no zero. */
export const notKnownYet =
  'biết | rõ | thống kê | tổng hợp | số liệu | số | nhớ | phải | hiểu | nắm | gửi | báo | báo cáo được | kịp | xong | hết | đủ | đếm | chắc | cần | muốn | đúng | sai | thấy | nhận | hỏi | tin | xem | rà | đợi | chờ | mai | chiều | sáng | tối | lát | nhưng | một số | vài | mấy | nhiều | đa số | hầu hết | hầu như | gần như | có người | mới | chỉ | còn';
