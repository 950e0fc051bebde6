package thangdiem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Refusal;

/**
 * Files on their way in (tiếp nhận tệp): at once out of a form, or in pieces of a megabyte, of
 * which the server says how many it has, so that a lost connection costs one piece. Nothing of this
 * is evidence yet.
 */
@Component
public class Arrivals {

  /** What one piece holds, except the last. */
  public static final int PIECE = 1 << 20;

  private final PieceTable pieces;

  Arrivals(PieceTable pieces) {
    this.pieces = pieces;
  }

  /** Takes a file that was sent at once; more than may be kept is read no further. */
  public ArrivedFile whole(String name, InputStream bytes) {
    try {
      var path = Files.createTempFile("minh-chung-", ".den");
      try {
        return looked(FileName.of(name), path, bytes);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(path);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArrivedFile looked(String name, Path path, InputStream bytes) throws IOException {
    var digest = sha256();
    int size = 0;
    try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
      var some = new byte[1 << 16];
      for (int read = bytes.read(some);
          read >= 0 && size <= Evidence.LARGEST_FILE;
          read = bytes.read(some)) {
        out.write(some, 0, read);
        size += read;
      }
    }
    return new ArrivedFile(
        path, name, HexFormat.of().formatHex(digest.digest()), size, verdict(name, path));
  }

  private static Verdict verdict(String name, Path path) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      return Examination.of(
          name, new Bytes(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size())));
    }
  }

  /** How many pieces of a file have arrived, from its beginning. */
  public int received(Actor actor, UUID round, UUID unit, String sha256) {
    return pieces.count(actor.account(), round, unit, sha256);
  }

  /**
   * Takes the next piece; one that has already arrived is fine.
   *
   * @return how many have arrived now
   * @throws Refusal when it is not the next one, or too much is on its way
   */
  public int take(Actor actor, UUID round, UUID unit, String sha256, int number, byte[] bytes) {
    pieces.forgetOld();
    int known = pieces.count(actor.account(), round, unit, sha256);
    if (number < known) {
      return known;
    }
    if (number > known
        || bytes.length == 0
        || bytes.length > PIECE
        || number >= Evidence.LARGEST_FILE / PIECE
        || pieces.megabytesOnTheirWay(actor.account()) >= Evidence.QUOTA / PIECE) {
      throw new Refusal("evidence.piece");
    }
    pieces.put(actor.account(), round, unit, sha256, number, bytes);
    return number + 1;
  }

  /**
   * Puts the pieces together; they must be the file that was announced.
   *
   * @throws Refusal when they are not
   */
  public ArrivedFile together(Actor actor, UUID round, UUID unit, String sha256, String name) {
    int count = received(actor, round, unit, sha256);
    var file =
        whole(
            name,
            new InPieces(
                count,
                number ->
                    pieces
                        .bytes(actor.account(), round, unit, sha256, number)
                        .orElseThrow(() -> new Refusal("evidence.piece"))));
    if (!file.sha256().equals(sha256)) {
      file.close();
      pieces.forget(actor.account(), sha256);
      throw new Refusal("evidence.piece");
    }
    return file;
  }

  /** What has arrived of a file is no longer needed. */
  public void done(Actor actor, String sha256) {
    pieces.forget(actor.account(), sha256);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
