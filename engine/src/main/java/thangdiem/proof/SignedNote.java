package thangdiem.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures below it (văn bản có chữ ký), as C2SP's signed-note writes it. Lines of
 * signers one does not know are no obstacle: a witness may add its own.
 *
 * @param text what is signed; ends with a line break
 * @param note the text, an empty line, the signatures
 */
public record SignedNote(String text, String note) {

  private static final String SIGNATURE = "— ";
  private static final int ID_BYTES = 4;

  static SignedNote of(String text, NoteKey key, byte[] signature) {
    var signed = Arrays.copyOf(key.id(), ID_BYTES + signature.length);
    System.arraycopy(signature, 0, signed, ID_BYTES, signature.length);
    var line = SIGNATURE + key.name() + " " + Base64.getEncoder().encodeToString(signed) + "\n";
    return new SignedNote(text, text + "\n" + line);
  }

  /** The note of that form; absent when it has another. Says nothing of whether it was signed. */
  public static Optional<SignedNote> of(String note) {
    int end = note.lastIndexOf("\n\n");
    return end < 0 || !note.endsWith("\n")
        ? Optional.empty()
        : Optional.of(new SignedNote(note.substring(0, end + 1), note));
  }

  /** Whether the owner of the key has signed it. */
  public boolean isSignedBy(NoteKey key) {
    return signatures(key).stream().anyMatch(signature -> key.signed(text, signature));
  }

  private List<byte[]> signatures(NoteKey key) {
    var start = SIGNATURE + key.name() + " ";
    var found = new ArrayList<byte[]>();
    for (var line : note.substring(text.length()).split("\n")) {
      if (line.startsWith(start)) {
        signature(key, line.substring(start.length())).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<byte[]> signature(NoteKey key, String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      // Bits that base64 leaves over could otherwise be anything: one signature, one text.
      return Base64.getEncoder().encodeToString(bytes).equals(base64)
              && bytes.length > ID_BYTES
              && Arrays.equals(Arrays.copyOf(bytes, ID_BYTES), key.id())
          ? Optional.of(Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // No base64.
    }
  }
}
