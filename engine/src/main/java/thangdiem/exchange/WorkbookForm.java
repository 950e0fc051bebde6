package thangdiem.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import thangdiem.scoring.UnitAnswers;

/**
 * The names by which the workbook of answers is written and read (biểu mẫu kê khai). They are part
 * of the format.
 */
final class WorkbookForm {

  static final String GUIDE = "Hướng dẫn";
  static final String ABOUT = "Thông tin";
  static final String UNITS = "Đơn vị";
  static final String NOT_APPLICABLE = "Không áp dụng";
  static final String DEDUCTIONS = "Điểm trừ";
  static final String FACTS = "Số liệu";
  static final String PREVIOUS = "Số liệu năm trước";

  /** The lists behind the drop-downs, hidden. */
  static final String CHOICES = "DanhSach";

  static final Set<String> BESIDE =
      Set.of(GUIDE, ABOUT, UNITS, NOT_APPLICABLE, DEDUCTIONS, PREVIOUS, CHOICES);

  /** What the first column of the sheet «Thông tin» says of the second. */
  static final String CRITERIA_KEY = "Bộ tiêu chí";

  static final String YEAR_KEY = "Năm";
  static final String NOTE_KEY = "Ghi chú";
  static final String NOT_HELD_KEY = "Phần không tổ chức";

  static final String YES = "Có";
  static final String NO = "Không";
  static final String NONE = "Không có";

  /** "There is none" where an option of the choice is itself called «Không có». */
  static final String NONE_AT_ALL = "(không có)";

  /** Units up to which each has a sheet of its own. */
  static final int MOST_UNIT_SHEETS = 200;

  /** Excel's limits. */
  static final int LONGEST_SHEET_NAME = 31;

  static final int LONGEST_TEXT = 32_767;
  static final int DIGITS = 15;

  private WorkbookForm() {}

  /**
   * The names of the units' sheets: their ids, and for an id that is no name of a sheet its
   * beginning and a number.
   */
  static List<String> sheetNames(List<UnitAnswers> units) {
    var taken = new HashSet<String>(Set.of("history"));
    units.stream().map(unit -> unit.unit().toLowerCase(Locale.ROOT)).forEach(taken::add);
    var names = new ArrayList<String>();
    var given = new HashSet<String>();
    for (var unit : units) {
      var id = unit.unit();
      var lower = id.toLowerCase(Locale.ROOT);
      if (id.length() <= LONGEST_SHEET_NAME && !lower.equals("history") && given.add(lower)) {
        names.add(id);
      } else {
        int number = 2;
        var begun = id.substring(0, Math.min(id.length(), LONGEST_SHEET_NAME - 4));
        while (!taken.add((begun + "~" + number).toLowerCase(Locale.ROOT))) {
          number++;
        }
        names.add(begun + "~" + number);
      }
    }
    return names;
  }

  /** Text as one cell can hold it. */
  static String text(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
