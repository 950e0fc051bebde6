package thangdiem.orgunit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import thangdiem.exchange.TextTable;
import thangdiem.words.Words;

/**
 * The units as a workbook that people edit and bring back (bảng đơn vị): a row each, in Vietnamese
 * whatever the reader's language, because it goes from agency to agency.
 */
final class UnitSheet {

  static final int MOST_UNITS = 20_000;

  private static final Words WORDS = Words.VIETNAMESE;
  private static final List<String> YES_NO = List.of(say("unit.yes"), say("unit.no"));
  private static final Map<UnitField, Integer> WIDTHS = widths();

  private UnitSheet() {}

  private static Map<UnitField, Integer> widths() {
    var widths = new EnumMap<UnitField, Integer>(UnitField.class);
    for (var field : UnitField.values()) {
      widths.put(
          field,
          switch (field) {
            case NAME -> 34;
            case OFFICIAL_NAME -> 44;
            case CODE, PARENT, GROUP, PORTAL, KIND -> 24;
            case DOCUMENT -> 22;
            case FROM, TO, SINCE -> 13;
            case VERTICAL, ORDINAL, VERSION -> 10;
          });
    }
    return widths;
  }

  /** The title of a field's column. */
  static String title(UnitField field) {
    return say("unit.field." + field.key());
  }

  /** The columns in their order. */
  static List<TextTable.Column> columns(List<RankingGroup> groups) {
    return Stream.of(UnitField.values()).map(field -> column(field, groups)).toList();
  }

  private static TextTable.Column column(UnitField field, List<RankingGroup> groups) {
    int width = WIDTHS.getOrDefault(field, 0);
    return switch (field) {
      case FROM, TO, SINCE -> TextTable.Column.ofDays(title(field), width);
      case KIND ->
          TextTable.Column.of(
              title(field),
              width,
              Stream.of(OrgUnit.Kind.AGENCY, OrgUnit.Kind.SUB_UNIT, OrgUnit.Kind.COMMUNE)
                  .map(kind -> say("unit.kind." + kind.text()))
                  .toList());
      case GROUP ->
          TextTable.Column.of(
              title(field), width, groups.stream().map(RankingGroup::shortName).toList());
      case VERTICAL -> TextTable.Column.of(title(field), width, YES_NO);
      case CODE, NAME, OFFICIAL_NAME, PARENT, PORTAL, ORDINAL, DOCUMENT, VERSION ->
          TextTable.Column.of(title(field), width);
    };
  }

  /** The workbook of all units: the province first, each unit below what it belongs to. */
  static byte[] write(UnitRegister register) {
    var labels = register.labels();
    var rows = new ArrayList<List<String>>();
    for (var unit : inTreeOrder(register.index())) {
      var form = UnitForm.of(unit, register.index());
      rows.add(
          Stream.of(UnitField.values())
              .map(field ->
                  field == UnitField.PARENT
                      ? form.text(field)
                      : labels.of(WORDS, field, form.text(field)))
              .toList());
    }
    return TextTable.write(
        say("unit.sheet"),
        say("unit.sheet.title"),
        WORDS.say("unit.sheet.remark", register.today()),
        columns(register.groups()),
        rows);
  }

  private static List<OrgUnit> inTreeOrder(UnitIndex index) {
    var ordered = new ArrayList<OrgUnit>();
    index.all().stream()
        .filter(unit -> unit.parent().isEmpty())
        .forEach(top -> {
          ordered.add(top);
          ordered.addAll(index.allBelow(top.id()));
        });
    return ordered;
  }

  private static String say(String key) {
    return WORDS.say(key);
  }
}
