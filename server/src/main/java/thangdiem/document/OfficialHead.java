package thangdiem.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The head of an official document (phần đầu văn bản): who issues it on the left, country and motto
 * on the right, below them number, and place and date.
 *
 * @param agencies those above first, the issuing one last
 * @param number with its label, as "Số: 12/BC-SYT"
 * @param placeAndDate as "Hậu Giang, ngày 14 tháng 12 năm 2017"; empty in minutes
 * @param about a second line below the number; empty where there is none
 */
public record OfficialHead(
    List<String> agencies, String number, String about, String placeAndDate) {

  private static final float BETWEEN = 12;
  private static final float BEFORE_NUMBER = 6;

  /**
   * "ngày 02 tháng 01 năm 2018": days below ten and the first two months are written with a zero.
   */
  public static String day(LocalDate date) {
    return (date.getMonthValue() <= 2 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d")
        .formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
  }

  void set(Paper paper) {
    float right = paper.type().width(Face.BOLD, Nd30.COUNTRY_SIZE, Nd30.COUNTRY) + 2;
    float left = Nd30.TEXT_WIDTH - right - BETWEEN;
    float rightEdge = Nd30.LEFT + left + BETWEEN;
    float top = paper.y();
    agencies(paper, left);
    float afterLeft = paper.y();
    paper.moveTo(top);
    country(paper, rightEdge, right);
    float second = Math.min(afterLeft, paper.y()) - BEFORE_NUMBER;
    paper.moveTo(second);
    paper.text(
        Style.of(Face.REGULAR, Nd30.NUMBER_SIZE, Style.Align.CENTRE), Nd30.LEFT, left, number);
    paper.text(Style.of(Face.REGULAR, 12, Style.Align.CENTRE), Nd30.LEFT, left, about);
    float below = paper.y();
    paper.moveTo(second);
    paper.text(
        Style.of(Face.ITALIC, Nd30.NUMBER_SIZE, Style.Align.CENTRE),
        rightEdge,
        right,
        placeAndDate);
    paper.moveTo(Math.min(below, paper.y()));
  }

  private void agencies(Paper paper, float width) {
    for (int i = 0; i < agencies.size(); i++) {
      var face = i == agencies.size() - 1 ? Face.BOLD : Face.REGULAR;
      paper.text(
          Style.of(face, Nd30.AGENCY_SIZE, Style.Align.CENTRE),
          Nd30.LEFT,
          width,
          OfficialDocument.capitals(agencies.get(i)));
    }
    paper.ruleBelow(Nd30.LEFT, width, width * Nd30.RULE_SHARE);
  }

  /** Country and motto, each on one line, the motto with a rule of its own length. */
  void country(Paper paper, float left, float width) {
    var country = Style.of(Face.BOLD, Nd30.COUNTRY_SIZE, Style.Align.CENTRE);
    paper.line(country, left, width, Nd30.COUNTRY, true);
    paper.line(
        Style.of(Face.BOLD, Nd30.MOTTO_SIZE, Style.Align.CENTRE), left, width, Nd30.MOTTO, true);
    paper.ruleBelow(left, width, paper.type().width(Face.BOLD, Nd30.MOTTO_SIZE, Nd30.MOTTO));
  }
}
