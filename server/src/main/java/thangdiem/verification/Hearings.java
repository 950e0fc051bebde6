package thangdiem.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.audit.Subject;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.Fact;
import thangdiem.submission.Frozen;

/**
 * Units are heard before the council decides (giải trình, C-6): they are told what was found
 * otherwise, they agree or explain, and what came of it is said with its reason.
 */
@Component
public class Hearings {

  private final DivisionTable division;
  private final FindingTable findings;
  private final HearingTable table;
  private final Acts acts;

  Hearings(DivisionTable division, FindingTable findings, HearingTable table, Acts acts) {
    this.division = division;
    this.findings = findings;
    this.table = table;
    this.acts = acts;
  }

  /** Something of which a unit is to be told, for the how-manieth time. */
  record Due(Finding finding, int turn) {}

  /** Of which differences a unit is still to be told. */
  static List<Due> due(VerifiedUnit unit, HearingRule rule) {
    var due = new ArrayList<Due>();
    for (var code : unit.findings().stream().map(Finding::code).distinct().toList()) {
      unit.standing(code)
          .filter(finding -> !finding.verdict().agrees() && !unit.isDisputed(code))
          .ifPresent(finding ->
              turn(unit, finding, rule).ifPresent(turn -> due.add(new Due(finding, turn))));
    }
    return due;
  }

  /** A finding is told once; once more after an outcome, as often as the round allows. */
  private static Optional<Integer> turn(VerifiedUnit unit, Finding finding, HearingRule rule) {
    var last =
        unit.hearings().stream()
            .filter(heard -> !heard.isQuestion())
            .filter(heard ->
                heard.finding().equals(finding.id())
                    || heard
                        .outcome()
                        .flatMap(Outcome::finding)
                        .filter(finding.id()::equals)
                        .isPresent())
            .max(Comparator.comparing(Hearing::at));
    if (last.isEmpty()) {
      return Optional.of(1);
    }
    return last.get().outcome().isPresent() && last.get().turn() < rule.turns()
        ? Optional.of(last.get().turn() + 1)
        : Optional.empty();
  }

  void setRule(Actor actor, Round round, HearingRule rule) {
    try {
      acts.run(
          actor,
          Act.HEARING_RULE_SET,
          Subject.round(round.id()),
          event -> {
            event.with("days", rule.days());
            table.setRule(actor, round, rule);
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "explain.rule.closed");
    }
  }

  /** Keeps what somebody of the unit has written; nobody else sees it yet. */
  void draft(Actor actor, Round round, RoundUnit unit, Hearing heard, Typed typed) {
    change(
        actor,
        Act.EXPLANATION_DRAFTED,
        round,
        unit,
        heard,
        () -> {
          if (!table.draft(
              actor, heard.id(), typed.version(), typed.agrees(), typed.words(), typed.values())) {
            throw new Refusal("explain.meanwhile");
          }
        });
  }

  /** The head sends what is written: from then on it is as it was sent. */
  public void send(Actor actor, Round round, RoundUnit unit, Hearing heard, Typed typed) {
    change(
        actor,
        Act.EXPLANATION_SENT,
        round,
        unit,
        heard,
        () -> {
          if (!table.draft(
                  actor, heard.id(), typed.version(), typed.agrees(), typed.words(), typed.values())
              || !table.send(actor, heard.id())) {
            throw new Refusal("explain.meanwhile");
          }
        });
  }

  /**
   * Sends everything at once that is drafted and can be sent.
   *
   * @throws Refusal when there is nothing of the kind
   */
  void sendAll(Actor actor, Round round, RoundUnit unit, List<Hearing> drafted) {
    if (drafted.isEmpty()) {
      throw new Refusal("explain.noDraft");
    }
    try {
      acts.run(
          actor,
          Act.EXPLANATION_SENT,
          Subject.round(round.id()).of(unit.unit()),
          event -> {
            event.with("criteria", String.join(", ", drafted.stream().map(Hearing::code).toList()));
            for (var heard : drafted) {
              if (!table.send(actor, heard.id())) {
                throw new Refusal("explain.meanwhile");
              }
            }
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "explain.over");
    }
  }

  /** An explanation as it was typed and could be read. */
  public record Typed(boolean agrees, String words, Map<String, Fact> values, int version) {}

  private void change(
      Actor actor, Act act, Round round, RoundUnit unit, Hearing heard, Runnable what) {
    try {
      acts.run(
          actor,
          act,
          Subject.round(round.id()).of(unit.unit()),
          event -> {
            event.with("criteria", heard.code());
            what.run();
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "explain.over");
    }
  }

  /** Whether it is that verifier's to decide on what the unit says. */
  boolean decides(Actor actor, Round round, VerifiedUnit unit, Hearing heard, String section) {
    int judged =
        unit.findings().stream()
            .filter(finding -> finding.id().equals(heard.finding()))
            .map(Finding::place)
            .findFirst()
            .orElse(Finding.FIRST);
    return judged == Finding.SETTLEMENT
        ? actor.isAny(Role.VERIFIER)
        : division
            .place(round, unit.unit().unit(), section, actor.account())
            .filter(place -> place == judged)
            .isPresent();
  }

  /**
   * Decides on an explanation; where it is accepted, a new finding puts its values into the
   * verified column.
   *
   * @param judgement the new finding; absent where the old one stands
   */
  public void decide(
      Actor actor,
      Round round,
      VerifiedUnit unit,
      Hearing heard,
      String section,
      Outcome.Result result,
      String words,
      Optional<Judgement> judgement) {
    if (!decides(actor, round, unit, heard, section)) {
      throw new Refusal("verify.notYours");
    }
    var about =
        unit.findings().stream()
            .filter(finding -> finding.id().equals(heard.finding()))
            .findFirst()
            .orElseThrow();
    try {
      acts.run(
          actor,
          Act.EXPLANATION_DECIDED,
          Subject.round(round.id()).of(unit.unit().unit()),
          event -> {
            event.with("criteria", heard.code());
            findings.lock(round, unit.unit());
            if (findings.last(round, unit.unit(), heard.code(), about.place()) != about.seq()) {
              throw new Refusal("verify.meanwhile");
            }
            var finding =
                judgement.map(found ->
                    findings.add(actor, round, unit.unit(), heard.code(), about.place(), found));
            table.decide(actor, round, unit.unit().unit(), heard.id(), result, words, finding);
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("verify.meanwhile");
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "explain.decided.closed");
    }
  }

  /** What that unit was asked about a criterion last, drafts too. */
  public Optional<Hearing> latest(Round round, CriteriaSet set, UUID unit, String code) {
    return table.of(round, set, List.of(unit)).getOrDefault(unit, List.of()).stream()
        .filter(heard -> heard.code().equals(code))
        .reduce((_, later) -> later);
  }

  /** Everything that unit was asked, drafts too: for those who answer for it. */
  List<Hearing> own(Round round, CriteriaSet set, UUID unit) {
    return table.of(round, set, List.of(unit)).getOrDefault(unit, List.of());
  }

  HearingRule rule(Round round) {
    return table.rule(round);
  }

  /** Differences are told once verification is over. */
  static boolean tells(Round round) {
    return round.phase() == Phase.EXPLAINING;
  }
}
