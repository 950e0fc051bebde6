package thangdiem.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * Looks through a workbook from outside before anything parses it: sizes, ratio, number and names of entries, no document types or entities, no
 * macros, no links to elsewhere. It sees the ZIP as the reader behind it does.
 */
final class SafeZip {

  private static final int MOST_ENTRIES = 8_000;
  private static final long MOST_EXPANDED = 600L << 20;
  private static final long HIGHEST_RATIO = 100;
  private static final long SMALL = 4L << 20;
  private static final int BUFFER = 1 << 16;
  private static final List<byte[]> FORBIDDEN =
      List.of(
          "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII),
          "<!ENTITY".getBytes(StandardCharsets.US_ASCII),
          "<!DOCTYPE".getBytes(StandardCharsets.UTF_16LE),
          "<!DOCTYPE".getBytes(StandardCharsets.UTF_16BE));

  private SafeZip() {}

  /**
   * Refuses what a workbook of answers has no need of.
   *
   * @throws BadInput naming what is wrong
   */
  static void check(String name, byte[] bytes) {
    if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
      throw BadInput.at(name, "workbook.notXlsx");
    }
    try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      var entries = new ArrayList<ZipArchiveEntry>();
      zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
      if (entries.size() > MOST_ENTRIES) {
        throw BadInput.at(name, "workbook.tooManyParts", MOST_ENTRIES);
      }
      names(name, entries);
      long expanded = 0;
      for (var entry : entries) {
        expanded += expand(name, zip, entry, MOST_EXPANDED - expanded, bytes.length);
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw BadInput.at(name, "workbook.broken");
    }
  }

  private static void names(String name, List<ZipArchiveEntry> entries) {
    var mistakes = new ArrayList<Mistake>();
    var seen = new HashSet<String>();
    for (var entry : entries) {
      var part = entry.getName();
      var lower = part.toLowerCase(Locale.ROOT);
      if (!seen.add(lower)) {
        mistakes.add(Mistake.at(name, "workbook.twice", part));
      }
      if (part.startsWith("/") || part.contains("..") || part.contains("\\") || part.contains(":")) {
        mistakes.add(Mistake.at(name, "workbook.path", part));
      }
      if (lower.endsWith("vbaproject.bin") || lower.contains("externallinks/") || lower.contains("activex/") || lower.contains("embeddings/")) {
        mistakes.add(Mistake.at(name, "workbook.active", part));
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        mistakes.add(Mistake.at(name, "workbook.encrypted"));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes.subList(0, Math.min(mistakes.size(), 10)));
    }
    if (!seen.contains("xl/workbook.xml")) {
      throw BadInput.at(name, "workbook.notXlsx");
    }
  }

  /** Inflates an entry, counting and looking; never trusts the sizes that the file states. */
  private static long expand(String name, ZipFile zip, ZipArchiveEntry entry, long left, int compressed) throws IOException {
    var lower = entry.getName().toLowerCase(Locale.ROOT);
    boolean xml = lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    long count = 0;
    int overlap = 0;
    var buffer = new byte[BUFFER];
    try (var in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer, overlap, BUFFER - overlap); read > 0; read = in.read(buffer, overlap, BUFFER - overlap)) {
        count += read;
        if (count > left || count > SMALL && count / HIGHEST_RATIO > Math.max(1, Math.min(compressed, entry.getCompressedSize()))) {
          throw BadInput.at(name, "workbook.bomb", entry.getName());
        }
        int end = overlap + read;
        if (xml && FORBIDDEN.stream().anyMatch(words -> contains(buffer, end, words))) {
          throw BadInput.at(name, "workbook.doctype", entry.getName());
        }
        overlap = Math.min(end, FORBIDDEN.getLast().length);
        System.arraycopy(buffer, end - overlap, buffer, 0, overlap);
      }
    }
    return count;
  }

  private static boolean contains(byte[] buffer, int end, byte[] words) {
    for (int i = 0; i + words.length <= end; i++) {
      if (buffer[i] == words[0] && Arrays.equals(buffer, i, i + words.length, words, 0, words.length)) {
        return true;
      }
    }
    return false;
  }
}
