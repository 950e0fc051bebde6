package thangdiem.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key that checks signed notes (khoá kiểm tra), written as C2SP's signed-note writes it: {@code
 * name+hash+key}. Ed25519 only.
 */
public final class NoteKey {

  static final byte[] ED25519 = {1};
  static final String ALGORITHM = "Ed25519";
  private static final int KEY_BYTES = 32;
  private static final int HASH_BYTES = 4;

  /** What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] raw;

  NoteKey(String name, byte[] raw) {
    this.name = name;
    this.raw = raw;
  }

  static NoteKey of(String name, PublicKey key) {
    var encoded = key.getEncoded();
    return new NoteKey(name, Arrays.copyOfRange(encoded, X509.length, encoded.length));
  }

  /** Reads {@code name+hash+key}; absent when it is none, or its hash is another key's. */
  public static Optional<NoteKey> of(String written) {
    var parts = written.strip().split("\\+", 3);
    if (parts.length != 3
        || parts[0].isEmpty()
        || parts[0].chars().anyMatch(Character::isSpaceChar)) {
      return Optional.empty();
    }
    try {
      var typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519[0]) {
        return Optional.empty();
      }
      var key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
      return HexFormat.of().formatHex(key.id()).equals(parts[1])
          ? Optional.of(key)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // No base64.
    }
  }

  /** The name of whoever signs. */
  public String name() {
    return name;
  }

  /** The four bytes by which a signature says whose it is. */
  byte[] id() {
    var hash = Hash.over((name + "\n").getBytes(StandardCharsets.UTF_8), ED25519, raw).bytes();
    return Arrays.copyOf(hash, HASH_BYTES);
  }

  /** {@code name+hash+key}, to be printed where nobody can change it. */
  public String written() {
    var typed = new byte[raw.length + 1];
    typed[0] = ED25519[0];
    System.arraycopy(raw, 0, typed, 1, raw.length);
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  boolean signed(String text, byte[] signature) {
    try {
      var encoded = Arrays.copyOf(X509, X509.length + raw.length);
      System.arraycopy(raw, 0, encoded, X509.length, raw.length);
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // Not a signature, or not a point of the curve.
    }
  }
}
