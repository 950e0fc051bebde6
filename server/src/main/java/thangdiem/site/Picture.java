package thangdiem.site;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import thangdiem.criteria.Rational;
import thangdiem.ranking.Standing;

/** The picture that other sites show beside a link (ảnh xem trước): who is first, as bars. */
final class Picture {

  private static final int WIDTH = 1200;
  private static final int HEIGHT = 630;
  private static final int MARGIN = 72;
  private static final int HEADLINE = 54;
  private static final int TEXT = 27;
  private static final int SMALL = 22;
  private static final int ROWS = 6;
  private static final int ROW = 50;
  private static final int BAR_FROM = 560;
  private static final int BAR_MOST = 470;
  private static final int BAR = 22;
  private static final Color PAPER = new Color(0xfbfaf7);
  private static final Color INK = new Color(0x14213d);
  private static final Color FAINT = new Color(0x5f687c);
  private static final Color WARNING = new Color(0x8a5a00);
  private static final Color LINE = new Color(0xdedbd2);
  private static final List<Color> SECTIONS =
      List.of(
          new Color(0x1c3360),
          new Color(0x4a7fb0),
          new Color(0x2f8576),
          new Color(0xad8023),
          new Color(0x84506b),
          new Color(0x5b6b2f));

  private static final Font REGULAR = font("Regular");
  private static final Font BOLD = font("Bold");

  private final Drawing drawing;

  Picture(Drawing drawing) {
    this.drawing = drawing;
  }

  byte[] png(String headline) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(SECTIONS.getFirst());
    pen.fillRect(0, 0, WIDTH, 12);
    pen.setColor(FAINT);
    pen.setFont(sized(REGULAR, TEXT));
    pen.drawString(
        drawing.issuer() + " · " + drawing.say("site.subject", drawing.year()), MARGIN, 78);
    notice(pen);
    pen.setColor(INK);
    int below = paragraph(pen, headline, 112);
    rows(pen, Math.max(below + 26, 290));
    return bytes(image);
  }

  /** Who sees only the picture must know too that figures are made up, or corrected. */
  private void notice(Graphics2D pen) {
    var notices = drawing.notices();
    if (!notices.isEmpty()) {
      pen.setColor(WARNING);
      pen.setFont(sized(BOLD, SMALL));
      pen.drawString(notices.getFirst(), MARGIN, HEIGHT - 22);
    }
  }

  /** The headline in at most three lines; where its last line ends. */
  private static int paragraph(Graphics2D pen, String text, int top) {
    var written = new AttributedString(text, Map.of(TextAttribute.FONT, sized(BOLD, HEADLINE)));
    var lines = new LineBreakMeasurer(written.getIterator(), pen.getFontRenderContext());
    int y = top;
    for (int line = 0; line < 3 && lines.getPosition() < text.length(); line++) {
      y += HEADLINE + (line == 0 ? 0 : 10);
      lines.nextLayout(WIDTH - 2 * MARGIN).draw(pen, MARGIN, y);
    }
    return y;
  }

  private void rows(Graphics2D pen, int top) {
    var groups = drawing.edition.groups().values().stream().toList();
    int each = Math.max(1, ROWS / Math.max(1, groups.size()));
    int y = top;
    for (var members : groups) {
      for (var unit : members.stream().limit(groups.size() == 1 ? ROWS : each).toList()) {
        if (y + ROW <= HEIGHT - 44) {
          row(pen, unit, y);
          y += ROW;
        }
      }
    }
  }

  private void row(Graphics2D pen, Standing unit, int top) {
    pen.setColor(LINE);
    pen.drawLine(MARGIN, top, WIDTH - MARGIN, top);
    int base = top + ROW / 2 + TEXT / 3;
    pen.setColor(INK);
    pen.setFont(sized(BOLD, TEXT));
    pen.drawString(
        unit.overall().exists() ? String.valueOf(unit.overall().inGroup()) : "–", MARGIN, base);
    pen.setFont(sized(REGULAR, TEXT));
    pen.drawString(fitting(pen, unit.sheet().answers().name()), MARGIN + 44, base);
    var points = drawing.figures.points(unit.sheet().total());
    pen.setFont(sized(BOLD, TEXT));
    pen.drawString(points, WIDTH - MARGIN - pen.getFontMetrics().stringWidth(points), base);
    int x = BAR_FROM;
    int colour = 0;
    for (var score : unit.sheet().sections()) {
      int width =
          score
              .points()
              .value()
              .times(Rational.of(BAR_MOST))
              .dividedBy(drawing.set.largestScale().value())
              .toDecimal(0)
              .intValue();
      pen.setColor(SECTIONS.get(colour++ % SECTIONS.size()));
      pen.fillRect(x, top + (ROW - BAR) / 2, Math.max(0, width - 1), BAR);
      x += width;
    }
  }

  private static String fitting(Graphics2D pen, String name) {
    int most = BAR_FROM - MARGIN - 44 - 16;
    var text = name;
    while (pen.getFontMetrics().stringWidth(text) > most && text.length() > 4) {
      text = text.substring(0, text.length() - 2).stripTrailing() + "…";
    }
    return text;
  }

  private static Font sized(Font font, int size) {
    return font.deriveFont(Map.of(TextAttribute.SIZE, size));
  }

  private static Font font(String face) {
    try (var stream =
        Picture.class.getResourceAsStream("/thangdiem/document/LiberationSerif-" + face + ".ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(stream, face));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
