package thangdiem.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thangdiem.scoring.Policy;
import thangdiem.scoring.UnitAnswers;

/** A change of place is split into rules, unit and others, and nothing is lost or added. */
class RankChangesTest {

  private static final List<UnitAnswers> UNITS = GivenPublication.sample();
  private static final Policy OTHER_READING =
      Policy.DEFAULT.with("overall", "mean-of-section-percentages").with("bonusInTotal", "false");

  private static Edition edition(int year, List<UnitAnswers> units, Policy policy) {
    var bundle = GivenPublication.bundle(year, units, policy, Map.of());
    var row =
        new Published(
            String.valueOf(year),
            year,
            1,
            "Đợt " + year,
            "1/QĐ-UBND",
            LocalDate.of(year + 1, 2, 1),
            "x",
            "x",
            OffsetDateTime.parse("2017-01-01T00:00:00+07:00"),
            OffsetDateTime.parse("2017-01-01T00:00:00+07:00"));
    return EditionReader.read(row, () -> bundle);
  }

  private static void addsUp(Map<String, Split> splits, Edition before, Edition now) {
    splits.forEach((code, split) -> {
      int places =
          before.unit(code).orElseThrow().overall().inGroup()
              - now.unit(code).orElseThrow().overall().inGroup();
      assertThat(split.rules() + split.own() + split.others()).as(code).isEqualTo(places);
      assertThat(split.places()).as(code).isEqualTo(places);
    });
  }

  @Test
  void whereOnlyTheRulesChangedOnlyTheRulesMoveAnybody() {
    var before = edition(2111, UNITS, Policy.DEFAULT);
    var now = edition(2112, nextYear(UNITS), OTHER_READING);

    var splits = RankChanges.between(before, now);

    addsUp(splits, before, now);
    assertThat(splits).hasSize(UNITS.size());
    assertThat(splits.values()).anyMatch(split -> split.rules() != 0);
    assertThat(splits.values()).allMatch(split -> split.own() == 0 && split.others() == 0);
  }

  @Test
  void whereOnlyOneUnitChangedItMovesItselfAndTheOthersMoveTheRest() {
    var last = edition(2111, UNITS, Policy.DEFAULT).members(group()).getLast();
    var code = last.sheet().answers().unit();
    var best = edition(2111, UNITS, Policy.DEFAULT).members(group()).getFirst().sheet().answers();
    var before = edition(2111, UNITS, Policy.DEFAULT);
    var now =
        edition(
            2112,
            nextYear(
                GivenPublication.changed(
                    UNITS,
                    code,
                    unit ->
                        new UnitAnswers(
                            unit.unit(),
                            unit.name(),
                            unit.group(),
                            best.facts(),
                            best.previous(),
                            best.notApplicable(),
                            unit.deductions(),
                            unit.submittedAt(),
                            true))),
            Policy.DEFAULT);

    var splits = RankChanges.between(before, now);

    addsUp(splits, before, now);
    assertThat(splits.get(code).own()).isPositive();
    assertThat(splits.get(code).others()).isZero();
    assertThat(splits.values()).allMatch(split -> split.rules() == 0);
    splits.forEach((other, split) -> {
      if (!other.equals(code)) {
        assertThat(split.own()).as(other).isZero();
        assertThat(split.others()).as(other).isNotPositive();
      }
    });
  }

  @Test
  void aUnitThatIsNewIsNotCompared() {
    var before = edition(2111, UNITS.subList(1, UNITS.size()), Policy.DEFAULT);
    var now = edition(2112, nextYear(UNITS), Policy.DEFAULT);

    var splits = RankChanges.between(before, now);

    addsUp(splits, before, now);
    assertThat(splits).hasSize(UNITS.size() - 1).doesNotContainKey(UNITS.getFirst().unit());
  }

  private static thangdiem.criteria.OrgUnitGroup group() {
    return GivenPublication.law(2111).file().set().groups().getFirst();
  }

  /** The same facts a year later: days of the year move with it. */
  private static List<UnitAnswers> nextYear(List<UnitAnswers> units) {
    return units.stream()
        .map(unit -> {
          var facts = new java.util.LinkedHashMap<>(unit.facts());
          facts.replaceAll((_, fact) ->
              fact instanceof thangdiem.scoring.Fact.Day(var date)
                  ? new thangdiem.scoring.Fact.Day(date.plusYears(1))
                  : fact);
          return new UnitAnswers(
              unit.unit(),
              unit.name(),
              unit.group(),
              facts,
              unit.previous(),
              unit.notApplicable(),
              unit.deductions(),
              unit.submittedAt().map(at -> at.plusYears(1)),
              unit.reported());
        })
        .toList();
  }
}
