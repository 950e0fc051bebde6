package thangdiem.site;

import java.util.List;
import java.util.Optional;

/**
 * Units side by side (so sánh đơn vị).
 *
 * @param error what is wrong with what was asked; said beside the field
 * @param options all units to choose from; empty where they are too many for a list
 * @param typed the codes as asked for
 */
public record ComparePage(
    Frame frame,
    String headline,
    String lead,
    Optional<String> error,
    List<Option> options,
    List<String> typed,
    List<Side> sides,
    List<Row> sections,
    List<Row> criteria,
    int same) {

  public record Option(String code, String name) {}

  /** A unit. */
  public record Side(
      String name, String href, String rank, String total, String grade, String gradeStyle) {}

  /** A section or a criterion across the units. */
  public record Row(String name, String max, String style, List<Cell> cells) {}

  /**
   * What one unit has of it.
   *
   * @param best whether nobody beside it has more, and somebody has less
   */
  public record Cell(String points, String width, boolean best) {}
}
