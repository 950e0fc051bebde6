package thangdiem.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The type of one document (bộ chữ), embedded as far as it is used. */
final class Typeface {

  private static final float UNITS = 1000;

  private final PDDocument pdf;
  private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
  private final FontFiles files = FontFiles.take();

  Typeface(PDDocument pdf) {
    this.pdf = pdf;
  }

  /** The document is finished, and needs its files no more. */
  void giveBack() {
    files.giveBack();
  }

  PDFont font(Face face) {
    return fonts.computeIfAbsent(
        face,
        _ -> {
          try {
            return PDType0Font.load(pdf, files.file(face), true);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** How wide a text is. */
  float width(Face face, float size, String text) {
    var known = files.widths(face);
    float width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width +=
          known.computeIfAbsent(
              text.codePointAt(i), letter -> width(face, Character.toString(letter)));
    }
    return width * size / UNITS;
  }

  private float width(Face face, String letter) {
    try {
      return font(face).getStringWidth(letter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text as this type can write it: composed, and a box for what it has no letter for. */
  String writable(Face face, String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var writable = new StringBuilder(composed.length());
    composed
        .codePoints()
        .forEach(letter ->
            writable.appendCodePoint(
                Character.isWhitespace(letter) ? ' ' : hasLetter(face, letter) ? letter : '□'));
    return writable.toString();
  }

  private boolean hasLetter(Face face, int letter) {
    try {
      return files.file(face).getUnicodeCmapLookup().getGlyphId(letter) != 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
