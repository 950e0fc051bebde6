package thangdiem.proof;

import java.util.Map;

/**
 * One event as the ledger holds it (mục nhật ký).
 *
 * @param position 0 for the first
 * @param payload the exact text that was hashed
 * @param commitments what the payload commits to, by field, as far as it was not erased
 */
public record LedgerEntry(long position, String payload, Map<String, Commitment> commitments) {

  /**
   * A value that the payload holds only as a hash (cam kết), so that it can be erased.
   *
   * @param salt 16 random bytes, lest the value be guessed
   */
  public record Commitment(byte[] salt, String value) {

    /** The hash of salt and value, in hexadecimal digits. */
    public String hash() {
      return Hash.over(salt, value.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
    }
  }
}
