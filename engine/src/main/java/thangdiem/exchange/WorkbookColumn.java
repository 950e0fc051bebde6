package thangdiem.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column that the workbook of answers is read by (cột của biểu mẫu): its title, and other titles
 * under which it is known too.
 */
enum WorkbookColumn {
  CODE("Mã", "code"),
  DECLARED("Số liệu kê khai", "declared"),
  UNIT("Mã đơn vị", "unit"),
  NAME("Tên đơn vị", "name"),
  GROUP("Nhóm", "group"),
  SHEET("Trang", "sheet"),
  REPORTED("Có báo cáo", "reported"),
  SENT("Thời điểm gửi", "submittedAt"),
  CRITERION("Tiêu chí", "criterion"),
  KIND("Trường hợp", "kind"),
  POINTS("Số điểm", "points"),
  DECISION("Số văn bản quyết định", "decision"),
  REASON("Lý do", "reason"),
  /** Officials number their lists and write notes beside them: neither is read. */
  NUMBER("STT", "TT"),
  NOTE("Ghi chú", "note");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");

  private static final Map<String, WorkbookColumn> BY_TITLE = byTitle();

  private final String title;
  private final String key;

  WorkbookColumn(String title, String key) {
    this.title = title;
    this.key = key;
  }

  /** As it stands in the header. */
  String title() {
    return title;
  }

  /** The column of that title, however it is spaced and in whatever case. */
  static Optional<WorkbookColumn> of(String title) {
    return Optional.ofNullable(BY_TITLE.get(folded(title)));
  }

  private static Map<String, WorkbookColumn> byTitle() {
    var known = new HashMap<String, WorkbookColumn>();
    for (var column : values()) {
      known.putIfAbsent(folded(column.title), column);
      known.putIfAbsent(folded(column.key), column);
    }
    return known;
  }

  /** A title or a word as it is compared. */
  static String folded(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
