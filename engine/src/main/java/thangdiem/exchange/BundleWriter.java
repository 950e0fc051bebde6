package thangdiem.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Fills a bundle file by file and sums each while it goes in (lập gói), so that none of them need
 * be held whole. The same files always give the same bytes.
 */
final class BundleWriter {

  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final StringBuilder sums = new StringBuilder();

  BundleWriter(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** What fills a file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The next file; it is packed and summed, each on its own, while it is being made. */
  void file(String name, Content content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
    var digest = Sha256.digest();
    try (var packed = new Aside(zip);
        var summed = new Aside(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      content.writeTo(new Both(packed, summed));
    }
    zip.closeEntry();
    sums.append(Sha256.written(digest.digest())).append("  ").append(name).append('\n');
  }

  void file(String name, byte[] content) throws IOException {
    file(name, out -> out.write(content));
  }

  void file(String name, String content) throws IOException {
    file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The checksum of each file so far, as SHA256SUMS lists them. */
  byte[] sums() {
    return sums.toString().getBytes(StandardCharsets.UTF_8);
  }

  void finish() throws IOException {
    zip.finish();
  }
}
