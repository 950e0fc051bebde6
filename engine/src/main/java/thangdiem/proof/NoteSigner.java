package thangdiem.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key that signs notes (khoá ký). Its text – {@code name}, the public and the private key – is
 * kept in a file that only the server may read.
 */
public final class NoteSigner {

  private final NoteKey key;
  private final PrivateKey secret;

  private NoteSigner(NoteKey key, PrivateKey secret) {
    this.key = key;
    this.secret = secret;
  }

  /**
   * Makes a new key.
   *
   * @param name of whoever signs; without spaces and plus signs
   */
  public static NoteSigner make(String name) {
    if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || Character.isWhitespace(c))) {
      throw new IllegalArgumentException("no name for a key: " + name);
    }
    try {
      var pair = KeyPairGenerator.getInstance(NoteKey.ALGORITHM).generateKeyPair();
      return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static NoteSigner of(String written) {
    var lines = written.strip().split("\n");
    var key = NoteKey.of(lines[0]);
    if (lines.length != 2 || key.isEmpty()) {
      throw new IllegalArgumentException("this is no signing key");
    }
    try {
      var secret =
          KeyFactory.getInstance(NoteKey.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[1])));
      return new NoteSigner(key.get(), secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this is no signing key", e);
    }
  }

  /** The public key and the private one, a line each. Never to be shown. */
  public String written() {
    return key.written() + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n";
  }

  public NoteKey key() {
    return key;
  }

  /** The text with our signature below it. */
  public SignedNote sign(String text) {
    try {
      var signature = Signature.getInstance(NoteKey.ALGORITHM);
      signature.initSign(secret);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return SignedNote.of(text, key, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
