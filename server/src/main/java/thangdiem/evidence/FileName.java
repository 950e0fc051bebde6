package thangdiem.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A file's name from outside (tên tệp), made harmless: it is shown and given back, never used as a
 * path.
 */
final class FileName {

  private static final int LONGEST = 200;
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

  private FileName() {}

  /** Its last part, composed, visible, short enough for any disk and no name of a device. */
  static String of(String sent) {
    var name =
        Normalizer.normalize(sent.replaceAll(".*[/\\\\]", ""), Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]", "")
            .replaceAll("[<>:\"|?*]", "_")
            .strip()
            .replaceAll("[. ]+$", "");
    if (name.isEmpty() || name.startsWith(".") && name.indexOf('.', 1) < 0) {
      name = "tep" + name;
    }
    int dot = name.lastIndexOf('.');
    var stem = dot > 0 ? name.substring(0, dot) : name;
    var end = dot > 0 ? name.substring(dot) : "";
    if (DEVICES.contains(stem.toLowerCase(Locale.ROOT))) {
      stem = "_" + stem;
    }
    while ((stem + end).getBytes(StandardCharsets.UTF_8).length > LONGEST && !stem.isEmpty()) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + end.substring(0, Math.min(end.length(), LONGEST / 4));
  }
}
