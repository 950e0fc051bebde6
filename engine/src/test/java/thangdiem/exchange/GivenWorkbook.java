package thangdiem.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Fact;

/** A workbook written part by part, so that a test can put anything into it. */
final class GivenWorkbook {

  private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final CriteriaSet SET = Given.decision1663().file().set();

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private String properties = "";

  /** Attributes and content of a cell. */
  record Cell(String attributes, String content) {}

  static Cell text(String text) {
    return new Cell(
        "t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>");
  }

  static Cell number(String raw) {
    return new Cell("", "<v>" + raw + "</v>");
  }

  static Cell yesNo(boolean yes) {
    return new Cell("t=\"b\"", "<v>" + (yes ? 1 : 0) + "</v>");
  }

  static Cell raw(String attributes, String content) {
    return new Cell(attributes, content);
  }

  static Cell nothing() {
    return new Cell("s=\"1\"", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  GivenWorkbook part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  GivenWorkbook part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  GivenWorkbook since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  GivenWorkbook shared(String text) {
    shared.add(text);
    return this;
  }

  GivenWorkbook sheet(String name, List<List<Cell>> rows) {
    var xml = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      xml.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        var cell = rows.get(row).get(column);
        xml.append("<c r=\"")
            .append(WorkbookCell.letters(column))
            .append(row + 1)
            .append("\" ")
            .append(cell.attributes())
            .append('>');
        xml.append(cell.content()).append("</c>");
      }
      xml.append("</row>");
    }
    return sheetXml(name, xml.toString(), StandardCharsets.UTF_8);
  }

  GivenWorkbook sheetXml(String name, String rows, Charset charset) {
    names.add(name);
    var xml =
        "<?xml version=\"1.0\" encoding=\""
            + charset
            + "\"?><worksheet xmlns=\""
            + SHEETS
            + "\"><sheetData>"
            + rows
            + "</sheetData></worksheet>";
    return part("xl/worksheets/sheet" + names.size() + ".xml", xml.getBytes(charset));
  }

  /** A sheet of a unit in the shape that the form has. */
  GivenWorkbook unit(String id, Object... factsAndCells) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(List.of(text("Bảng kê khai")));
    rows.add(List.of(text("Mã"), text("Tiêu chí"), text("Số liệu kê khai")));
    rows.add(List.of(text("I"), text("Hạ tầng")));
    for (int i = 0; i < factsAndCells.length; i += 2) {
      rows.add(
          List.of(text((String) factsAndCells[i]), text("Số liệu"), (Cell) factsAndCells[i + 1]));
    }
    return sheet(id, rows);
  }

  byte[] bytes() {
    var all = new LinkedHashMap<String, String>();
    all.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    all.put("_rels/.rels", relations(relation("w", "officeDocument", "xl/workbook.xml")));
    var workbook =
        new StringBuilder(
            "<workbook xmlns=\""
                + SHEETS
                + "\" xmlns:r=\""
                + RELATIONS
                + "\">"
                + properties
                + "<sheets>");
    var related =
        new StringBuilder(relation("s", "sharedStrings", "sharedStrings.xml"))
            .append(relation("l", "styles", "styles.xml"));
    for (int i = 0; i < names.size(); i++) {
      workbook.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>"
              .formatted(escaped(names.get(i)), i + 1, i));
      related.append(relation("r" + i, "worksheet", "worksheets/sheet" + (i + 1) + ".xml"));
    }
    all.put("xl/workbook.xml", workbook + "</sheets></workbook>");
    all.put("xl/_rels/workbook.xml.rels", relations(related.toString()));
    all.put(
        "xl/sharedStrings.xml",
        "<sst xmlns=\"" + SHEETS + "\">" + String.join("", shared) + "</sst>");
    var bytes = new LinkedHashMap<String, byte[]>();
    all.forEach((name, xml) -> bytes.put(name, xml.getBytes(StandardCharsets.UTF_8)));
    bytes.putAll(parts);
    return zip(bytes);
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relations
        + "</Relationships>";
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, kind, target);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  Answers read() {
    return read(bytes());
  }

  static Answers read(byte[] bytes) {
    return AnswersWorkbook.read("a.xlsx", bytes, SET, Optional.empty());
  }

  /** What a refusal says, one line for each mistake. */
  List<String> refused() {
    return Given.refused(this::read);
  }

  /** What a department states by one cell for one fact. */
  static Fact stated(String fact, Cell cell) {
    var facts =
        described(new GivenWorkbook()).unit("so-x", fact, cell).read().units().getFirst().facts();
    return Optional.ofNullable(facts.get(fact)).orElseThrow();
  }

  static List<String> refused(String fact, Cell cell) {
    return described(new GivenWorkbook()).unit("so-x", fact, cell).refused();
  }

  static GivenWorkbook described(GivenWorkbook workbook) {
    return workbook.sheet(
        "Đơn vị",
        List.of(
            List.of(text("Mã đơn vị"), text("Tên đơn vị"), text("Nhóm")),
            List.of(text("so-x"), text("Sở X"), text("department")),
            List.of(text("so-y"), text("Sở Y"), text("Sở, ban, ngành"))));
  }
}
