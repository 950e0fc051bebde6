package thangdiem.inspector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF, drawn as pictures of a size that a screen can show (ảnh các trang). */
final class Pages {

  /** As wide as an A4 page at 150 dots an inch; a poster is drawn no larger. */
  private static final int WIDTH = 1240;

  private static final int TALLEST = 3 * WIDTH;
  private static final int POINTS_AN_INCH = 72;

  private Pages() {}

  static int count(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }

  /** A page as a PNG, the first being 1. */
  static byte[] draw(byte[] pdf, int page) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var box = document.getPage(page - 1).getCropBox();
      float scale =
          Math.min(
              WIDTH / Math.max(1, Math.max(box.getWidth(), 1)),
              TALLEST / Math.max(1, box.getHeight()));
      var drawn =
          new PDFRenderer(document)
              .renderImageWithDPI(page - 1, scale * POINTS_AN_INCH, ImageType.RGB);
      var out = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      ImageIO.write(drawn, "png", out);
      return out.toByteArray();
    }
  }
}
