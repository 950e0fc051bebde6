package thangdiem.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.ranking.Standing;
import thangdiem.ranking.Standings;
import thangdiem.scoring.Flag;

/**
 * Results as CSV (RFC 4180, UTF-8 with a byte order mark for Excel): a row for each unit, in the
 * order of rank. Numbers have a decimal point.
 */
public final class ResultsCsv {

  private static final String DANGEROUS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private ResultsCsv() {}

  public static void write(OutputStream out, Standings standings) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    var sections = standings.set().scoredSections().stream().map(Section::code).toList();
    var criteria = standings.set().scored().map(ScoredCriterion::code).toList();
    var header =
        new ArrayList<>(List.of("unit", "name", "group", "rank", "rankInGroup", "total", "grade"));
    header.addAll(sections);
    header.addAll(
        List.of("bonus", "deductions", "meanPercent", "rescaledTotal", "rescaledGrade", "flags"));
    header.addAll(criteria);
    line(writer, header);
    for (var unit : standings.inOrder()) {
      line(writer, row(unit, sections, criteria));
    }
    writer.flush();
  }

  private static List<String> row(Standing unit, List<String> sections, List<String> criteria) {
    var sheet = unit.sheet();
    var row = new ArrayList<String>();
    row.add(text(sheet.answers().unit()));
    row.add(text(sheet.answers().name()));
    row.add(text(sheet.answers().group()));
    row.add(unit.overall().exists() ? String.valueOf(unit.overall().overall()) : "");
    row.add(unit.overall().exists() ? String.valueOf(unit.overall().inGroup()) : "");
    row.add(sheet.total().toString());
    row.add(text(sheet.grade().name()));
    var points = new HashMap<String, String>();
    sheet
        .sections()
        .forEach(score -> points.put(score.section().code(), score.points().toString()));
    sheet.lines().forEach(line -> points.put(line.criterion().code(), line.points().toString()));
    sections.forEach(code -> row.add(points.getOrDefault(code, "")));
    row.add(sheet.bonus().toString());
    row.add(sheet.deductions().toString());
    row.add(new Points(sheet.meanPercent()).printed().toString());
    row.add(sheet.rescaled().total().toString());
    row.add(text(sheet.rescaled().grade().name()));
    row.add(unit.flags().stream().map(Flag::text).collect(Collectors.joining(" ")));
    criteria.forEach(code -> row.add(points.getOrDefault(code, "")));
    return row;
  }

  /**
   * Text that a spreadsheet would run as a formula gets an apostrophe, also where spaces that
   * nobody sees stand before it.
   */
  static String text(String text) {
    int first = 0;
    while (first < text.length()
        && DANGEROUS.indexOf(text.charAt(first)) < 0
        && isBlank(text.charAt(first))) {
      first++;
    }
    return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static void line(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(quoted(cells.get(i)));
    }
    writer.write("\r\n");
  }

  private static String quoted(String cell) {
    return cell.indexOf(',') >= 0
            || cell.indexOf('"') >= 0
            || cell.indexOf('\n') >= 0
            || cell.indexOf('\r') >= 0
        ? "\"" + cell.replace("\"", "\"\"") + "\""
        : cell;
  }
}
