package thangdiem.verification;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import thangdiem.round.RoundUnit;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.UnitAnswers;

/**
 * A unit with its first two columns (tự đánh giá, thẩm định): what it claims and what was found.
 *
 * @param late whether its report came late
 * @param reasons why it claims that something does not apply, by code
 * @param proven the facts and criteria for which it has evidence
 * @param findings all that was found, in the order in which it was
 * @param hearings what the unit was asked and has answered, without drafts
 * @param supplements what it has added to its report later, in the order in which it did
 * @param measured what inspectors measured there and both sides signed
 */
public record VerifiedUnit(
    RoundUnit unit,
    boolean late,
    UnitAnswers claimed,
    ScoreSheet claimedScore,
    UnitAnswers verified,
    ScoreSheet verifiedScore,
    Map<String, String> reasons,
    Set<String> proven,
    List<Finding> findings,
    List<Hearing> hearings,
    List<Supplement> supplements,
    Optional<Measured> measured) {

  /** The latest finding of that place about a criterion. */
  public Optional<Finding> latest(String code, int place) {
    return latest(findings, code, place);
  }

  private static Optional<Finding> latest(List<Finding> findings, String code, int place) {
    return findings.stream()
        .filter(finding -> finding.code().equals(code) && finding.place() == place)
        .max(Comparator.comparing(Finding::seq));
  }

  /**
   * The finding that counts: of who settled, unless both verifiers have come to the same since;
   * else of the first verifier, else of the second.
   */
  public Optional<Finding> standing(String code) {
    return standing(
        findings.stream().filter(finding -> finding.verdict().settles()).toList(), code);
  }

  /** The codes of which a finding stands (đã thẩm định), whatever it says. */
  public Set<String> judged() {
    return findings.stream()
        .filter(finding -> finding.verdict().settles())
        .map(Finding::code)
        .collect(Collectors.toSet());
  }

  static Optional<Finding> standing(List<Finding> settling, String code) {
    var first = latest(settling, code, Finding.FIRST);
    var second = latest(settling, code, Finding.SECOND);
    return latest(settling, code, Finding.SETTLEMENT)
        .filter(settled -> !agreedSince(settled, first, second))
        .or(() -> first)
        .or(() -> second);
  }

  private static boolean agreedSince(
      Finding settled, Optional<Finding> first, Optional<Finding> second) {
    return first.isPresent()
        && second.isPresent()
        && first.get().agreesWith(second.get())
        && Math.max(first.get().seq(), second.get().seq()) > settled.seq();
  }

  /** Whether two verifiers see it differently, and nobody has settled it since (bất đồng). */
  public boolean isDisputed(String code) {
    var first = latest(code, Finding.FIRST);
    var second = latest(code, Finding.SECOND);
    if (first.isEmpty() || second.isEmpty() || first.get().agreesWith(second.get())) {
      return false;
    }
    long since = Math.max(first.get().seq(), second.get().seq());
    return latest(code, Finding.SETTLEMENT).filter(one -> one.seq() > since).isEmpty();
  }

  /** The codes about which two verifiers differ. */
  public List<String> disputed() {
    return findings.stream().map(Finding::code).distinct().filter(this::isDisputed).toList();
  }

  /** The same with its verified column scored. */
  VerifiedUnit scored(ScoreSheet score) {
    return new VerifiedUnit(
        unit,
        late,
        claimed,
        claimedScore,
        verified,
        score,
        reasons,
        proven,
        findings,
        hearings,
        supplements,
        measured);
  }

  /** The same with other findings, with what the unit has answered since, and what was measured. */
  VerifiedUnit with(List<Finding> found, List<Hearing> heard, Optional<Measured> there) {
    return new VerifiedUnit(
        unit,
        late,
        claimed,
        claimedScore,
        VerifiedColumn.of(claimed, found),
        verifiedScore,
        reasons,
        proven,
        found,
        heard,
        supplements,
        there);
  }

  /** Whether the unit has answered, and somebody of that place has to look at it. */
  public boolean isAnswered(Finding seen) {
    return hearings.stream()
        .filter(heard -> heard.code().equals(seen.code()))
        .anyMatch(heard ->
            heard.isQuestion()
                ? heard.finding().equals(seen.id()) && heard.isSent()
                : heard.awaitsOutcome() && placeOf(heard.finding()) == seen.place());
  }

  private int placeOf(UUID finding) {
    return findings.stream()
        .filter(one -> one.id().equals(finding))
        .map(Finding::place)
        .findFirst()
        .orElse(Finding.FIRST);
  }

  /** What of those facts has been added to the report, and when the latest was. */
  public List<Supplement> supplements(Collection<String> facts) {
    return supplements.stream().filter(added -> facts.contains(added.fact())).toList();
  }
}
