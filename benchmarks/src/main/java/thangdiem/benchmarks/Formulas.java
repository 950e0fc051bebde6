package thangdiem.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;

/**
 * The spreadsheet that officials would otherwise use: points of 69 criteria, and 12 formulas for
 * each unit (5 section sums, a total, 6 ranks), without cached values.
 */
final class Formulas {

  private static final int[] SECTION_ENDS = {10, 38, 59, 65, 69};

  private Formulas() {}

  static void write(Path file, int units) throws IOException {
    try (var out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "bench", "1.0")) {
      var sheet = workbook.newWorksheet("points");
      int criteria = SECTION_ENDS[SECTION_ENDS.length - 1];
      for (int column = 0; column < criteria; column++) {
        sheet.value(0, column, 1);
      }
      for (int row = 1; row <= units; row++) {
        for (int column = 0; column < criteria; column++) {
          sheet.value(row, column, (row * 31 + column * 17) % 26);
        }
        int from = 0;
        for (int section = 0; section < SECTION_ENDS.length; section++) {
          var end = letters(SECTION_ENDS[section] - 1);
          sheet.formula(
              row,
              criteria + section,
              "SUMPRODUCT(%s%d:%s%d,%s$1:%s$1)"
                  .formatted(letters(from), row + 1, end, row + 1, letters(from), end));
          from = SECTION_ENDS[section];
        }
        sheet.formula(
            row,
            criteria + 5,
            "SUM(%s%d:%s%d)".formatted(letters(criteria), row + 1, letters(criteria + 4), row + 1));
        for (int rank = 0; rank < 6; rank++) {
          var column = letters(criteria + rank);
          sheet.formula(
              row,
              criteria + 6 + rank,
              "RANK(%s%d,%s$2:%s$%d)".formatted(column, row + 1, column, column, units + 1));
        }
      }
    }
  }

  private static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + (char) ('A' + column % 26);
  }
}
