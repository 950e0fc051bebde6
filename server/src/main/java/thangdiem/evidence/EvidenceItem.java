package thangdiem.evidence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A document that a unit has attached (tài liệu minh chứng).
 *
 * @param sha256 of its bytes, by which they are kept
 * @param replaces the document of which this is a newer version
 * @param replacedBy the newer version of it
 * @param by the name of who attached it
 * @param version which a change must name
 * @param confidential why the public is told no more of it than its hash; absent: it is told
 */
public record EvidenceItem(
    UUID id,
    UUID round,
    UUID unit,
    String sha256,
    int size,
    Kind kind,
    Set<Flag> flags,
    String fileName,
    Description description,
    Optional<UUID> replaces,
    Optional<UUID> replacedBy,
    OffsetDateTime at,
    String by,
    boolean withdrawn,
    int version,
    List<Citation> citations,
    Optional<String> confidential) {

  /** What it is called: its subject, or else its file. */
  public String title() {
    return description.subject().isEmpty() ? fileName : description.subject();
  }

  /** Whether it is the present version of a document that is not withdrawn. */
  public boolean current() {
    return !withdrawn && replacedBy.isEmpty();
  }
}
