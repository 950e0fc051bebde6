package thangdiem.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.proof.LedgerCheck;
import thangdiem.words.Sentence;

/**
 * The auditor's page (trang nhật ký).
 *
 * @param key to be compared with the printed one
 * @param typed the filter as it was typed
 * @param more how many to skip for the next page; absent on the last
 * @param values what values were at the moment asked for; absent when none was
 * @param verdict of the check just made; absent when none was
 */
public record LedgerPage(
    long size,
    String key,
    Optional<Sentence> alarm,
    List<Checkpoints.Made> checkpoints,
    Map<String, String> units,
    Map<String, String> typed,
    List<LedgerSearch.Found> found,
    Optional<Integer> more,
    Optional<List<LedgerSearch.Value>> values,
    Optional<LedgerCheck.Verdict> verdict,
    Optional<Sentence> wrong) {

  /** The kinds of events, as the filter offers them. */
  public static final List<String> KINDS =
      java.util.stream.Stream.of(Act.values()).map(Act::name).toList();

  /** What was typed into that field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The filter as an address, to go on from there. */
  public String address(int skip) {
    var address = new StringBuilder("/ledger?skip=" + skip);
    for (var field : List.of("text", "kind", "unit", "until")) {
      if (!typed(field).isEmpty()) {
        address
            .append('&')
            .append(field)
            .append('=')
            .append(
                java.net.URLEncoder.encode(typed(field), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return address.toString();
  }
}
