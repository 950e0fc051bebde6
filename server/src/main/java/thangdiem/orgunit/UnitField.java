package thangdiem.orgunit;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is known of a unit (mục thông tin), under one name in forms, sheets, messages and the
 * ledger.
 */
public enum UnitField {
  CODE("code"),
  NAME("name"),
  OFFICIAL_NAME("officialName"),
  KIND("kind"),
  PARENT("parent"),
  GROUP("group"),
  VERTICAL("vertical"),
  PORTAL("portal"),
  ORDINAL("ordinal"),
  FROM("from"),
  TO("to"),
  /** From which day a new name or a new parent holds. */
  SINCE("since"),
  /** The document that says so. */
  DOCUMENT("document"),
  VERSION("version");

  /** What can be other before and after a change. */
  static final Set<UnitField> COMPARED = EnumSet.range(NAME, TO);

  private final String key;

  UnitField(String key) {
    this.key = key;
  }

  /** As forms, message keys and events write it. */
  public String key() {
    return key;
  }
}
