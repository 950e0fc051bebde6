package thangdiem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.UnitsReader;
import thangdiem.exchange.TextFile;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/** The units of {@code --units FILE} (danh mục đơn vị). */
final class ListedUnits {

  private static final int MEGABYTES = 8;

  private ListedUnits() {}

  static Optional<List<ListedUnit>> read(Optional<String> file, CriteriaSet set) {
    return file.map(name ->
        known(name, UnitsReader.read(name, TextFile.text(TextFile.path(name), MEGABYTES)), set));
  }

  private static List<ListedUnit> known(String name, List<ListedUnit> units, CriteriaSet set) {
    var mistakes = new ArrayList<Mistake>();
    for (var unit : units) {
      if (set.group(unit.group()).isEmpty()) {
        mistakes.add(
            Mistake.at(
                name,
                "answers.unknownGroup",
                unit.group(),
                set.groups().stream().map(OrgUnitGroup::id).toList()));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes);
    }
    return units;
  }
}
