package thangdiem.document;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Minutes of an inspection and a decision, as the province's offices would write them. */
final class GivenMinutes {

  private static final String LINE =
      "Trang thông tin điện tử có đăng kế hoạch năm, nhưng mục văn bản đã 4 tháng không cập nhật.";

  /** A photograph of 2 by 1 dots. */
  private static final String PHOTO =
      "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAABAAIDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD3+iiigD//2Q==";

  private GivenMinutes() {}

  static byte[] photo() {
    return Base64.getDecoder().decode(PHOTO);
  }

  static Strokes drawn() {
    return Strokes.of(
        IntStream.rangeClosed(0, 60)
            .mapToObj(at -> 20 + at * 9 + "," + (100 + (int) (70 * Math.sin(at / 3.0))))
            .collect(Collectors.joining(" ")));
  }

  static OfficialDocument minutes(int findings) {
    return new OfficialDocument(
        new OfficialHead(
            List.of("Ủy ban nhân dân tỉnh Hậu Giang", "Tổ kiểm tra theo Quyết định số 25/QĐ-STTTT"),
            "Số: ……/BB-TKT",
            "",
            ""),
        "BIÊN BẢN",
        "Kiểm tra trực tiếp mức độ ứng dụng công nghệ thông tin năm 2017 tại Sở Y tế",
        List.of(
            new Block.Paragraph("Thời gian bắt đầu:", "08 giờ 30, ngày 09 tháng 01 năm 2018."),
            new Block.Paragraph(
                "Địa điểm:", "Trụ sở Sở Y tế, số 6 đường Ngô Quyền, thành phố Vị Thanh."),
            new Block.Paragraph("Thành phần tham dự:", "gồm các ông, bà:"),
            new Block.Items(
                List.of(
                    "Nguyễn Văn Khánh, Sở Thông tin và Truyền thông, Tổ trưởng;",
                    "Nguyễn Thị Ngọc Ánh, Giám đốc Sở Y tế.")),
            new Block.Paragraph("Chủ trì:", "Nguyễn Văn Khánh."),
            new Block.Paragraph("Thư ký (người ghi biên bản):", "Lê Minh Tâm."),
            new Block.Heading("Nội dung kiểm tra"),
            new Block.Paragraph(LINE),
            new Block.Table(
                List.of(
                    new Block.Table.Column("STT", 8, Block.Table.Side.CENTRE),
                    new Block.Table.Column("Số liệu", 40, Block.Table.Side.LEFT),
                    new Block.Table.Column("Tự khai", 15, Block.Table.Side.RIGHT),
                    new Block.Table.Column("Đo được", 15, Block.Table.Side.RIGHT)),
                IntStream.rangeClosed(1, findings)
                    .mapToObj(number ->
                        new Block.Table.Row(
                            List.of(String.valueOf(number), "Số máy tính đang dùng", "110", "98"),
                            false))
                    .toList()),
            new Block.Paragraph(
                "Biên bản lập xong lúc 11 giờ 15, ngày 09 tháng 01 năm 2018, đã đọc cho những người có mặt cùng nghe, thống nhất và ký tên.")),
        new Signatures(
            List.of(
                new Signatures.Signer(
                    List.of("Đại diện đơn vị", "Giám đốc"), "Nguyễn Thị Ngọc Ánh", drawn()),
                new Signatures.Signer(
                    List.of("Tổ kiểm tra", "Tổ trưởng"), "Nguyễn Văn Khánh", drawn()),
                new Signatures.Signer(List.of("Thư ký"), "Lê Minh Tâm", Strokes.NONE)),
            List.of("Sở Y tế", "Lưu: VT, TKT")),
        List.of(
            new Annex(
                "Ảnh chụp tại chỗ",
                "(Kèm theo Biên bản kiểm tra ngày 09 tháng 01 năm 2018)",
                List.of(
                    new Block.Photo(
                        Jpeg.of(photo()), "Ảnh 01, 09/01/2018 09:05: tủ mạng ở tầng 1 & tầng 2"),
                    new Block.Note(
                        "SHA-256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")))));
  }

  static OfficialDocument decision() {
    return new OfficialDocument(
        new OfficialHead(
            List.of("Ủy ban nhân dân tỉnh Hậu Giang"),
            "Số: ……/QĐ-UBND",
            "",
            "Hậu Giang, " + OfficialHead.day(java.time.LocalDate.of(2018, 2, 7))),
        "QUYẾT ĐỊNH",
        "Về việc công bố kết quả đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin năm 2017",
        List.of(
            new Block.Centre("Chủ tịch Ủy ban nhân dân tỉnh Hậu Giang"),
            new Block.Basis("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015."),
            new Block.Basis("Căn cứ Quyết định số 1663/QĐ-UBND ngày 03 tháng 10 năm 2017"),
            new Block.Basis("Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông"),
            new Block.Centre("Quyết định:"),
            new Block.Paragraph(
                "Điều 1.",
                "Công bố kết quả đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin của các cơ quan nhà nước trên địa bàn tỉnh Hậu Giang năm 2017."),
            new Block.Paragraph("Điều 2.", "Quyết định này có hiệu lực thi hành kể từ ngày ký.")),
        new Signatures(
            List.of(
                new Signatures.Signer(List.of("KT. Chủ tịch", "Phó Chủ tịch"), "", Strokes.NONE)),
            List.of("Như Điều 2", "Lưu: VT")),
        List.of());
  }
}
