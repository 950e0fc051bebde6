package thangdiem.proof;

import java.util.Base64;
import java.util.Optional;

/**
 * What a ledger was at one moment (điểm chốt): how many events it had, and the root over them. Its
 * text is C2SP's tlog-checkpoint: origin, size and root, a line each.
 *
 * @param origin the name of the ledger
 */
public record Checkpoint(String origin, long size, Hash root) {

  private static final String SIZE = "0|[1-9]\\d{0,17}";

  /** The lines that are signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /**
   * The checkpoint that a signed text says; absent when it is none. Lines after the root may
   * follow.
   */
  public static Optional<Checkpoint> of(String text) {
    var lines = text.split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches(SIZE)) {
      return Optional.empty();
    }
    try {
      var root = Base64.getDecoder().decode(lines[2]);
      return root.length == Hash.LENGTH
          ? Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.of(root)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // No base64.
    }
  }
}
