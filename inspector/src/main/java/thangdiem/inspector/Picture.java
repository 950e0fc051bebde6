package thangdiem.inspector;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture drawn anew and smaller: nothing but its dots remains (ảnh thu nhỏ). */
final class Picture {

  private static final int WIDTH = 1240;

  private Picture() {}

  static byte[] smaller(byte[] picture) throws IOException {
    ImageIO.setUseCache(false);
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IOException("no picture");
      }
      var reader = readers.next();
      reader.setInput(input);
      int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / WIDTH);
      var sparsely = reader.getDefaultReadParam();
      sparsely.setSourceSubsampling(every, every, 0, 0);
      var read = reader.read(0, sparsely);
      var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
      var pen = plain.createGraphics();
      pen.drawImage(read, 0, 0, java.awt.Color.WHITE, null);
      pen.dispose();
      var out = new ByteArrayOutputStream();
      ImageIO.write(plain, "png", out);
      return out.toByteArray();
    }
  }
}
