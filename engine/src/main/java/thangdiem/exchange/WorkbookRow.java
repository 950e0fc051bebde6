package thangdiem.exchange;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A row of a sheet (dòng).
 *
 * @param number counted from 1, as people see it
 * @param byColumn the cells with something in them, by column from 0
 */
record WorkbookRow(String sheet, int number, SortedMap<Integer, WorkbookCell> byColumn) {

  Optional<WorkbookCell> cell(int column) {
    return Optional.ofNullable(byColumn.get(column));
  }

  Collection<WorkbookCell> cells() {
    return byColumn.values();
  }

  String place(int column) {
    return WorkbookCell.place(sheet, number, column);
  }
}
