package thangdiem.document;

import java.util.List;

/** A part of an official document's text (thành phần nội dung văn bản), in the order of reading. */
public sealed interface Block {

  /**
   * A ground that a document stands on (căn cứ ban hành). Those that follow one another are ended
   * with semicolons, the last with a full stop.
   */
  record Basis(String text) implements Block {}

  /** A line in bold capitals in the middle: who decides, or "QUYẾT ĐỊNH:". */
  record Centre(String text) implements Block {}

  /** To whom it is written (kính gửi), below the title. */
  record To(String text) implements Block {}

  /** A heading in bold, with its number. */
  record Heading(String text) implements Block {}

  /**
   * A paragraph (đoạn văn).
   *
   * @param lead its beginning in bold, as "Điều 1."; empty where there is none
   */
  record Paragraph(String lead, String text) implements Block {
    /** A paragraph without a lead. */
    public Paragraph(String text) {
      this("", text);
    }
  }

  /** A list of dashes (gạch đầu dòng). */
  record Items(List<String> texts) implements Block {}

  /** A table (bảng), its head on every sheet. */
  record Table(List<Column> columns, List<Row> rows) implements Block {

    /**
     * A column.
     *
     * @param share of the width
     */
    public record Column(String head, int share, Side side) {}

    /** Where a column's texts stand. */
    public enum Side {
      LEFT,
      CENTRE,
      RIGHT
    }

    /**
     * A row.
     *
     * @param bold for what sums up or heads others
     */
    public record Row(List<String> cells, boolean bold) {}
  }

  /** A photograph (ảnh) with the words below it. */
  record Photo(Jpeg jpeg, String caption) implements Block {}

  /** A small note in italics, as what a file's hash is. */
  record Note(String text) implements Block {}
}
