package thangdiem.evidence;

import java.util.List;
import java.util.Set;

/** Looks at the head of a picture (ảnh): its size is read, the picture itself is not drawn. */
final class PictureLook {

  private static final long MOST_PIXELS = 50_000_000;

  /** What makes a picture something else to another program. */
  private static final List<String> FOREIGN =
      List.of("<script", "<html", "<?php", "<svg ", "<foreignobject", "%pdf-1", "%pdf-2");

  private PictureLook() {}

  static Verdict png(Bytes bytes) {
    if (!bytes.has(12, "IHDR") || bytes.size() < 45) {
      return Verdict.refused("evidence.brokenPicture");
    }
    long pixels = (long) bytes.bigEndian(16) * bytes.bigEndian(20);
    if (bytes.bigEndian(16) <= 0 || bytes.bigEndian(20) <= 0) {
      return Verdict.refused("evidence.brokenPicture");
    }
    if (pixels > MOST_PIXELS) {
      return Verdict.refused("evidence.tooManyPixels", MOST_PIXELS / 1_000_000);
    }
    int at = 8;
    while (!bytes.has(at + 4, "IEND")) {
      int length = bytes.bigEndian(at);
      if (length < 0 || length > bytes.size() - at - 12) {
        return Verdict.refused("evidence.brokenPicture");
      }
      at += length + 12;
    }
    return at + 12 != bytes.size() ? Verdict.refused("evidence.twoInOne") : alone(Kind.PNG, bytes);
  }

  static Verdict jpeg(Bytes bytes) {
    int at = 2;
    while (at + 9 < bytes.size()) {
      if (bytes.at(at) != 0xff) {
        return Verdict.refused("evidence.brokenPicture");
      }
      int marker = bytes.at(at + 1);
      if (marker == 0xff) {
        at++;
      } else if (isFrame(marker)) {
        long pixels = (long) sixteen(bytes, at + 5) * sixteen(bytes, at + 7);
        if (pixels == 0) {
          return Verdict.refused("evidence.brokenPicture");
        }
        if (pixels > MOST_PIXELS) {
          return Verdict.refused("evidence.tooManyPixels", MOST_PIXELS / 1_000_000);
        }
        return bytes.find(at, bytes.size(), "\u00ff\u00d9") < 0
            ? Verdict.refused("evidence.brokenPicture")
            : alone(Kind.JPEG, bytes);
      } else {
        at += 2 + Math.max(2, sixteen(bytes, at + 2));
      }
    }
    return Verdict.refused("evidence.brokenPicture");
  }

  /** The markers that begin a frame; C4, C8 and CC are something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static int sixteen(Bytes bytes, int index) {
    return bytes.at(index) << 8 | bytes.at(index + 1);
  }

  private static Verdict alone(Kind kind, Bytes bytes) {
    return bytes.endsAsArchive()
            || FOREIGN.stream().anyMatch(word -> bytes.mentions(0, bytes.size(), word))
        ? Verdict.refused("evidence.twoInOne")
        : Verdict.taken(kind, Set.of());
  }
}
