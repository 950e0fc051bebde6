package thangdiem.deduction;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes to deduct for (đề xuất trừ điểm).
 *
 * @param occasion the criterion's code, or the article's address
 * @param happenedOn the day of the article
 * @param shown what shows the article
 */
public record Proposal(
    Cause cause,
    String occasion,
    Optional<LocalDate> happenedOn,
    String words,
    Optional<Shown> shown) {

  /** The capture of an article, as it was found fit. */
  public record Shown(String sha256, String kind, String fileName, byte[] bytes) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shown shown
          && sha256.equals(shown.sha256)
          && kind.equals(shown.kind)
          && fileName.equals(shown.fileName)
          && Arrays.equals(bytes, shown.bytes);
    }

    @Override
    public int hashCode() {
      return Objects.hash(sha256, kind, fileName);
    }

    @Override
    public String toString() {
      return fileName + " " + sha256;
    }
  }
}
