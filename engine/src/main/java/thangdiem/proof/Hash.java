package thangdiem.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash (giá trị băm): 32 bytes. */
public final class Hash {

  static final int LENGTH = 32;

  /** Looking one up takes as long as hashing a short text. */
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::sha256);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The hash with these bytes.
   *
   * @throws IllegalArgumentException when they are not 32
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(bytes.length + " bytes are no SHA-256 hash");
    }
    return new Hash(bytes.clone());
  }

  /** The SHA-256 of the parts, one after the other. */
  public static Hash over(byte[]... parts) {
    var digest = SHA_256.get();
    for (var part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  /** The SHA-256 of those bytes and two hashes. */
  static Hash over(byte[] first, Hash left, Hash right) {
    return over(first, left.bytes, right.bytes);
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether these are its bytes. */
  public boolean is(byte[] others) {
    return Arrays.equals(bytes, others);
  }

  /** 64 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
