package thangdiem.orgunit;

import java.util.EnumSet;
import java.util.Set;

/** The ways to change one unit, each with a form of its own (việc sửa một đơn vị). */
public enum UnitStep {
  ADD("new", EnumSet.complementOf(EnumSet.of(UnitField.SINCE, UnitField.DOCUMENT))),
  /** Corrects what was entered wrongly: no former name is kept. */
  CORRECT(
      "change",
      EnumSet.of(
          UnitField.NAME,
          UnitField.OFFICIAL_NAME,
          UnitField.KIND,
          UnitField.PARENT,
          UnitField.GROUP,
          UnitField.VERTICAL,
          UnitField.PORTAL,
          UnitField.ORDINAL,
          UnitField.FROM,
          UnitField.TO,
          UnitField.VERSION)),
  RENAME(
      "name",
      EnumSet.of(
          UnitField.NAME,
          UnitField.OFFICIAL_NAME,
          UnitField.SINCE,
          UnitField.DOCUMENT,
          UnitField.VERSION)),
  MOVE(
      "parent",
      EnumSet.of(UnitField.PARENT, UnitField.SINCE, UnitField.DOCUMENT, UnitField.VERSION));

  private final String path;
  private final Set<UnitField> fields;

  UnitStep(String path, Set<UnitField> fields) {
    this.path = path;
    this.fields = fields;
  }

  /** The last part of its address. */
  public String path() {
    return path;
  }

  /** What it asks for; anything else that a request carries is not read. */
  Set<UnitField> fields() {
    return fields;
  }

  boolean dated() {
    return fields.contains(UnitField.SINCE);
  }
}
