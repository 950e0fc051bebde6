package thangdiem.document;

import java.util.List;

/**
 * A receipt on one sheet (giấy biên nhận), with the QR code that opens its page.
 *
 * @param about the line below the title
 * @param said what it says
 * @param placeTitle heads where it is kept
 * @param link in the QR code, and written below it
 * @param notes paragraphs at the foot
 */
public record ReceiptDocument(
    String title,
    String about,
    List<Line> said,
    String placeTitle,
    List<Line> place,
    String link,
    String scan,
    List<String> notes) {

  private static final float CODE = 120;
  private static final float NAMES = 150;
  private static final float GAP = 10;
  private static final float SIZE = 13;
  private static final Style NAME = Style.of(Face.REGULAR, SIZE, Style.Align.LEFT);
  private static final Style VALUE = Style.of(Face.BOLD, SIZE, Style.Align.LEFT);
  private static final Style PLACE = Style.of(Face.REGULAR, SIZE, Style.Align.LEFT);

  /** A name and what stands beside it. */
  public record Line(String name, String value) {}

  /** The file. */
  public byte[] pdf() {
    try (var paper = new Paper(title + " – " + about)) {
      new OfficialHead(List.of(), "", "", "").country(paper, Nd30.LEFT, Nd30.TEXT_WIDTH);
      paper.space(24);
      centred(paper, Face.BOLD, Nd30.TITLE_SIZE + 2, title);
      centred(paper, Face.BOLD, Nd30.TITLE_SIZE, about);
      paper.ruleBelow(Nd30.LEFT, Nd30.TEXT_WIDTH, Nd30.TEXT_WIDTH / 4);
      paper.space(16);
      lines(paper, said, VALUE);
      paper.space(8);
      paper.paragraph(Style.of(Face.BOLD, SIZE, Style.Align.LEFT), placeTitle);
      lines(paper, place, PLACE);
      paper.space(10);
      code(paper);
      return paper.finished();
    }
  }

  private static void centred(Paper paper, Face face, float size, String text) {
    paper.text(Style.of(face, size, Style.Align.CENTRE), Nd30.LEFT, Nd30.TEXT_WIDTH, text);
  }

  private static void lines(Paper paper, List<Line> lines, Style value) {
    for (var line : lines) {
      float top = paper.y();
      paper.text(NAME, Nd30.LEFT, NAMES, line.name());
      float below = paper.y();
      paper.moveTo(top);
      paper.text(value, Nd30.LEFT + NAMES + GAP, Nd30.TEXT_WIDTH - NAMES - GAP, line.value());
      paper.moveTo(Math.min(below, paper.y()) - 4);
    }
  }

  /** The code on the left, what to do with it on the right. */
  private void code(Paper paper) {
    float top = paper.y();
    paper.code(QrCode.of(link), Nd30.LEFT, top, CODE);
    float left = Nd30.LEFT + CODE + GAP;
    float width = Nd30.TEXT_WIDTH - CODE - GAP;
    paper.text(Style.of(Face.BOLD, 12, Style.Align.LEFT), left, width, scan);
    paper.text(Style.of(Face.REGULAR, 11, Style.Align.LEFT), left, width, link);
    for (var note : notes) {
      paper.space(5);
      paper.text(Style.of(Face.ITALIC, 11, Style.Align.LEFT), left, width, note);
    }
  }
}
