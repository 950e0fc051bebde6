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

/**
 * The units of {@code --units FILE} (danh mục đơn vị).
 *
 * @param text the file to the letter, as a bundle carries it
 */
record ListedUnits(String text, List<ListedUnit> units) {

  private static final int MEGABYTES = 8;

  static Optional<ListedUnits> read(Optional<String> file, CriteriaSet set) {
    return file.map(name -> {
      var text = TextFile.text(TextFile.path(name), MEGABYTES);
      return new ListedUnits(text, known(name, UnitsReader.read(name, text), set));
    });
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
