package thangdiem.exchange;

/** The names of sheets and columns that the workbook of answers is written and read by (biểu mẫu kê khai). They are part of the format. */
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

  static final String CODE = "Mã";
  static final String DECLARED = "Số liệu kê khai";
  static final String UNIT_ID = "Mã đơn vị";

  static final String YES = "Có";
  static final String NO = "Không";
  static final String NONE = "Không có";

  /** Keys of the sheet «Thông tin». */
  static final String CRITERIA_KEY = "Bộ tiêu chí";

  static final String YEAR_KEY = "Năm";
  static final String NOTE_KEY = "Ghi chú";
  static final String NOT_HELD_KEY = "Phần không tổ chức";

  /** Units up to which each has a sheet of its own. */
  static final int MOST_UNIT_SHEETS = 200;

  /** Excel's limit for the name of a sheet. */
  static final int LONGEST_SHEET_NAME = 31;

  private WorkbookForm() {}
}
