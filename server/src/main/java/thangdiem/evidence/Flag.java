package thangdiem.evidence;

/** What is unusual in a document (dấu hiệu cần để ý): it is kept, and its readers are told. */
public enum Flag {
  /** A script that a PDF viewer may run. */
  SCRIPT,
  /** Asks to start another program. */
  LAUNCH,
  /** A form that draws itself: what one sees depends on the viewer. */
  XFA,
  /** Other files inside. */
  ATTACHMENT,
  /** Values that stand in another workbook. */
  LINKED_WORKBOOK
}
