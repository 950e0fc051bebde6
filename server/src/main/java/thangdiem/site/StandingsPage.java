package thangdiem.site;

import java.util.List;
import java.util.Optional;

/**
 * The standings as the page draws them (bảng xếp hạng): every text a text, every place along a bar
 * a percentage.
 *
 * @param headline the answer: who is first
 * @param since the year with which changes compare, where there is one
 * @param whiskers whether there are intervals of ranks
 */
public record StandingsPage(
    Frame frame,
    String kicker,
    String headline,
    String lead,
    List<Choice> groups,
    List<Choice> sections,
    List<Bar.Key> keys,
    String thresholds,
    List<Bar.Mark> marks,
    Optional<Integer> since,
    boolean whiskers,
    boolean graded,
    List<Table> tables,
    Optional<Heat> heat) {

  /** A choice of the filters. */
  public record Choice(String number, String name, String href, boolean chosen) {}

  /**
   * The units of a group.
   *
   * @param more where the others stand, when these are not all
   */
  public record Table(
      String id,
      String name,
      String sentence,
      List<String> plainly,
      List<Row> rows,
      List<Choice> pages,
      Optional<Choice> more) {}

  /** A unit in its place. */
  public record Row(
      String href,
      String name,
      String rank,
      boolean tied,
      List<Bar.Part> bar,
      String barInWords,
      String total,
      String grade,
      String gradeStyle,
      Change change,
      Optional<Whisker> whisker) {}

  /** The interval of ranks. */
  public record Whisker(String range, String from, String to, String at) {}

  /** Units by sections, in percent of the maximum. */
  public record Heat(String sentence, List<HeatHead> head, List<HeatGroup> groups) {}

  public record HeatHead(String number, String name, String href) {}

  public record HeatGroup(String name, List<HeatRow> rows) {}

  public record HeatRow(String name, List<Cell> cells) {}

  public record Cell(String style, String text, String exactly) {}
}
