package thangdiem.exchange;

import java.util.List;
import java.util.Map;

/** The names of the files that a published bundle holds beside an adopted one (tệp công bố). */
final class PublishedFiles {

  static final String PUBLICATION = "publication.json";
  static final String CLAIMED = "claimed.json";
  static final String VERIFIED = "verified.json";
  static final String FINDINGS = "findings.json";
  static final String EVIDENCE = "evidence.json";
  static final String ROBUSTNESS = "robustness.json";
  static final String DECISION = "decision.pdf";
  static final String KEY = "ledger/key.txt";
  static final String LEAVES = "ledger/leaves.txt";
  static final String CHECKPOINT = "ledger/checkpoint.txt";
  static final String EVENTS = "ledger/events.jsonl";

  /** They are there together. */
  static final List<String> NEEDED =
      List.of(
          PUBLICATION,
          CLAIMED,
          VERIFIED,
          FINDINGS,
          DECISION,
          KEY,
          LEAVES,
          CHECKPOINT,
          EVENTS,
          BundleFiles.SIGNATURE);

  private PublishedFiles() {}

  /** Whether this is a published bundle, or one that somebody took files out of. */
  static boolean any(Map<String, byte[]> files) {
    return NEEDED.stream().anyMatch(files::containsKey);
  }
}
