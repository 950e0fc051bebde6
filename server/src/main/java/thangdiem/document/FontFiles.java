package thangdiem.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The files of the type, read once (tệp bộ chữ). Whoever sets a document has a set to itself until
 * the document is finished, since reading a font moves within its file.
 */
final class FontFiles {

  /** Each set takes some megabytes; more documents at once than this wait for their turn. */
  private static final BlockingQueue<FontFiles> FREE =
      new ArrayBlockingQueue<>(2, true, List.of(new FontFiles(), new FontFiles()));

  private final Map<Face, TrueTypeFont> read = new EnumMap<>(Face.class);
  private final Map<Face, Map<Integer, Float>> widths = new EnumMap<>(Face.class);

  private FontFiles() {}

  static FontFiles take() {
    try {
      return FREE.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop while waiting for the type", e);
    }
  }

  void giveBack() {
    FREE.add(this);
  }

  TrueTypeFont file(Face face) {
    return read.computeIfAbsent(
        face,
        _ -> {
          try (var stream = FontFiles.class.getResourceAsStream(face.file())) {
            if (stream == null) {
              throw new IllegalStateException("no font " + face.file());
            }
            var font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            font.setEnableGsub(false); // No ligatures: the text must come back letter by letter.
            return font;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The widths of a face's letters, as far as any document has asked for them. */
  Map<Integer, Float> widths(Face face) {
    return widths.computeIfAbsent(face, _ -> new HashMap<>());
  }
}
