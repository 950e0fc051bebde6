package thangdiem.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaReader;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Policy;
import thangdiem.scoring.UnitAnswers;

/**
 * The criteria sets of the repository, and the second scorer's reports as the engine takes them.
 */
final class Law {

  static final CriteriaSet DECISION_1663 = read("hau-giang-ict/2017");

  /**
   * Rules within rules, in English and on a scale of 1: what no set under {@code criteria/} has.
   */
  static final String DIGITAL_ECONOMY =
      "../engine/src/test/resources/thangdiem/law/digital-economy";

  private Law() {}

  /** A criteria set under {@code criteria/}. */
  static CriteriaSet read(String ref) {
    var file = criteria().resolve(ref).resolve("criteria.yaml");
    try {
      return CriteriaReader.read(file.toString(), Files.readString(file), List.of()).set();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests run in the module or at the root. */
  private static Path criteria() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("criteria/hau-giang-ict"))) {
        return folder.resolve("criteria");
      }
    }
    throw new IllegalStateException(
        "no criteria/hau-giang-ict above " + Path.of("").toAbsolutePath());
  }

  static UnitAnswers answers(Decision1663.Report report) {
    return new UnitAnswers(
        report.unit(),
        "Đơn vị " + report.unit(),
        report.group(),
        facts(report.answers()),
        Map.of(),
        List.copyOf(report.notApplicable()),
        report.deductions().stream().map(Law::deduction).toList(),
        Optional.empty(),
        true);
  }

  private static Map<String, Fact> facts(Map<String, String> answers) {
    var facts = new HashMap<String, Fact>();
    answers.forEach(
        (id, typed) -> facts.put(id, fact(DECISION_1663.facts().get(id).type(), typed)));
    return facts;
  }

  private static Fact fact(FactType type, String typed) {
    if (typed.equals(Decision1663.THERE_IS_NONE)) {
      return new Fact.None();
    }
    return switch (type) {
      case COUNT, DECIMAL -> new Fact.Amount(Rational.of(typed));
      case BOOLEAN -> new Fact.YesNo(Boolean.parseBoolean(typed));
      case DATE -> new Fact.Day(LocalDate.parse(typed));
      case CHOICE -> new Fact.Chosen(typed);
      case TEXT -> new Fact.Words(typed);
    };
  }

  private static Deduction deduction(Decision1663.Deduction deduction) {
    return new Deduction(
        "wrong-figures",
        Optional.of(Points.of(deduction.points())),
        deduction.decided() ? Optional.of("12/QĐ-HĐ") : Optional.empty(),
        "Kết quả kiểm tra thực tế không đúng với số liệu báo cáo");
  }

  static Policy policy(Decision1663.Readings readings) {
    return Policy.DEFAULT
        .with("rounding", named(readings.rounding()))
        .with("bonusInTotal", String.valueOf(readings.bonusInTotal()))
        .with("notApplicable", named(readings.whenNotApplicable()))
        .with(
            "zeroDenominator",
            readings.zeroDenominatorIsNotApplicable() ? "not-applicable" : "zero")
        .with("ratioCap", readings.ratiosAreCapped() ? "1" : "none")
        .with("overall", named(readings.overall()));
  }

  private static String named(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
