package thangdiem.evidence;

import java.util.UUID;

/**
 * Evidence of another unit or round that seems to be the same document (minh chứng trùng).
 *
 * @param sha256 of the document that it resembles
 */
public record Elsewhere(
    String sha256, Likeness likeness, UUID item, int year, String unit, String fileName) {

  /** What is the same of both, the surest first. */
  public enum Likeness {
    /** The file, byte for byte. */
    BYTES("evidence.same"),
    /** What it says: the file was saved, printed or scanned anew. */
    TEXT("evidence.sameText"),
    /** Number, date and issuer, as people have described it. */
    NUMBER("evidence.alike");

    private final String key;

    Likeness(String key) {
      this.key = key;
    }

    /** The key of its words. */
    public String key() {
      return key;
    }
  }
}
