package thangdiem.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import thangdiem.words.BadInput;
import thangdiem.words.Sentence;

/** The files of a bundle (các tệp trong gói): out of its ZIP, and their checksums. */
final class BundleFiles {

  static final String SUMS = "SHA256SUMS";

  /** The one file that no checksum lists, since it signs them. */
  static final String SIGNATURE = "SIGNATURE.txt";

  private static final int MOST_FILES = 64;
  private static final int MOST_BYTES = 1 << 30;
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int END_COUNT = 10;

  private BundleFiles() {}

  static LinkedHashMap<String, byte[]> unpack(String name, byte[] zip) {
    var files = new LinkedHashMap<String, byte[]>();
    long total = 0;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, MOST_BYTES - total + 1));
        total += content.length;
        if (total > MOST_BYTES || files.size() >= MOST_FILES) {
          throw BadInput.at(name, "bundle.tooLarge");
        }
        if (files.put(entry.getName(), content) != null) {
          throw BadInput.at(name, "bundle.twice", entry.getName());
        }
      }
    } catch (IOException | IllegalArgumentException _) {
      throw BadInput.at(name, "bundle.notZip");
    }
    if (!endsAfter(zip, files.size())) {
      throw BadInput.at(name, "bundle.cut");
    }
    return files;
  }

  /** One file of a bundle; the others are passed over. */
  static Optional<byte[]> one(String name, byte[] zip, String wanted) {
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(wanted)) {
          return Optional.of(in.readNBytes(MOST_BYTES));
        }
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      throw BadInput.at(name, "bundle.notZip");
    }
  }

  /** Whether the ZIP closes with a list of just so many files: others read nothing else of it. */
  private static boolean endsAfter(byte[] zip, int files) {
    if (zip.length < END_SIZE) {
      return false;
    }
    var end =
        ByteBuffer.wrap(zip, zip.length - END_SIZE, END_SIZE)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN);
    return end.getInt(0) == END && end.getShort(END_COUNT) == files;
  }

  /** By its name, the checksum that each line states. */
  static Map<String, String> listed(String sums) {
    var listed = new LinkedHashMap<String, String>();
    sums.lines()
        .map(line -> line.split("  ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> listed.put(parts[1], parts[0]));
    return listed;
  }

  /** Files that are not as SHA256SUMS lists them, or not as they were signed. */
  static List<Sentence> checksums(Map<String, byte[]> files) {
    var differences = new ArrayList<Sentence>();
    var listed = listed(text(files, SUMS));
    var signed = files.containsKey(SIGNATURE) ? listed(text(files, SIGNATURE)) : listed;
    var names = new TreeSet<>(files.keySet());
    names.remove(SUMS);
    names.remove(SIGNATURE);
    names.addAll(listed.keySet());
    for (var name : names) {
      if (!listed.containsKey(name)) {
        differences.add(Sentence.of("bundle.unlisted", name));
      } else if (!files.containsKey(name)) {
        differences.add(Sentence.of("bundle.gone", name));
      } else if (!Sha256.of(file(files, name)).equals(listed.get(name))) {
        differences.add(Sentence.of("bundle.checksum", name));
      } else if (!listed.get(name).equals(signed.get(name))) {
        differences.add(Sentence.of("bundle.signedOtherwise", name));
      }
    }
    return differences;
  }

  static String text(Map<String, byte[]> files, String name) {
    return TextFile.text(name, file(files, name));
  }

  /** The bytes of a file; none where there is no such file. */
  static byte[] file(Map<String, byte[]> files, String name) {
    return files.getOrDefault(name, new byte[0]);
  }
}
