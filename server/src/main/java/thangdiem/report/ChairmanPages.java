package thangdiem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;
import thangdiem.deduction.Deductions;
import thangdiem.ranking.Standing;
import thangdiem.round.Embargo;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundCalendar;
import thangdiem.round.Rounds;
import thangdiem.scoring.Flag;
import thangdiem.scoring.ScoreLine;
import thangdiem.verification.VerifiedUnit;
import thangdiem.words.VietnamTime;

/** Prepares the chairman's one glance out of what every module knows. */
@Component
class ChairmanPages {

  private static final int MOST_MOVED = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Rounds rounds;
  private final Outcomes outcomes;
  private final Deductions deductions;
  private final JudgeTable judges;
  private final Embargo embargo;

  ChairmanPages(
      Rounds rounds, Outcomes outcomes, Deductions deductions, JudgeTable judges, Embargo embargo) {
    this.rounds = rounds;
    this.outcomes = outcomes;
    this.deductions = deductions;
    this.judges = judges;
    this.embargo = embargo;
  }

  ChairmanPage of(Actor reader, Round round) {
    var set = rounds.criteria(round);
    var now = rounds.now();
    boolean begun = round.phase().compareTo(Phase.VERIFYING) >= 0;
    var outcome = begun ? Optional.of(outcomes.of(round)) : Optional.<Outcome>empty();
    var units = outcome.map(Outcome::units).orElse(List.of());
    var standings = outcome.map(one -> one.standings().units()).orElse(List.of());
    var all = begun ? units.stream().map(VerifiedUnit::unit).toList() : rounds.units(round);
    return new ChairmanPage(
        round,
        embargo.phases(reader).apply(round),
        set,
        now,
        next(rounds.calendar(round), now),
        (int) all.stream().filter(unit -> unit.submittedAt().isPresent()).count(),
        all.size(),
        units.stream().mapToInt(ChairmanPages::judged).sum(),
        (int) units.stream().flatMap(ChairmanPages::toJudge).count(),
        units.stream().mapToInt(unit -> unheard(unit, now)).sum(),
        deductions.of(round, reader),
        spreads(set, standings),
        near(set, units, standings),
        moved(units),
        disputed(units),
        judges.recused(round.id()));
  }

  private static Optional<ChairmanPage.Next> next(RoundCalendar calendar, OffsetDateTime now) {
    return calendar.instants().entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(now))
        .min(java.util.Map.Entry.comparingByValue())
        .map(entry ->
            new ChairmanPage.Next(
                entry.getKey(),
                entry.getValue(),
                ChronoUnit.DAYS.between(day(now), day(entry.getValue()))));
  }

  private static java.time.LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  private static Stream<String> toJudge(VerifiedUnit unit) {
    return unit.claimed().reported()
        ? unit.claimedScore().lines().stream()
            .filter(ScoreLine::counts)
            .map(line -> line.criterion().code())
        : Stream.empty();
  }

  private static int judged(VerifiedUnit unit) {
    var judged = unit.judged();
    return judged.isEmpty() ? 0 : (int) toJudge(unit).filter(judged::contains).count();
  }

  /** What the unit may still answer, and what it answered that nobody has settled. */
  private static int unheard(VerifiedUnit unit, OffsetDateTime now) {
    return (int)
        unit.hearings().stream()
            .filter(heard -> heard.isOpen(now) || heard.awaitsOutcome())
            .count();
  }

  private static List<ChairmanPage.Spread> spreads(CriteriaSet set, List<Standing> standings) {
    var spreads = new ArrayList<ChairmanPage.Spread>();
    for (var group : set.groups()) {
      var members =
          standings.stream()
              .filter(unit -> unit.sheet().answers().group().equals(group.id()))
              .toList();
      if (members.isEmpty()) {
        continue;
      }
      var shares = new ArrayList<ChairmanPage.Share>();
      int before = 0;
      for (var grade : set.grades().highestFirst()) {
        int count =
            (int) members.stream().filter(unit -> unit.sheet().grade().equals(grade)).count();
        shares.add(
            new ChairmanPage.Share(
                grade,
                set.grades().highestFirst().indexOf(grade),
                count,
                percent(before, members.size()),
                percent(count, members.size())));
        before += count;
      }
      spreads.add(new ChairmanPage.Spread(group, List.copyOf(shares), members.size()));
    }
    return spreads;
  }

  private static String percent(int part, int whole) {
    return BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
        + "%";
  }

  private static List<ChairmanPage.Near> near(
      CriteriaSet set, List<VerifiedUnit> units, List<Standing> standings) {
    var near = new ArrayList<ChairmanPage.Near>();
    for (int i = 0; i < standings.size(); i++) {
      var sheet = standings.get(i).sheet();
      if (sheet.flags().contains(Flag.NEAR_BOUNDARY)) {
        var unit = units.get(i).unit();
        nearest(set, sheet.total())
            .ifPresent(floor -> {
              boolean above = sheet.total().compareTo(floor) >= 0;
              near.add(
                  new ChairmanPage.Near(
                      unit.code(),
                      unit.name(),
                      sheet.total(),
                      sheet.grade(),
                      floor,
                      above ? sheet.total().minus(floor) : floor.minus(sheet.total()),
                      above));
            });
      }
    }
    near.sort(Comparator.comparing(ChairmanPage.Near::away));
    return near;
  }

  private static Optional<Points> nearest(CriteriaSet set, Points total) {
    return set.grades().highestFirst().stream()
        .map(Grade::floor)
        .flatMap(Optional::stream)
        .min(
            Comparator.comparing(
                floor -> total.compareTo(floor) >= 0 ? total.minus(floor) : floor.minus(total)));
  }

  private static List<ChairmanPage.Moved> moved(List<VerifiedUnit> units) {
    return units.stream()
        .filter(unit -> !unit.claimedScore().total().equals(unit.verifiedScore().total()))
        .map(unit -> {
          var claimed = unit.claimedScore().total();
          var verified = unit.verifiedScore().total();
          return new ChairmanPage.Moved(
              unit.unit().code(),
              unit.unit().name(),
              claimed,
              verified,
              claimed.compareTo(verified) >= 0 ? claimed.minus(verified) : verified.minus(claimed));
        })
        .sorted(Comparator.comparing(ChairmanPage.Moved::difference).reversed())
        .limit(MOST_MOVED)
        .toList();
  }

  private static List<ChairmanPage.Disputed> disputed(List<VerifiedUnit> units) {
    return units.stream()
        .flatMap(unit ->
            unit.disputed().stream()
                .map(code ->
                    new ChairmanPage.Disputed(unit.unit().code(), unit.unit().name(), code)))
        .toList();
  }
}
