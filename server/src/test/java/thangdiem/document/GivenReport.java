package thangdiem.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A report and a receipt as a department of health would have them. */
final class GivenReport {

  private static final String UNIT = "Sở Y tế tỉnh Hậu Giang";

  private GivenReport() {}

  static SelfAssessmentReport report(int sections, int criteria) {
    return new SelfAssessmentReport(
        new SelfAssessmentReport.Letter(
            "Ủy ban nhân dân tỉnh Hậu Giang",
            "Sở Y tế",
            "Sở Thông tin và Truyền thông tỉnh Hậu Giang",
            "……/BC-SYT",
            "Hậu Giang",
            LocalDate.of(2017, 12, 4),
            "Giám đốc",
            "Nguyễn Thị Ngọc Ánh",
            List.of("Như trên", "UBND tỉnh (để báo cáo)", "Lưu: VT, CNTT")),
        "Kết quả tự đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin năm 2017",
        List.of(
            "Căn cứ Quyết định số 1663/QĐ-UBND của Ủy ban nhân dân tỉnh Hậu Giang ban hành Quy định đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin của các cơ quan nhà nước trên địa bàn tỉnh."),
        IntStream.range(0, sections).mapToObj(number -> section(number, criteria)).toList(),
        new SelfAssessmentReport.Totals(new BigDecimal("853.25"), new BigDecimal("1000"), "Tốt"),
        List.of(
            new SelfAssessmentReport.Evidence(
                "I.1, I.2",
                "Kế hoạch số 45/KH-SYT ngày 15/11/2016 của Sở Y tế về ứng dụng công nghệ thông tin năm 2017",
                "3–4"),
            new SelfAssessmentReport.Evidence(
                "II.3.5", "Báo cáo hồ sơ Một cửa năm 2017 (PDF, đã ký số)", "3")),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        false);
  }

  private static SelfAssessmentReport.Section section(int number, int criteria) {
    var code = List.of("I", "II", "III", "IV", "V").get(number % 5);
    return new SelfAssessmentReport.Section(
        code,
        "Hạ tầng kỹ thuật công nghệ thông tin",
        new BigDecimal("150"),
        new BigDecimal("130.25"),
        IntStream.rangeClosed(1, criteria)
            .mapToObj(line ->
                new SelfAssessmentReport.Line(
                    code + "." + line,
                    "Tỷ lệ máy tính trên tổng số cán bộ, công chức, viên chức",
                    new BigDecimal("15"),
                    new BigDecimal("13.75"),
                    List.of("Số máy tính: 110 máy", "Số cán bộ, công chức: 120 người"),
                    "110 máy ÷ 120 người ≈ 91,67 %; 91,67 % × 15 = 13,75 điểm."))
            .toList());
  }

  static ReceiptDocument receipt() {
    return new ReceiptDocument(
        "BIÊN NHẬN",
        "Về việc gửi báo cáo tự đánh giá",
        List.of(
            new ReceiptDocument.Line("Đơn vị", UNIT),
            new ReceiptDocument.Line("Đợt", "Đánh giá năm 2017"),
            new ReceiptDocument.Line("Bản", "1"),
            new ReceiptDocument.Line("Lúc", "14/12/2017 16:30:05"),
            new ReceiptDocument.Line("Gửi muộn", "Đúng hạn"),
            new ReceiptDocument.Line("Tổng điểm tự đánh giá", "853,25"),
            new ReceiptDocument.Line("Xếp loại tự đánh giá", "Tốt"),
            new ReceiptDocument.Line(
                "SHA-256 của số liệu đã gửi",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
        "Trong nhật ký",
        List.of(
            new ReceiptDocument.Line(
                "Vị trí", "sự kiện thứ 1663, trong 1700 sự kiện mà điểm chốt đã ký chứng nhận"),
            new ReceiptDocument.Line("Mã sự kiện", "6f1c9d1e-8f43-4bb1-9a9b-6d9c2f7f5f10"),
            new ReceiptDocument.Line(
                "Gốc của điểm chốt",
                "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"),
            new ReceiptDocument.Line(
                "Khoá kiểm tra",
                "thangdiem.example+1a2b3c4d+AQ0PVGJDQw5xDqJiKnkP5uAjmYBh4e0mCvJrQ0m0ShxU")),
        "https://thangdiem.example/receipt/bxydHo9DS7Gam22cL39fEG8cnR6PQ0uxmpttnC9_XxA",
        "Quét để kiểm tra",
        List.of(
            "Kiểm tra trực tuyến: quét mã QR hoặc mở địa chỉ bên dưới mã.",
            "Biên nhận chứng minh nhật ký có ghi sự kiện; không chứng minh số liệu trong báo cáo là đúng."));
  }
}
