package thangdiem.verification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;
import thangdiem.evidence.Elsewhere;
import thangdiem.evidence.EvidenceItem;
import thangdiem.evidence.Inspection;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Round;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Reason;
import thangdiem.words.Sentence;

/**
 * What a verifier has before their eyes (trang thẩm định một tiêu chí): the queue, the criterion
 * with its columns, the evidence beside the rule.
 *
 * @param place of the reader; absent where they only look on
 * @param scores absent for a claim that something does not apply
 * @param trail what was found so far, the latest first, as far as the reader may know it
 * @param seen the latest finding of the reader's own place
 * @param queue what stands near it, of all that was given to the reader
 * @param open how many things of the reader's are still to be decided
 * @param next the item after this one
 */
public record ItemPage(
    Round round,
    VerifiedUnit unit,
    String code,
    String name,
    Section section,
    Optional<Integer> place,
    List<FactRow> facts,
    Optional<Scores> scores,
    List<Doubt> doubts,
    Optional<Finding> own,
    List<Finding> trail,
    List<QueueItem> queue,
    long open,
    Optional<String> before,
    Optional<String> next,
    List<Proof> proofs,
    Optional<Shown> shown,
    long seen,
    boolean rejectable,
    ItemHearing hearing,
    Form form) {

  /**
   * A fact of the criterion in its columns.
   *
   * @param measured on the spot; empty where it was not
   */
  public record FactRow(
      FactDefinition fact,
      String claimed,
      String verified,
      String lastYear,
      String measured,
      int otherCriteria,
      Optional<Sentence> asked) {

    public boolean differs() {
      return !claimed.equals(verified);
    }

    /** Whether it is chosen from a list rather than typed. */
    public boolean isChosen() {
      return fact.type() == FactType.BOOLEAN || fact.type() == FactType.CHOICE;
    }

    /** What can be chosen; nothing, where nothing is recognised. */
    public Set<String> options() {
      var options = new LinkedHashSet<String>();
      options.add("");
      if (fact.type() == FactType.BOOLEAN) {
        options.add(TypedFact.shown(fact, new Fact.YesNo(true)));
        options.add(TypedFact.shown(fact, new Fact.YesNo(false)));
      }
      fact.options()
          .forEach(option -> options.add(TypedFact.shown(fact, new Fact.Chosen(option.id()))));
      options.add(verified);
      return options;
    }
  }

  /** What of the criterion was measured on the spot, where something of it was. */
  public Optional<Measured> measured() {
    return unit.measured().filter(_ -> facts.stream().anyMatch(row -> !row.measured().isEmpty()));
  }

  /** Whether the verified column says something else than was measured. */
  public boolean isMeasuredOtherwise() {
    return facts.stream()
        .anyMatch(row -> !row.measured().isEmpty() && !row.measured().equals(row.verified()));
  }

  /** The points in their columns, with how each comes about. */
  public record Scores(Points max, Points claimed, Points verified, Reason claim, Reason finding) {

    public boolean differs() {
      return !claimed.equals(verified);
    }

    public Points change() {
      return verified.minus(claimed);
    }
  }

  /** A document that proves the criterion or one of its facts. */
  public record Proof(EvidenceItem item, String pages) {}

  /**
   * The document in the pane.
   *
   * @param elsewhere where the same document seems to be evidence too
   */
  public record Shown(
      EvidenceItem item, int page, Optional<Inspection> inspection, List<Elsewhere> elsewhere) {}

  /**
   * What was typed and could not be kept.
   *
   * @param beside what was typed beside the finding: an outcome, or what goes back
   */
  public record Form(
      String ground, String words, Map<String, Sentence> wrong, Map<String, String> beside) {
    static final Form EMPTY = new Form("", "", Map.of());

    Form(String ground, String words, Map<String, Sentence> wrong) {
      this(ground, words, wrong, Map.of());
    }

    static Form beside(Map<String, String> typed, Map<String, Sentence> wrong) {
      return new Form("", "", wrong, typed);
    }
  }

  /** The facts of the criterion, by their names. */
  public Map<String, FactDefinition> definitions() {
    return facts.stream()
        .map(FactRow::fact)
        .collect(Collectors.toMap(FactDefinition::id, one -> one));
  }

  /** Where this page stands. */
  public String path() {
    return "/rounds/" + round.key() + "/verification/" + unit.unit().code() + "/" + code;
  }

  /** Whether it is about a claim that something does not apply. */
  public boolean isClaim() {
    return unit.reasons().containsKey(code);
  }
}
