package thangdiem;

import java.util.List;
import thangdiem.criteria.CriteriaSet;
import thangdiem.document.Block;
import thangdiem.document.OfficialDocument;
import thangdiem.document.OfficialHead;
import thangdiem.document.Signatures;
import thangdiem.document.Strokes;
import thangdiem.round.RoundUnit;

/** Papers of the demo's units (văn bản dùng thử), each unit its own. */
final class DemoPapers {

  private DemoPapers() {}

  /** The report in which a unit says that it keeps the figures of those facts. */
  static byte[] report(RoundUnit unit, CriteriaSet set, List<String> facts) {
    var rows =
        facts.stream()
            .flatMap(id -> java.util.Optional.ofNullable(set.facts().get(id)).stream())
            .map(fact ->
                new Block.Table.Row(List.of(fact.label(), fact.unit(), "Sổ theo dõi"), false))
            .toList();
    return new OfficialDocument(
            new OfficialHead(
                List.of("UBND tỉnh Hậu Giang", unit.name()),
                "Số: %02d/BC-DT".formatted(unit.ordinal()),
                "",
                "Hậu Giang, ngày 10 tháng 11 năm 2017"),
            "BÁO CÁO",
            "Ứng dụng công nghệ thông tin năm 2017 (số liệu dùng thử)",
            List.of(
                new Block.Paragraph(
                    unit.name() + " báo cáo các số liệu được theo dõi tại đơn vị như sau:"),
                new Block.Table(
                    List.of(
                        new Block.Table.Column("Số liệu", 6, Block.Table.Side.LEFT),
                        new Block.Table.Column("Đơn vị tính", 2, Block.Table.Side.CENTRE),
                        new Block.Table.Column("Nguồn", 2, Block.Table.Side.LEFT)),
                    rows)),
            new Signatures(
                List.of(new Signatures.Signer(List.of("THỦ TRƯỞNG ĐƠN VỊ"), "", Strokes.NONE)),
                List.of("Sở Thông tin và Truyền thông", "Lưu: VT")),
            List.of())
        .pdf();
  }
}
