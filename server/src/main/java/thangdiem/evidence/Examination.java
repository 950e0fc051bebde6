package thangdiem.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a file before it is kept (kiểm tra tệp): its content says what it is, and its name must
 * say the same. Only what is needed is read; nothing is run, drawn or followed.
 */
final class Examination {

  private static final int HEAD = 1024;

  private Examination() {}

  /** What a file of that name and content is, or why it is not taken. */
  static Verdict of(String name, Bytes bytes) {
    if (bytes.size() == 0) {
      return Verdict.refused("evidence.empty");
    }
    if (bytes.size() > Evidence.LARGEST_FILE) {
      return Verdict.refused("evidence.tooLarge", Evidence.LARGEST_FILE >> 20);
    }
    var verdict = look(name, bytes);
    if (verdict instanceof Verdict.Taken taken && !taken.kind().isNamed(name)) {
      return Verdict.refused(
          "evidence.otherName", taken.kind().name(), "." + taken.kind().extension());
    }
    return verdict;
  }

  private static Verdict look(String name, Bytes bytes) {
    if (bytes.has(0, "%PDF-")) {
      return PdfLook.of(bytes);
    }
    if (bytes.has(0, "\u0089PNG\r\n\u001a\n")) {
      return PictureLook.png(bytes);
    }
    if (bytes.has(0, "\u00ff\u00d8\u00ff")) {
      return PictureLook.jpeg(bytes);
    }
    if (bytes.has(0, "PK\003\004")) {
      return OfficeLook.of(bytes);
    }
    if (bytes.has(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return old(name, bytes);
    }
    if (bytes.has(0, "PK")) {
      return Verdict.refused("evidence.archive");
    }
    if (bytes.find(0, HEAD, "%PDF-") > 0 || bytes.endsAsArchive()) {
      return Verdict.refused("evidence.twoInOne");
    }
    return Verdict.refused(advice(bytes).orElse("evidence.otherKind"));
  }

  /** Office's older container: the files before 2007, and newer ones behind a password. */
  private static Verdict old(String name, Bytes bytes) {
    var lower = name.toLowerCase(Locale.ROOT);
    boolean locked = bytes.mentions(0, bytes.size(), "e\0n\0c\0r\0y\0p\0t\0e\0d\0p\0a\0c\0k\0a");
    if (locked || lower.endsWith("x")) {
      return Verdict.refused("evidence.locked");
    }
    return Verdict.refused("evidence.old");
  }

  /** What people send by mistake, each with its own way out. */
  private static Optional<String> advice(Bytes bytes) {
    if (bytes.has(4, "ftyp") && Set.of("heic", "heix", "mif1", "msf1").contains(brand(bytes))) {
      return Optional.of("evidence.heic");
    }
    if (bytes.has(0, "GIF8")
        || bytes.has(0, "BM")
        || bytes.has(0, "II*\0")
        || bytes.has(0, "MM\0*")
        || bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
      return Optional.of("evidence.otherPicture");
    }
    if (bytes.has(0, "Rar!") || bytes.has(0, "7z\u00bc\u00af") || bytes.has(0, "\u001f\u008b")) {
      return Optional.of("evidence.archive");
    }
    return Optional.empty();
  }

  private static String brand(Bytes bytes) {
    return bytes.size() < 12 ? "" : bytes.text(8, 4);
  }
}
