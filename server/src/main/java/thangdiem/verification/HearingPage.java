package thangdiem.verification;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.evidence.EvidenceItem;
import thangdiem.exchange.TypedFact;
import thangdiem.round.WorkingDays;
import thangdiem.scoring.Fact;
import thangdiem.submission.Assessment;
import thangdiem.words.Sentence;

/**
 * What a unit is asked about its own report, and what it may add to it (kết quả thẩm định của đơn
 * vị, J7): a thread for each criterion that was found otherwise or asked about, and nothing else.
 *
 * @param returns what has gone back to be completed and is still open
 * @param open the facts to which it may add now
 * @param added what it has added so far
 */
public record HearingPage(
    Assessment assessment,
    List<Thread> threads,
    List<Completion> returns,
    List<Entry> open,
    List<Sentence> added,
    List<EvidenceItem> later,
    Map<String, String> about,
    OffsetDateTime now,
    WorkingDays days,
    Form form) {

  /**
   * Everything said about one criterion.
   *
   * @param scores absent for a claim that something does not apply
   * @param current what is still to be answered
   * @param also what else the facts that were found change
   */
  public record Thread(
      String code,
      String name,
      Optional<Scores> scores,
      List<FactRow> facts,
      List<Step> steps,
      Optional<Hearing> current,
      Optional<String> claim,
      List<Also> also) {}

  /** Another criterion whose points the same facts have changed. */
  public record Also(String code, String name, Points claimed, Points found) {}

  /** The points; of a question only those that are claimed. */
  public record Scores(Points max, Points claimed, Optional<Points> found) {}

  /** A fact as it was reported, as it was found, and as the unit holds it to be right. */
  public record FactRow(
      FactDefinition fact, String claimed, String found, String typed, Optional<Sentence> asked) {

    public boolean differs() {
      return !claimed.equals(found);
    }
  }

  /** A turn of a thread: what was found, what the unit says, what came of it. */
  public record Step(Hearing hearing, Finding finding, Optional<Finding> outcome) {}

  /** A fact to which the unit may add. */
  public record Entry(
      FactDefinition fact,
      String now,
      String typed,
      Supplement.Kind kind,
      OffsetDateTime until,
      Optional<Sentence> asked) {

    /** Whether it is chosen from a list rather than typed. */
    public boolean isChosen() {
      return fact.type() == FactType.BOOLEAN || fact.type() == FactType.CHOICE;
    }

    public Set<String> options() {
      return choices(fact);
    }
  }

  /** What can be chosen for a fact; nothing first. */
  public static Set<String> choices(FactDefinition fact) {
    var options = new LinkedHashSet<String>();
    options.add("");
    if (fact.type() == FactType.BOOLEAN) {
      options.add(TypedFact.shown(fact, new Fact.YesNo(true)));
      options.add(TypedFact.shown(fact, new Fact.YesNo(false)));
    }
    fact.options()
        .forEach(option -> options.add(TypedFact.shown(fact, new Fact.Chosen(option.id()))));
    return options;
  }

  /**
   * What was typed and could not be kept.
   *
   * @param code of the thread; empty for what is added to the report
   */
  public record Form(
      String code, Map<String, String> typed, boolean agrees, Map<String, Sentence> wrong) {
    static final Form EMPTY = new Form("", Map.of(), false, Map.of());
  }

  /** How many working days are left until then, as the term was given. */
  public long daysLeft(OffsetDateTime until) {
    return days.left(now, until);
  }

  public String path() {
    return assessment.path() + "/findings";
  }

  /** How many threads wait for the unit. */
  public long waiting() {
    return threads.stream().filter(thread -> thread.current().isPresent()).count();
  }

  /** How many of them have a draft that can be sent. */
  public long drafted() {
    return threads.stream()
        .flatMap(thread -> thread.current().stream())
        .filter(heard -> heard.isDrafted(now))
        .count();
  }

  /** Until when the first of them must be answered. */
  public Optional<OffsetDateTime> until() {
    return threads.stream()
        .flatMap(thread -> thread.current().stream())
        .map(Hearing::until)
        .min(OffsetDateTime::compareTo);
  }

  /** Whether the reader may write, and so add documents, at this moment. */
  public boolean isOpen() {
    return assessment.isOwn() && (waiting() > 0 || !open.isEmpty() || !returns.isEmpty());
  }
}
