package thangdiem.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Sheets that are being set from top to bottom (trang giấy), with the margins and page numbers of
 * NĐ 30/2020.
 */
final class Paper implements AutoCloseable {

  private static final float RULE = 0.6f;
  private static final float BELOW = 3;
  private static final float ASCENT = 0.891f;
  private static final float UNITS = 1000;

  private final PDDocument pdf = new PDDocument();
  private final Typeface type = new Typeface(pdf);
  private final String title;
  private PDPageContentStream page;
  private int number;
  private float y;

  Paper(String title) {
    this.title = title;
    page = sheet();
  }

  Typeface type() {
    return type;
  }

  /** How far down the next line begins, from the bottom edge. */
  float y() {
    return y;
  }

  void moveTo(float newY) {
    y = newY;
  }

  void space(float height) {
    y -= height;
  }

  boolean hasRoom(float height) {
    return y - height >= Nd30.BOTTOM;
  }

  /** Goes on to the next sheet when that height is not left. */
  void need(float height) {
    if (!hasRoom(height)) {
      next();
    }
  }

  /** Goes on to the next sheet. */
  void next() {
    close(page);
    page = sheet();
  }

  /** An annex begins on a sheet of its own and counts its own sheets. */
  void annex() {
    number = 0;
    next();
  }

  private PDPageContentStream sheet() {
    try {
      var next = new PDPage(new PDRectangle(Nd30.WIDTH, Nd30.HEIGHT));
      pdf.addPage(next);
      number++;
      y = Nd30.HEIGHT - Nd30.TOP;
      page = new PDPageContentStream(pdf, next);
      if (number > 1) {
        number();
      }
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the middle of the upper margin; the first sheet has none. */
  private void number() {
    var style = Style.of(Face.REGULAR, Nd30.PAGE_NUMBER_SIZE, Style.Align.CENTRE);
    y += Nd30.PAGE_NUMBER_SIZE * Nd30.LINE + Nd30.AFTER_PARAGRAPH;
    text(style, Nd30.LEFT, Nd30.TEXT_WIDTH, String.valueOf(number));
    y = Nd30.HEIGHT - Nd30.TOP;
  }

  /** A paragraph over the whole width. */
  void paragraph(Style style, String text) {
    text(style, Nd30.LEFT, Nd30.TEXT_WIDTH, text);
    space(Nd30.AFTER_PARAGRAPH);
  }

  /** A text between two edges. */
  void text(Style style, float left, float width, String text) {
    var lines = Lines.of(type, style, width, text);
    for (int i = 0; i < lines.size(); i++) {
      need(style.lineHeight());
      float in = i == 0 ? style.firstLine() : 0;
      line(style, left + in, width - in, lines.get(i), i == lines.size() - 1);
    }
  }

  /** One line, and down to the next. */
  void line(Style style, float left, float width, String text, boolean last) {
    float used = type.width(style.face(), style.size(), text);
    float x =
        switch (style.align()) {
          case LEFT, JUSTIFIED -> left;
          case CENTRE -> left + (width - used) / 2;
          case RIGHT -> left + width - used;
        };
    var stretched = style.align() == Style.Align.JUSTIFIED && !last;
    try {
      page.beginText();
      page.setFont(type.font(style.face()), style.size());
      float leading = style.lineHeight() - style.size();
      page.newLineAtOffset(x, y - style.size() * ASCENT - leading / 2);
      page.showTextWithPositioning(stretched ? stretched(style, text, width - used) : pieces(text));
      page.endText();
      y -= style.lineHeight();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object[] pieces(String text) {
    return new Object[] {text};
  }

  /** The room that is left, shared out among the spaces. */
  private static Object[] stretched(Style style, String text, float room) {
    var words = text.split(" ");
    if (words.length == 1) {
      return pieces(text);
    }
    float each = -room / (words.length - 1) / style.size() * UNITS;
    List<Object> pieces = new ArrayList<>();
    for (int i = 0; i < words.length - 1; i++) {
      pieces.add(words[i] + " ");
      pieces.add(each);
    }
    pieces.add(words[words.length - 1]);
    return pieces.toArray();
  }

  /** A rule, drawn and not made of dashes. */
  void rule(float fromX, float fromY, float toX, float toY) {
    try {
      page.setLineWidth(RULE);
      page.moveTo(fromX, fromY);
      page.lineTo(toX, toY);
      page.stroke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A short rule in the middle below a heading, and a little room. */
  void ruleBelow(float left, float width, float length) {
    y -= BELOW;
    rule(left + (width - length) / 2, y, left + (width + length) / 2, y);
    y -= BELOW;
  }

  /** A QR code with its upper left corner there. */
  void code(QrCode code, float left, float top, float side) {
    float module = side / code.size();
    try {
      for (var dot : code.dots()) {
        page.addRect(left + dot.x() * module, top - (dot.y() + 1) * module, module, module);
      }
      page.fill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A photograph below what stands there, its bytes as they are. */
  void photo(Jpeg jpeg, float left, float width, float height) {
    try {
      var image =
          new PDImageXObject(
              pdf,
              new ByteArrayInputStream(jpeg.bytes()),
              COSName.DCT_DECODE,
              jpeg.width(),
              jpeg.height(),
              Byte.SIZE,
              jpeg.isGrey() ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE);
      page.drawImage(image, left, y - height, width, height);
      y -= height;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was drawn on a screen, with its upper left corner there. */
  void strokes(Strokes strokes, float left, float top, float width) {
    float scale = width / Strokes.WIDTH;
    try {
      page.setLineWidth(2 * RULE);
      page.setLineCapStyle(1);
      for (var line : strokes.lines()) {
        var first = line.getFirst();
        page.moveTo(left + first.x() * scale, top - first.y() * scale);
        for (var point : line) {
          page.lineTo(left + point.x() * scale, top - point.y() * scale);
        }
        page.stroke();
      }
      page.setLineCapStyle(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The finished file. */
  byte[] finished() {
    close(page);
    try {
      Archive.describe(pdf, title);
      var bytes = new ByteArrayOutputStream();
      pdf.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(PDPageContentStream page) {
    try {
      page.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      pdf.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      type.giveBack();
    }
  }
}
