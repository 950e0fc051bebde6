package thangdiem.concern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.site.Criticised;
import thangdiem.site.Upheld;
import thangdiem.words.Sentence;

/**
 * Where a wrong fact is reported (trang báo số liệu sai).
 *
 * @param upheld what was found right about the same unit already
 * @param wrong the keys of sentences, by entry
 * @param no why it cannot be taken now
 */
public record ReportPage(
    Criticised about,
    List<Upheld> upheld,
    ConcernForm form,
    Map<String, String> wrong,
    Optional<Sentence> no,
    String csrf) {

  public Optional<String> wrong(String entry) {
    return Optional.ofNullable(wrong.get(entry)).map(about.frame()::say);
  }
}
