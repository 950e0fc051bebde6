package thangdiem.document;

import java.util.List;
import java.util.function.Consumer;

/** Tables of a DOCX (bảng trong tệp Word): with rules for what is a table, without for columns. */
final class DocxTable {

  private DocxTable() {}

  /** Begins a table over these widths. */
  private static void begin(DocxText text, List<Float> widths, boolean ruled) {
    text.open("w:tbl").open("w:tblPr");
    text.empty(
        "w:tblW", "w:w", DocxText.twips(widths.stream().reduce(0f, Float::sum)), "w:type", "dxa");
    if (ruled) {
      text.open("w:tblBorders");
      for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
        text.empty(
            "w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000");
      }
      text.close();
    }
    text.empty("w:tblLayout", "w:type", "fixed");
    margins(text, ruled);
    text.close().open("w:tblGrid");
    for (var width : widths) {
      text.empty("w:gridCol", "w:w", DocxText.twips(width));
    }
    text.close();
  }

  private static void margins(DocxText text, boolean ruled) {
    var side = ruled ? "60" : "0";
    text.open("w:tblCellMar")
        .empty("w:left", "w:w", side, "w:type", "dxa")
        .empty("w:right", "w:w", side, "w:type", "dxa")
        .close();
  }

  /** Texts beside one another without rules. */
  static void columns(DocxText text, List<Float> widths, List<List<Consumer<Float>>> rows) {
    begin(text, widths, false);
    for (var row : rows) {
      text.open("w:tr").open("w:trPr").empty("w:cantSplit").close();
      for (int i = 0; i < widths.size(); i++) {
        cell(text, widths.get(i));
        row.get(i).accept(widths.get(i));
        text.close();
      }
      text.close();
    }
    text.close();
  }

  private static void cell(DocxText text, float width) {
    text.open("w:tc").open("w:tcPr");
    text.empty("w:tcW", "w:w", DocxText.twips(width), "w:type", "dxa");
    text.close();
  }

  /** A table with rules; its head comes again on every sheet. */
  static void ruled(DocxText text, Block.Table table) {
    int all = table.columns().stream().mapToInt(Block.Table.Column::share).sum();
    var widths =
        table.columns().stream().map(column -> Nd30.TEXT_WIDTH * column.share() / all).toList();
    begin(text, widths, true);
    text.open("w:tr").open("w:trPr").empty("w:cantSplit").empty("w:tblHeader").close();
    for (int i = 0; i < widths.size(); i++) {
      cell(text, widths.get(i));
      lines(
          text,
          Style.of(Face.BOLD, Nd30.TABLE_SIZE, Style.Align.CENTRE),
          table.columns().get(i).head());
      text.close();
    }
    text.close();
    table.rows().forEach(row -> row(text, table, widths, row));
    text.close();
  }

  private static void row(
      DocxText text, Block.Table table, List<Float> widths, Block.Table.Row row) {
    text.open("w:tr").open("w:trPr").empty("w:cantSplit").close();
    for (int i = 0; i < widths.size(); i++) {
      cell(text, widths.get(i));
      var side = Style.Align.valueOf(table.columns().get(i).side().name());
      lines(
          text,
          Style.of(row.bold() ? Face.BOLD : Face.REGULAR, Nd30.TABLE_SIZE, side),
          row.cells().get(i));
      text.close();
    }
    text.close();
  }

  private static void lines(DocxText text, Style style, String cell) {
    for (var line : cell.split("\n")) {
      text.paragraph(DocxText.Form.of(style).before(1).after(1), line);
    }
  }
}
