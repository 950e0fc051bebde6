package thangdiem.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures in a DOCX (ảnh trong tệp Word): photographs as they are, drawings made to PNG here. */
final class DocxPictures {

  private static final float PEN = 4;
  private static final int EMU = 12_700;
  private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";

  private final DocxFile file;
  private final DocxText text;
  private int number;

  DocxPictures(DocxFile file, DocxText text) {
    this.file = file;
    this.text = text;
  }

  void photo(Jpeg jpeg, float width, float height) {
    inline(file.picture("jpeg", jpeg.bytes()), width, height);
  }

  void drawing(Strokes strokes, float width) {
    inline(file.picture("png", png(strokes)), width, width * Strokes.HEIGHT / Strokes.WIDTH);
  }

  private static byte[] png(Strokes strokes) {
    var image = new BufferedImage(Strokes.WIDTH, Strokes.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, Strokes.WIDTH, Strokes.HEIGHT);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (var line : strokes.lines()) {
      var path = new Path2D.Float();
      path.moveTo(line.getFirst().x(), line.getFirst().y());
      line.forEach(point -> path.lineTo(point.x(), point.y()));
      pen.draw(path);
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void inline(String name, float width, float height) {
    number++;
    var id = String.valueOf(number);
    var x = String.valueOf(Math.round(width * EMU));
    var y = String.valueOf(Math.round(height * EMU));
    text.open("w:r").open("w:drawing").open("wp:inline");
    text.empty("wp:extent", "cx", x, "cy", y);
    text.empty("wp:docPr", "id", id, "name", name);
    text.open("a:graphic").open("a:graphicData", "uri", PICTURE).open("pic:pic");
    text.open("pic:nvPicPr").empty("pic:cNvPr", "id", id, "name", name).empty("pic:cNvPicPr");
    text.close();
    text.open("pic:blipFill").empty("a:blip", "r:embed", name);
    text.open("a:stretch").empty("a:fillRect").close().close();
    text.open("pic:spPr").open("a:xfrm").empty("a:off", "x", "0", "y", "0");
    text.empty("a:ext", "cx", x, "cy", y).close();
    text.open("a:prstGeom", "prst", "rect").empty("a:avLst").close();
    text.close().close().close().close().close().close().close();
  }
}
