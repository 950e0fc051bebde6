package thangdiem.submission;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of a preview that somebody ticked (các dòng đã chọn).
 *
 * @param facts with the version of the answer that stood beside each
 * @param claims codes to claim
 * @param unclaims codes whose claim to give up
 * @param reasons of the claims, as typed
 */
public record ImportChoices(
    List<Fact> facts, Set<String> claims, Set<String> unclaims, Map<String, String> reasons) {

  private static final String REASON = "reason.";

  /** A fact to take, with the version of the answer that stood beside it. */
  record Fact(String fact, int version) {

    /** "fact=version", as {@link ImportRow#choice} sends it; absent where it is something else. */
    static Optional<Fact> typed(String typed) {
      int sign = typed.lastIndexOf('=');
      return sign > 0 && typed.substring(sign + 1).matches("\\d{1,9}")
          ? Optional.of(
              new Fact(typed.substring(0, sign), Integer.parseInt(typed.substring(sign + 1))))
          : Optional.empty();
    }
  }

  /**
   * What a form sends.
   *
   * @param all its fields, of which those that begin with "reason." are reasons
   */
  static ImportChoices typed(
      List<String> take, List<String> claim, List<String> unclaim, Map<String, String> all) {
    var reasons = new TreeMap<String, String>();
    all.forEach((name, value) -> {
      if (name.startsWith(REASON)) {
        reasons.put(name.substring(REASON.length()), value.strip());
      }
    });
    return new ImportChoices(
        take.stream().flatMap(typed -> Fact.typed(typed).stream()).toList(),
        new LinkedHashSet<>(claim),
        new LinkedHashSet<>(unclaim),
        reasons);
  }

  /**
   * The rows that are taken unless somebody says otherwise: of claims those that come with a new
   * reason.
   */
  static ImportChoices usual(Collection<ImportRow> rows, Collection<ClaimRow> claims) {
    var reasons = new TreeMap<String, String>();
    claims.forEach(row -> row.stated().ifPresent(reason -> reasons.put(row.code(), reason)));
    return new ImportChoices(
        rows.stream()
            .filter(row -> row.state().taken())
            .map(row -> new Fact(row.fact().id(), row.version()))
            .toList(),
        claims.stream()
            .filter(row -> !row.drops() && isReason(reasons.getOrDefault(row.code(), "")))
            .map(ClaimRow::code)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        Set.of(),
        reasons);
  }

  boolean isEmpty() {
    return facts.isEmpty() && claims.isEmpty() && unclaims.isEmpty();
  }

  int size() {
    return facts.size() + claims.size() + unclaims.size();
  }

  public boolean takes(String fact) {
    return facts.stream().anyMatch(chosen -> chosen.fact().equals(fact));
  }

  public boolean takes(ClaimRow row) {
    return (row.drops() ? unclaims : claims).contains(row.code());
  }

  public String reason(String code) {
    return reasons.getOrDefault(code, "");
  }

  /** The codes that are claimed without a reason, or with one that is too long. */
  Set<String> unreasoned() {
    return claims.stream().filter(code -> !isReason(reason(code))).collect(Collectors.toSet());
  }

  private static boolean isReason(String reason) {
    return !reason.isBlank() && reason.length() <= Claims.LONGEST_REASON;
  }
}
