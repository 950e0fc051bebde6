package thangdiem.account;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes out of a shared secret and the time (mã dùng một lần, RFC 6238): six digits,
 * thirty seconds, SHA-1, which is what every authenticator on a phone understands.
 */
final class Totp {

  static final int DIGITS = 6;

  private static final int STEP_SECONDS = 30;
  private static final int SECRET_BYTES = 20; // RFC 4226 § 4 R6: as long as the hash.
  private static final int DRIFT = 1; // A phone's clock may be one step off, RFC 6238 § 5.2.
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static byte[] newSecret() {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /** The code of a step: RFC 4226 § 5.3. */
  static String code(byte[] secret, long step, int digits) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
      var all = "0".repeat(digits) + truncated;
      return all.substring(all.length() - digits);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The step whose code was typed: now or one beside it, but none up to the last one used. */
  static OptionalLong stepOf(String typed, byte[] secret, Instant now, long lastUsed) {
    long current = step(now);
    return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
        .filter(step -> step > lastUsed)
        .filter(step -> same(code(secret, step, DIGITS), typed))
        .findFirst();
  }

  private static boolean same(String code, String typed) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
  }

  /** The secret as people type it into an authenticator: RFC 4648 § 6, without padding. */
  static String base32(byte[] secret) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : secret) {
      held = held << Byte.SIZE | next & 0xff;
      bits += Byte.SIZE;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(held >> bits & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt(held << 5 - bits & 31));
    }
    return text.toString();
  }

  /** What the QR code says to the authenticator. */
  static String address(byte[] secret, String login) {
    return "otpauth://totp/ThangDiem:%s?secret=%s&issuer=ThangDiem"
        .formatted(
            URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20"), base32(secret));
  }
}
