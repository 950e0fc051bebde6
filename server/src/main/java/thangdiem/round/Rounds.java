package thangdiem.round;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Sha256;
import thangdiem.orgunit.OrgUnit;
import thangdiem.orgunit.OrgUnits;
import thangdiem.scoring.Policy;
import thangdiem.words.Sentence;

/** The rounds of the installation, and their way through the phases (các đợt đánh giá). */
@Component
public class Rounds {

  /** The kind of deduction that a tolerance is set for, as criteria sets name it. */
  public static final String WRONG_FIGURES = "wrong-figures";

  private final RoundTable table;
  private final RoundUnitTable participants;
  private final CalendarTable calendars;
  private final DeductionTable deductions;
  private final SpecialDayTable days;
  private final Editions editions;
  private final Readiness readiness;
  private final Results results;
  private final OrgUnits units;
  private final Acts acts;

  Rounds(
      RoundTable table,
      RoundUnitTable participants,
      CalendarTable calendars,
      DeductionTable deductions,
      SpecialDayTable days,
      Editions editions,
      Readiness readiness,
      Results results,
      OrgUnits units,
      Acts acts) {
    this.table = table;
    this.participants = participants;
    this.calendars = calendars;
    this.deductions = deductions;
    this.days = days;
    this.editions = editions;
    this.readiness = readiness;
    this.results = results;
    this.units = units;
    this.acts = acts;
  }

  public List<Round> all() {
    return table.all();
  }

  /**
   * The round of that key, such as "2017".
   *
   * @throws NotFound when there is none
   */
  public Round named(String key) {
    return table.byKey(key).orElseThrow(() -> new NotFound("round " + key));
  }

  /** What a round is judged by. */
  public CriteriaSet criteria(Round round) {
    return source(round).file().set();
  }

  /** The text of that, as the round keeps it. */
  public CriteriaSource source(Round round) {
    return editions.source(round.criteriaSha256(), () -> table.criteriaYaml(round.id()));
  }

  public RoundCalendar calendar(Round round) {
    return calendars.calendar(round.id());
  }

  public List<RoundUnit> units(Round round) {
    return participants.units(round.id());
  }

  /** What each kind of deduction takes off; absent: recorded, without effect (Đ6.4). */
  public Map<String, Optional<Points>> deductions(Round round) {
    return deductions.amounts(round.id());
  }

  /**
   * How far a figure may be off before something is deducted for it, in per cent of what was
   * claimed (dung sai, A-4).
   */
  public Rational tolerance(Round round) {
    return deductions.tolerance(round.id());
  }

  /** Which days are worked, for terms that are counted in them. */
  public WorkingDays workingDays() {
    return days.workingDays();
  }

  /** The time of decisions. */
  public OffsetDateTime now() {
    return calendars.now();
  }

  /** Begins a round as a draft, with everything proposed that can be. */
  public Round draft(Actor actor, int year, boolean rehearsal, CriteriaSource source) {
    var set = source.file().set();
    var round =
        new Round(
            UUID.randomUUID(),
            year,
            rehearsal,
            set.name() + " " + year,
            set.id(),
            sha256(source),
            Policy.DEFAULT,
            Phase.DRAFT,
            Optional.empty(),
            1);
    try {
      return acts.perform(
          actor,
          Act.ROUND_DRAFTED,
          Subject.round(round.id()),
          event -> {
            event.with("year", year).with("criteria", set.id()).with("rehearsal", rehearsal);
            table.add(round, source.file().text());
            calendars.setCalendar(
                round.id(), RoundCalendar.proposed(set, year, days.workingDays()));
            var amounts = new LinkedHashMap<String, Optional<Points>>();
            set.deductions().forEach(kind -> amounts.put(kind.kind(), kind.points()));
            deductions.set(round.id(), amounts);
            participants.set(round.id(), proposedUnits(set, year));
            return round;
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("round.exists", round.key());
    }
  }

  /** Every unit that exists at the end of the year and stands in a group of the set. */
  private List<OrgUnit> proposedUnits(CriteriaSet set, int year) {
    var end = LocalDate.of(year, 12, 31);
    return units.all().stream()
        .filter(unit -> unit.rankingGroup().flatMap(set::group).isPresent())
        .filter(unit -> unit.existsOn(end))
        .toList();
  }

  /**
   * Moves the round to another phase. Only its council adopts a round ({@link #adopted}), and only
   * a decision publishes one that counts ({@link #published}).
   *
   * @throws Refusal when no step leads there, or what the step needs is missing
   */
  public void moveTo(Actor actor, Round round, Phase to) {
    if (!round.phase().leadsTo(to)) {
      throw new Refusal(
          "phase.noStep", Sentence.of("phase." + round.phase()), Sentence.of("phase." + to));
    }
    if (to == Phase.ADOPTED) {
      throw new Refusal("phase.byCouncil");
    }
    if (to == Phase.PUBLISHED && !round.rehearsal()) {
      throw new Refusal("phase.byDecision");
    }
    acts.run(
        actor,
        Act.ROUND_PHASE_CHANGED,
        Subject.round(round.id()),
        event -> {
          var missing = missing(round, to);
          if (!missing.isEmpty()) {
            throw missing.size() == 1
                ? new Refusal("round.notReadyOne", missing.getFirst())
                : new Refusal("round.notReady", missing.getFirst(), missing.size() - 1);
          }
          event.with("from", round.phase()).with("to", to);
          if (!table.setPhase(round, to)) {
            throw new Refusal("round.changedMeanwhile");
          }
          if (round.rehearsal() && to == Phase.PUBLISHED) {
            event.with("results", results.keep(round));
          }
        });
  }

  /** Moves the round on within the act by which its council adopts it. */
  public void adopted(Round round) {
    if (!table.setPhase(round, Phase.ADOPTED)) {
      throw new Refusal("round.changedMeanwhile");
    }
  }

  /** Moves the round on within the act by which its first version is published. */
  public void published(Round round) {
    if (!table.setPhase(round, Phase.PUBLISHED)) {
      throw new Refusal("round.changedMeanwhile");
    }
  }

  /** The settings by which the round counts, its own deadline among them. */
  public Policy policy(Round round) {
    return calendar(round).inForce(round.policy(), criteria(round));
  }

  /** What a step still lacks, every bit of it; empty when it may be taken. */
  List<Sentence> missing(Round round, Phase to) {
    return switch (to) {
      case OPEN -> readiness.missingToOpen(round, source(round));
      case VERIFYING -> readiness.missingToClose(round);
      case DRAFT, EXPLAINING, COUNCIL, ADOPTED, PUBLISHED -> readiness.missingElsewhere(round, to);
    };
  }

  static String sha256(CriteriaSource source) {
    return Sha256.of(source.file().text().getBytes(StandardCharsets.UTF_8));
  }
}
