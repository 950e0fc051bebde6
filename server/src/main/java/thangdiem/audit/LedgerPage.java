package thangdiem.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thangdiem.words.Sentence;

/**
 * The auditor's page (trang nhật ký).
 *
 * @param untold how many of them are not read out before their hour
 * @param key to be compared with the printed one
 * @param units code → name
 * @param typed the filter as it was typed
 * @param more how many to skip for the next page; absent on the last
 * @param run the check made last, or the one that goes on
 */
public record LedgerPage(
    long size,
    int untold,
    String key,
    Optional<Sentence> alarm,
    List<Checkpoints.Made> checkpoints,
    Map<String, String> units,
    Map<String, String> typed,
    List<LedgerSearch.Found> found,
    Optional<Integer> more,
    Optional<LedgerRun.State> run,
    Optional<Sentence> wrong) {

  /** The kinds of events, as the filter offers them. */
  public static final List<String> KINDS = Stream.of(Act.values()).map(Act::name).toList();

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
            .append(URLEncoder.encode(typed(field), StandardCharsets.UTF_8));
      }
    }
    return address.toString();
  }

  /**
   * What the values were at a moment.
   *
   * @param tables the kept tables' names
   * @param found absent before a moment was named
   */
  public record Values(
      List<String> tables,
      Map<String, String> units,
      Map<String, String> typed,
      Optional<LedgerValues.Found> found,
      Optional<Sentence> wrong) {

    public String typed(String field) {
      return typed.getOrDefault(field, "");
    }
  }
}
