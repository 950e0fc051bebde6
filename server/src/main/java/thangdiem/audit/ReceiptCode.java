package thangdiem.audit;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import thangdiem.proof.LedgerPayload;

/**
 * What a receipt's QR carries (mã biên nhận): the event, and its nonce, which only those know who
 * were given it. So nobody learns what an event says by guessing its name.
 *
 * @param nonce in hexadecimal digits
 */
record ReceiptCode(UUID event, String nonce) {

  private static final int NONCE_BYTES = 16;
  private static final int BYTES = 2 * Long.BYTES + NONCE_BYTES;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** The code of an event. */
  static ReceiptCode of(LedgerPayload payload) {
    return new ReceiptCode(UUID.fromString(payload.text("event")), payload.text("nonce"));
  }

  /** What somebody opened; absent when it cannot be a code, or is not written as we write it. */
  static Optional<ReceiptCode> of(String written) {
    if (!FORM.matcher(written).matches()) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written));
    var event = new UUID(bytes.getLong(), bytes.getLong());
    var nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    var code = new ReceiptCode(event, HexFormat.of().formatHex(nonce));
    return code.written().equals(written) ? Optional.of(code) : Optional.empty();
  }

  /** 43 letters of base64url. */
  String written() {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(event.getMostSignificantBits())
            .putLong(event.getLeastSignificantBits())
            .put(HexFormat.of().parseHex(nonce));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
