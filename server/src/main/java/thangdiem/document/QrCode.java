package thangdiem.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text as a QR code (mã QR), drawn as one path of an SVG: sharp on paper, without style or
 * script.
 *
 * @param size of the square, in modules, with the quiet border that readers need
 * @param path in SVG's words
 */
public record QrCode(int size, String path) {

  /** A dark module's place. */
  record Dot(int x, int y) {}

  /** The dark modules, for whoever draws without SVG. */
  List<Dot> dots() {
    return DOT.matcher(path)
        .results()
        .map(dot -> new Dot(Integer.parseInt(dot.group(1)), Integer.parseInt(dot.group(2))))
        .toList();
  }

  private static final Pattern DOT = Pattern.compile("M(\\d+) (\\d+)");

  private static final int QUIET = 4;

  /** The code of a text. */
  public static QrCode of(String text) {
    try {
      var modules =
          Encoder.encode(
                  text,
                  ErrorCorrectionLevel.M,
                  Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
              .getMatrix();
      var path = new StringBuilder();
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          if (modules.get(x, y) == 1) {
            path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
          }
        }
      }
      return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
    }
  }
}
