package thangdiem.orgunit;

import java.util.Map;
import thangdiem.words.Words;

/** A unit as it is typed into the form or a sheet (phiếu nhập đơn vị). */
public record UnitForm(
    String code,
    String kind,
    String name,
    String officialName,
    String parent,
    String group,
    boolean vertical,
    String portal,
    String ordinal,
    String from,
    String version) {

  static UnitForm of(Map<String, String> typed) {
    return new UnitForm(
        text(typed, "code"),
        text(typed, "kind"),
        text(typed, "name"),
        text(typed, "officialName"),
        text(typed, "parent"),
        text(typed, "group"),
        typed.containsKey("vertical"),
        text(typed, "portal"),
        text(typed, "ordinal"),
        text(typed, "from"),
        text(typed, "version"));
  }

  private static String text(Map<String, String> typed, String field) {
    return Typed.text(typed.getOrDefault(field, ""));
  }

  static UnitForm of(OrgUnit unit, UnitIndex index) {
    return new UnitForm(
        unit.code(),
        unit.kind().text(),
        unit.name(),
        unit.officialName(),
        unit.parent().map(index::code).orElse(""),
        unit.rankingGroup().orElse(""),
        unit.vertical(),
        unit.portal().orElse(""),
        Integer.toString(unit.ordinal()),
        unit.validFrom().map(Words::date).orElse(""),
        Integer.toString(unit.version()));
  }

  /** The empty form for a unit below that one. */
  static UnitForm below(OrgUnit above) {
    var kind = above.kind() == OrgUnit.Kind.PROVINCE ? OrgUnit.Kind.AGENCY : OrgUnit.Kind.SUB_UNIT;
    return new UnitForm("", kind.text(), "", "", above.code(), "", false, "", "", "", "");
  }
}
