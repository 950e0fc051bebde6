package thangdiem.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A signature drawn on a screen (chữ ký vẽ tay): lines through points, in a field of {@value
 * #WIDTH} by {@value #HEIGHT}.
 */
public record Strokes(List<List<Point>> lines) {

  /** The field's width. */
  public static final int WIDTH = 600;

  /** The field's height. */
  public static final int HEIGHT = 200;

  /** No drawing. */
  public static final Strokes NONE = new Strokes(List.of());

  private static final int MOST_POINTS = 6000;

  /** A point, from the upper left corner. */
  public record Point(int x, int y) {}

  /** Whether nothing was drawn. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * Reads lines as "10,20 11,22;30,40 31,41": points with spaces between, lines with semicolons.
   *
   * @throws IllegalArgumentException for what is no such text, too long or outside of the field
   */
  public static Strokes of(String written) {
    if (written.isBlank()) {
      return NONE;
    }
    var lines = new ArrayList<List<Point>>();
    int points = 0;
    for (var line : written.split(";", -1)) {
      var read = new ArrayList<Point>();
      for (var point : line.strip().split(" ", -1)) {
        read.add(point(point));
        points++;
      }
      if (points > MOST_POINTS) {
        throw new IllegalArgumentException("more than " + MOST_POINTS + " points");
      }
      lines.add(List.copyOf(read));
    }
    return new Strokes(List.copyOf(lines));
  }

  private static Point point(String written) {
    if (!written.matches("[0-9]{1,3},[0-9]{1,3}")) {
      throw new IllegalArgumentException("no point: " + written);
    }
    var comma = written.indexOf(',');
    int x = Integer.parseInt(written.substring(0, comma));
    int y = Integer.parseInt(written.substring(comma + 1));
    if (x > WIDTH || y > HEIGHT) {
      throw new IllegalArgumentException("outside of the field: " + written);
    }
    return new Point(x, y);
  }
}
