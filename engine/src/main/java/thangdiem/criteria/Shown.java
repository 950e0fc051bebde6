package thangdiem.criteria;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import thangdiem.words.Sentence;

/** How the linter writes numbers, facts and unit groups. */
final class Shown {

  private static final int DECIMALS = 4;

  private Shown() {}

  static BigDecimal number(Rational number) {
    var decimal = number.toDecimal(DECIMALS).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  static BigDecimal points(Points points) {
    return number(points.value());
  }

  static Sentence percent(Rational number) {
    return Sentence.of("linter.percent", number(number.times(Rational.of(100))));
  }

  /** «Số máy tính đang sử dụng» (computers). */
  static Sentence fact(FactDefinition fact) {
    return Sentence.of("linter.fact", fact.label(), fact.id());
  }

  static String codes(Collection<String> codes) {
    return String.join(", ", codes);
  }

  /** Which unit groups something is true of; nothing when it is true of all. */
  static Sentence groups(CriteriaSet set, List<String> groups) {
    if (groups.size() == set.groups().size()) {
      return Sentence.of("linter.everyGroup");
    }
    var names = set.groups().stream().filter(group -> groups.contains(group.id())).map(group -> "«" + group.name() + "»");
    return Sentence.of("linter.forGroups", names.collect(Collectors.joining(", ")));
  }
}
