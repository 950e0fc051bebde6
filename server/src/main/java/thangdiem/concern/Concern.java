package thangdiem.concern;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report of a wrong fact (một lượt báo số liệu sai) with how far it is.
 *
 * @param unitCode with which addresses are made
 * @param recused whether who looks at it belongs to the unit
 * @param takenBy who looks into it
 * @param outcome empty while it is not concluded
 */
public record Concern(
    UUID id,
    String reference,
    UUID round,
    String roundKey,
    int version,
    UUID unit,
    String unitCode,
    String unitName,
    String code,
    String words,
    String source,
    String contact,
    OffsetDateTime at,
    Optional<OffsetDateTime> erasedAt,
    boolean recused,
    Optional<String> takenBy,
    Optional<OffsetDateTime> takenAt,
    Optional<Outcome> outcome,
    String conclusion,
    Optional<String> concludedBy,
    Optional<OffsetDateTime> concludedAt) {

  public String number() {
    return new Reference(reference).shown();
  }

  /** The address of the source, where it is one that a browser may be led to. */
  public @Nullable String link() {
    return source.matches("https?://\\S+") ? source : null;
  }
}
