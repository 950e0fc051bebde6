package thangdiem.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A row of a sheet (dòng).
 *
 * @param number counted from 1, as people see it
 * @param cells those with something in them, by column
 */
record WorkbookRow(String sheet, int number, List<WorkbookCell> cells) {

  Optional<WorkbookCell> cell(int column) {
    int from = 0;
    for (int to = cells.size(); from < to; ) {
      int middle = (from + to) >>> 1;
      if (cells.get(middle).column() < column) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from < cells.size() && cells.get(from).column() == column
        ? Optional.of(cells.get(from))
        : Optional.empty();
  }

  String place(int column) {
    return WorkbookCell.place(sheet, number, column);
  }
}
