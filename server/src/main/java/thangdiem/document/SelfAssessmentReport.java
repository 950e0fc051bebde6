package thangdiem.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thangdiem.words.Words;

/**
 * The report in which a unit assesses itself (báo cáo tự đánh giá), after form 1.4 of NĐ 30/2020:
 * the letter, the criteria with their points as annex I, the evidence as annex II. All values come
 * as they are to be printed.
 *
 * @param letter who writes to whom
 * @param subject the line below "BÁO CÁO"
 * @param basis the decisions that ask for it, a sentence each
 * @param totals what the whole comes to
 * @param evidence absent documents are an empty list
 * @param mark which answers it shows: their SHA-256, or of a draft its time
 * @param draft whether it has not been sent
 */
public record SelfAssessmentReport(
    Letter letter,
    String subject,
    List<String> basis,
    List<Section> sections,
    Totals totals,
    List<Evidence> evidence,
    String mark,
    boolean draft) {

  private static final Words WORDS = Words.VIETNAMESE;

  /**
   * Who writes to whom.
   *
   * @param parent the agency above; empty where there is none
   * @param number after "Số:"; dots where it is written in later
   * @param signer empty where it is written in later
   */
  public record Letter(
      String parent,
      String unit,
      String addressee,
      String number,
      String place,
      LocalDate date,
      String post,
      String signer,
      List<String> recipients) {

    String day() {
      return OfficialHead.day(date);
    }
  }

  /** Total, its maximum and the grade. */
  public record Totals(BigDecimal points, BigDecimal max, String grade) {

    String shownPoints() {
      return WORDS.number(points);
    }

    String shownMax() {
      return WORDS.number(max);
    }
  }

  /** A section of the criteria (nội dung). */
  public record Section(
      String code, String name, BigDecimal max, BigDecimal points, List<Line> lines) {

    List<String> shown() {
      return List.of(code, name, WORDS.number(max), WORDS.number(points));
    }
  }

  /**
   * A criterion (tiêu chí).
   *
   * @param facts what was answered, a line each
   * @param because how the points come about
   */
  public record Line(
      String code,
      String name,
      BigDecimal max,
      BigDecimal points,
      List<String> facts,
      String because) {

    List<String> shown() {
      return List.of(code, name, WORDS.number(max), WORDS.number(points), reasons());
    }

    String reasons() {
      return Stream.concat(facts.stream(), Stream.of(because))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining("\n"));
    }
  }

  /**
   * A document that proves something (minh chứng).
   *
   * @param criteria the codes that it serves
   * @param document number, date, issuer, subject
   * @param pages where to look in it
   */
  public record Evidence(String criteria, String document, String pages) {}

  /** The file. */
  public byte[] pdf() {
    try (var paper = new Paper(WORDS.say("document.report") + " – " + subject)) {
      letter(paper);
      criteria(paper);
      evidence(paper);
      return paper.finished();
    }
  }

  /** The same as a workbook. */
  public byte[] xlsx() {
    return ReportWorkbook.of(this);
  }

  // ── The letter
  // ──────────────────────────────────────────────────────────────────────────────────

  private void letter(Paper paper) {
    new OfficialHead(
            Stream.of(letter.parent(), letter.unit()).filter(name -> !name.isEmpty()).toList(),
            WORDS.say("document.number", letter.number()),
            draft ? WORDS.say("document.draft") : "",
            letter.place() + ", " + letter.day())
        .set(paper);
    paper.space(14);
    title(paper, WORDS.say("document.report"), subject);
    paper.space(10);
    paper.paragraph(
        Style.of(Face.REGULAR, Nd30.BODY_SIZE, Style.Align.CENTRE),
        WORDS.say("document.to", letter.addressee()));
    basis.forEach(reason ->
        paper.paragraph(
            new Style(Face.ITALIC, Nd30.BODY_SIZE, Style.Align.JUSTIFIED, Nd30.FIRST_LINE),
            reason));
    paper.paragraph(Style.BODY, WORDS.say("document.opening", letter.unit()));
    heading(paper, WORDS.say("document.result"));
    paper.paragraph(
        Style.BODY,
        WORDS.say("document.total", totals.shownPoints(), totals.shownMax(), totals.grade()));
    sections(paper);
    heading(paper, WORDS.say("document.annexes"));
    paper.paragraph(
        Style.BODY, WORDS.say(evidence.isEmpty() ? "document.annex.one" : "document.annex.both"));
    paper.paragraph(Style.BODY, WORDS.say("document.closing", letter.unit(), letter.addressee()));
    signature(paper);
  }

  private static void title(Paper paper, String kind, String subject) {
    var bold = Style.of(Face.BOLD, Nd30.TITLE_SIZE, Style.Align.CENTRE);
    paper.text(bold, Nd30.LEFT, Nd30.TEXT_WIDTH, kind);
    paper.text(bold, Nd30.LEFT + 30, Nd30.TEXT_WIDTH - 60, subject);
    paper.ruleBelow(Nd30.LEFT, Nd30.TEXT_WIDTH, Nd30.TEXT_WIDTH / 3);
  }

  private static void heading(Paper paper, String text) {
    paper.need(3 * Style.BODY.lineHeight());
    paper.paragraph(
        new Style(Face.BOLD, Nd30.BODY_SIZE, Style.Align.JUSTIFIED, Nd30.FIRST_LINE), text);
  }

  private void sections(Paper paper) {
    var grid =
        new Grid(
            paper,
            List.of(8, 58, 17, 17),
            List.of(centre(), left(), right(), right()),
            said(
                "document.column.code",
                "document.column.section",
                "document.column.max",
                "document.column.points"));
    for (var section : sections) {
      grid.row(section.shown());
    }
    grid.boldRow(
        List.of("", WORDS.say("document.column.total"), totals.shownMax(), totals.shownPoints()));
    paper.space(Nd30.AFTER_PARAGRAPH * 2);
  }

  /** Recipients on the left, the signer on the right, on one sheet. */
  private void signature(Paper paper) {
    paper.need(130);
    paper.space(6);
    float top = paper.y();
    float half = Nd30.TEXT_WIDTH / 2;
    paper.text(
        Style.of(Face.BOLD_ITALIC, Nd30.RECIPIENTS_TITLE_SIZE, Style.Align.LEFT),
        Nd30.LEFT,
        half,
        WORDS.say("document.recipients"));
    var list = Style.of(Face.REGULAR, Nd30.RECIPIENTS_SIZE, Style.Align.LEFT);
    for (int i = 0; i < letter.recipients().size(); i++) {
      var end = i == letter.recipients().size() - 1 ? "." : ";";
      paper.text(list, Nd30.LEFT, half, "- " + letter.recipients().get(i) + end);
    }
    float below = paper.y();
    paper.moveTo(top);
    var bold = Style.of(Face.BOLD, Nd30.BODY_SIZE, Style.Align.CENTRE);
    paper.text(
        bold,
        Nd30.LEFT + half,
        half,
        letter.post().toUpperCase(java.util.Locale.forLanguageTag("vi")));
    paper.space(76);
    paper.text(bold, Nd30.LEFT + half, half, letter.signer());
    paper.moveTo(Math.min(below, paper.y()));
  }

  // ── The annexes
  // ─────────────────────────────────────────────────────────────────────────────────

  private void annex(Paper paper, String number, String title) {
    paper.annex();
    var bold = Style.of(Face.BOLD, Nd30.TITLE_SIZE, Style.Align.CENTRE);
    paper.text(bold, Nd30.LEFT, Nd30.TEXT_WIDTH, number);
    paper.text(bold, Nd30.LEFT, Nd30.TEXT_WIDTH, title);
    paper.text(
        Style.of(Face.ITALIC, Nd30.BODY_SIZE, Style.Align.CENTRE),
        Nd30.LEFT,
        Nd30.TEXT_WIDTH,
        WORDS.say("document.annex.of", letter.number(), letter.day(), letter.unit()));
    paper.ruleBelow(Nd30.LEFT, Nd30.TEXT_WIDTH, Nd30.TEXT_WIDTH / 3);
    paper.space(8);
  }

  private void criteria(Paper paper) {
    annex(paper, WORDS.say("document.annex.first"), WORDS.say("document.annex.criteria"));
    var grid =
        new Grid(
            paper,
            List.of(10, 32, 10, 11, 37),
            List.of(centre(), left(), right(), right(), left()),
            said(
                "document.column.code",
                "document.column.criterion",
                "document.column.max",
                "document.column.points",
                "document.column.facts"));
    for (var section : sections) {
      var heading = new ArrayList<>(section.shown());
      heading.add("");
      grid.boldRow(heading);
      for (var line : section.lines()) {
        grid.row(line.shown());
      }
    }
    grid.boldRow(
        List.of(
            "",
            WORDS.say("document.column.total"),
            totals.shownMax(),
            totals.shownPoints(),
            WORDS.say("document.grade", totals.grade())));
    paper.space(8);
    paper.paragraph(Style.of(Face.ITALIC, Nd30.RECIPIENTS_SIZE, Style.Align.LEFT), mark);
  }

  private void evidence(Paper paper) {
    if (evidence.isEmpty()) {
      return;
    }
    annex(paper, WORDS.say("document.annex.second"), WORDS.say("document.annex.evidence"));
    var grid =
        new Grid(
            paper,
            List.of(8, 18, 59, 15),
            List.of(centre(), left(), left(), left()),
            said(
                "document.column.number", "document.column.criteria",
                "document.column.document", "document.column.pages"));
    int number = 0;
    for (var one : evidence) {
      number++;
      grid.row(List.of(String.valueOf(number), one.criteria(), one.document(), one.pages()));
    }
  }

  private static List<String> said(String... keys) {
    return Stream.of(keys).map(WORDS::say).collect(Collectors.toCollection(ArrayList::new));
  }

  private static Style left() {
    return Style.of(Face.REGULAR, Nd30.TABLE_SIZE, Style.Align.LEFT);
  }

  private static Style centre() {
    return Style.of(Face.REGULAR, Nd30.TABLE_SIZE, Style.Align.CENTRE);
  }

  private static Style right() {
    return Style.of(Face.REGULAR, Nd30.TABLE_SIZE, Style.Align.RIGHT);
  }
}
