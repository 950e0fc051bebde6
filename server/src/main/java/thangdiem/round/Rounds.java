package thangdiem.round;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collection;
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
import thangdiem.criteria.Finding;
import thangdiem.criteria.Linter;
import thangdiem.criteria.Points;
import thangdiem.exchange.CriteriaSource;
import thangdiem.exchange.Sha256;
import thangdiem.orgunit.OrgUnit;
import thangdiem.scoring.Policy;
import thangdiem.words.Sentence;

/** The rounds of the installation, and what may be done with them (các đợt đánh giá). */
@Component
public class Rounds {

  private final RoundTable table;
  private final Editions editions;
  private final Acts acts;

  Rounds(RoundTable table, Editions editions, Acts acts) {
    this.table = table;
    this.editions = editions;
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
    return editions.set(round.criteriaSha256(), table.criteriaYaml(round.id()));
  }

  public RoundCalendar calendar(Round round) {
    return table.calendar(round.id());
  }

  public List<RoundUnit> units(Round round) {
    return table.units(round.id());
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
            table.setCalendar(round.id(), RoundCalendar.proposed(set, year, table.workingDays()));
            var none = new java.util.LinkedHashMap<String, Optional<Points>>();
            set.deductions().forEach(kind -> none.put(kind.kind(), kind.points()));
            table.setDeductions(round.id(), none);
            return round;
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("round.exists", round.key());
    }
  }

  /** Sets the criteria set and the policy. */
  public void setRules(Actor actor, Round round, CriteriaSource source, Policy policy) {
    requireDraft(round);
    acts.run(
        actor,
        Act.ROUND_RULES_SET,
        Subject.round(round.id()),
        event -> {
          var text = source.file().text();
          event.with("criteria", source.file().set().id()).with("sha256", sha256(source));
          policy.settings().forEach((key, value) -> event.with("policy." + key, value));
          unchanged(table.setRules(round, source.file().set().id(), text, sha256(source), policy));
        });
  }

  /** Changes the policy and keeps the criteria set. */
  public void setPolicy(Actor actor, Round round, Policy policy) {
    setRules(actor, round, source(round), policy);
  }

  CriteriaSource source(Round round) {
    return editions.source(round.criteriaSha256(), table.criteriaYaml(round.id()));
  }

  public void setUnits(Actor actor, Round round, Collection<OrgUnit> units) {
    requireDraft(round);
    acts.run(
        actor,
        Act.ROUND_UNITS_SET,
        Subject.round(round.id()),
        event -> {
          event.with(
              "units", String.join(" ", units.stream().map(OrgUnit::code).sorted().toList()));
          table.setUnits(round.id(), units);
        });
  }

  public void setCalendar(Actor actor, Round round, RoundCalendar calendar) {
    requireDraft(round);
    acts.run(
        actor,
        Act.ROUND_CALENDAR_SET,
        Subject.round(round.id()),
        event -> {
          calendar.instants().forEach((milestone, at) -> event.with(milestone.name(), at));
          table.setCalendar(round.id(), calendar);
        });
  }

  public void setDeductions(Actor actor, Round round, Map<String, Optional<Points>> amounts) {
    requireDraft(round);
    acts.run(
        actor,
        Act.ROUND_DEDUCTIONS_SET,
        Subject.round(round.id()),
        event -> {
          amounts.forEach(
              (kind, points) -> event.with(kind, points.map(Points::toString).orElse("")));
          table.setDeductions(round.id(), amounts);
        });
  }

  /**
   * Moves the round to its next phase.
   *
   * @throws Refusal when no step leads there, or what the step needs is missing
   */
  public void moveTo(Actor actor, Round round, Phase to) {
    if (!round.phase().leadsTo(to)) {
      throw new Refusal(
          "phase.noStep", Sentence.of("phase." + round.phase()), Sentence.of("phase." + to));
    }
    acts.run(
        actor,
        Act.ROUND_PHASE_CHANGED,
        Subject.round(round.id()),
        event -> {
          if (to == Phase.OPEN) {
            var missing = missingToOpen(round);
            if (!missing.isEmpty()) {
              throw new Refusal("round.notReady", missing.getFirst());
            }
          }
          event.with("from", round.phase()).with("to", to);
          unchanged(table.setPhase(round, to));
        });
  }

  /** What a draft still lacks before it can open; empty when nothing. */
  List<Sentence> missingToOpen(Round round) {
    var missing = new java.util.ArrayList<Sentence>();
    var errors =
        Linter.findings(source(round).file()).stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .count();
    if (errors > 0) {
      missing.add(Sentence.of("round.lintErrors", errors));
    }
    if (table.units(round.id()).isEmpty()) {
      missing.add(Sentence.of("round.noUnits"));
    }
    missing.addAll(table.calendar(round.id()).contradictions());
    return missing;
  }

  /** Gives one unit more time. */
  public void extend(
      Actor actor,
      Round round,
      RoundUnit unit,
      OffsetDateTime until,
      String reason,
      String document) {
    if (!round.phase().takesAnswers()) {
      throw new Refusal("extension.notOpen");
    }
    var now = table.now();
    acts.run(
        actor,
        Act.EXTENSION_GRANTED,
        Subject.round(round.id()).of(unit.unit()),
        event -> {
          event.with("until", until).with("document", document).personally("reason", reason);
          table.extend(
              round.id(),
              new Extension(unit.unit(), unit.name(), until, reason, document, now),
              actor.account());
        });
  }

  public List<Extension> extensions(Round round) {
    return table.extensions(round.id());
  }

  /** The first instant at which this unit is late: its extension, or the round's deadline. */
  public static OffsetDateTime deadlineOf(
      UUID unit, RoundCalendar calendar, List<Extension> extensions) {
    return extensions.stream()
        .filter(extension -> extension.unit().equals(unit))
        .map(Extension::until)
        .max(OffsetDateTime::compareTo)
        .filter(until -> until.isAfter(calendar.deadline()))
        .orElseGet(calendar::deadline);
  }

  private static void requireDraft(Round round) {
    if (round.phase() != Phase.DRAFT) {
      throw new Refusal("round.frozen");
    }
  }

  private static void unchanged(boolean applied) {
    if (!applied) {
      throw new Refusal("round.changedMeanwhile");
    }
  }

  private static String sha256(CriteriaSource source) {
    return Sha256.of(source.file().text().getBytes(StandardCharsets.UTF_8));
  }
}
