package thangdiem.orgunit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.words.Words;

/** A unit as texts, as it is typed into a form or a sheet (phiếu nhập đơn vị). */
public record UnitForm(Map<UnitField, String> texts) {

  static final String YES = "true";
  static final String NO = "false";

  public String text(UnitField field) {
    return Optional.ofNullable(texts.get(field)).orElse("");
  }

  /** With what was typed in those fields; a box that is not ticked is not sent. */
  UnitForm with(Map<String, String> typed, Set<UnitField> fields) {
    var all = new EnumMap<UnitField, String>(UnitField.class);
    all.putAll(texts);
    for (var field : fields) {
      all.put(
          field,
          field == UnitField.VERTICAL
              ? (typed.containsKey(field.key()) ? YES : NO)
              : Typed.text(Optional.ofNullable(typed.get(field.key())).orElse("")));
    }
    return new UnitForm(all);
  }

  UnitForm with(UnitField field, String text) {
    var all = new EnumMap<UnitField, String>(UnitField.class);
    all.putAll(texts);
    all.put(field, text);
    return new UnitForm(all);
  }

  static UnitForm of(OrgUnit unit, UnitIndex index) {
    var texts = new EnumMap<UnitField, String>(UnitField.class);
    texts.put(UnitField.CODE, unit.code());
    texts.put(UnitField.NAME, unit.name());
    texts.put(UnitField.OFFICIAL_NAME, unit.officialName());
    texts.put(UnitField.KIND, unit.kind().text());
    texts.put(UnitField.PARENT, unit.parent().map(index::code).orElse(""));
    texts.put(UnitField.GROUP, unit.rankingGroup().orElse(""));
    texts.put(UnitField.VERTICAL, unit.vertical() ? YES : NO);
    texts.put(UnitField.PORTAL, unit.portal().orElse(""));
    texts.put(UnitField.ORDINAL, Integer.toString(unit.ordinal()));
    texts.put(UnitField.FROM, unit.validFrom().map(Words::date).orElse(""));
    texts.put(UnitField.TO, unit.validTo().map(Words::date).orElse(""));
    texts.put(UnitField.VERSION, Integer.toString(unit.version()));
    return new UnitForm(texts);
  }

  /** The empty form for a unit below that one. */
  static UnitForm below(OrgUnit above) {
    var kind = above.kind() == OrgUnit.Kind.PROVINCE ? OrgUnit.Kind.AGENCY : OrgUnit.Kind.SUB_UNIT;
    return new UnitForm(
        Map.of(
            UnitField.KIND, kind.text(), UnitField.PARENT, above.code(), UnitField.VERTICAL, NO));
  }
}
