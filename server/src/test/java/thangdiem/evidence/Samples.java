package thangdiem.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import thangdiem.Papers;

/** A good file of each kind, and how to make others out of it (tệp mẫu). */
final class Samples {

  static final String TYPES =
      "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">%s</Types>";
  static final String RELATIONS =
      "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private Samples() {}

  static byte[] good(Kind kind) {
    return switch (kind) {
      case PDF -> Papers.ofOnePage("tot");
      case PNG -> picture("png");
      case JPEG -> picture("jpg");
      case DOCX -> docx().done();
      case XLSX -> xlsx().done();
      case ODT, ODS -> open(kind).done();
    };
  }

  static byte[] picture(String format) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RawZip docx() {
    return docx("<w:document><w:body>Báo cáo</w:body></w:document>", "");
  }

  static RawZip docx(String document, String relations) {
    return RawZip.begun()
        .text("[Content_Types].xml", TYPES.formatted(""))
        .text("_rels/.rels", RELATIONS.formatted(""))
        .text("word/document.xml", document)
        .text("word/_rels/document.xml.rels", RELATIONS.formatted(relations));
  }

  static RawZip xlsx() {
    return xlsx("");
  }

  static RawZip xlsx(String relations) {
    return RawZip.begun()
        .text("[Content_Types].xml", TYPES.formatted(""))
        .text("xl/workbook.xml", "<workbook><sheets/></workbook>")
        .text("xl/_rels/workbook.xml.rels", RELATIONS.formatted(relations));
  }

  static RawZip open(Kind kind) {
    return RawZip.begun()
        .stored("mimetype", kind.mediaType().getBytes(StandardCharsets.US_ASCII))
        .text("META-INF/manifest.xml", "<manifest:manifest/>")
        .text("content.xml", "<office:document-content/>");
  }

  static String relation(String type, String target, boolean external) {
    return "<Relationship Id=\"r1\" Type=\""
        + OFFICE
        + type
        + "\" Target=\""
        + target
        + "\""
        + (external ? " TargetMode=\"External\"" : "")
        + "/>";
  }

  /** A PDF whose catalogue says that too. */
  static byte[] pdf(String catalogue, String... more) {
    var objects = new String[2 + more.length];
    objects[0] = "<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>";
    objects[1] = "<< /Type /Pages /Kids [] /Count 0 >>";
    System.arraycopy(more, 0, objects, 2, more.length);
    return Papers.pdf("1.7", objects);
  }

  /** An object in a compressed stream, where no look at the open bytes finds it. */
  static String packed(String object) {
    var deflater = new Deflater();
    deflater.setInput(("3 0 " + object).getBytes(StandardCharsets.ISO_8859_1));
    deflater.finish();
    var some = new byte[4096];
    int length = deflater.deflate(some);
    deflater.end();
    return "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
        + length
        + " >>\nstream\n"
        + new String(some, 0, length, StandardCharsets.ISO_8859_1)
        + "\nendstream";
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  /** A PNG that says it is that large. */
  static byte[] png(int width, int height) {
    var png = picture("png");
    for (int i = 0; i < 4; i++) {
      png[16 + i] = (byte) (width >>> 24 - 8 * i);
      png[20 + i] = (byte) (height >>> 24 - 8 * i);
    }
    return png;
  }

  /** A JPEG that says so. */
  static byte[] jpeg(int width, int height) {
    var jpeg = picture("jpg");
    for (int i = 2; i < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
        jpeg[i + 5] = (byte) (height >>> 8);
        jpeg[i + 6] = (byte) height;
        jpeg[i + 7] = (byte) (width >>> 8);
        jpeg[i + 8] = (byte) width;
        return jpeg;
      }
    }
    throw new AssertionError("no frame");
  }

  /** With a comment right after the beginning. */
  static byte[] jpegSaying(String comment) {
    var jpeg = picture("jpg");
    var words = latin(comment);
    var head =
        new byte[] {
          (byte) 0xff,
          (byte) 0xd8,
          (byte) 0xff,
          (byte) 0xfe,
          (byte) (words.length + 2 >>> 8),
          (byte) (words.length + 2)
        };
    return joined(head, words, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** With a chunk of text before the end. */
  static byte[] pngSaying(String text) {
    var png = picture("png");
    var words = latin("Comment\0" + text);
    var length = new byte[] {0, 0, (byte) (words.length >>> 8), (byte) words.length};
    return joined(
        Arrays.copyOf(png, png.length - 12),
        length,
        latin("tEXt"),
        words,
        new byte[4],
        Arrays.copyOfRange(png, png.length - 12, png.length));
  }
}
