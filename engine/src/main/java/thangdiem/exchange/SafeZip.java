package thangdiem.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * A workbook file from outside, looked through before anything parses it (kiểm tra an toàn): sizes,
 * ratio, number and names of its parts, checksums, no document types or entities, no macros, no
 * links to other workbooks. Only its central directory counts, as for Excel.
 */
final class SafeZip {

  private static final int MEGABYTE = 1 << 20;
  private static final int LARGEST_FILE = 50 * MEGABYTE;
  private static final int MOST_PARTS = 2_000;
  private static final long MOST_EXPANDED = 400L * MEGABYTE;
  private static final long HIGHEST_RATIO = 100;
  private static final int SMALL = MEGABYTE;
  private static final int MOST_KEPT = 40;
  private static final int MOST_BYTES_KEPT = 24 * MEGABYTE;
  private static final int MOST_NAMED = 10;

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int ENCRYPTED = 0x2041;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final long OLE_2 = 0xd0cf11e0a1b11ae1L;

  /** Parts that run, or that bring in something from elsewhere. */
  private static final List<String> ACTIVE =
      List.of(
          "vbaproject",
          "macrosheets/",
          "dialogsheets/",
          "externallinks/",
          "activex/",
          "embeddings/",
          "connections.xml",
          "querytables/");

  /** The same, under whatever name, by the kind that the package states. */
  private static final List<String> ACTIVE_KINDS =
      List.of(
          "macroenabled",
          "vbaproject",
          "macrosheet",
          "dialogsheet",
          "externallink",
          "activex",
          "oleobject",
          "connections+xml",
          "querytable");

  private record Part(
      String name, int method, int from, int compressed, int expanded, long checksum) {}

  private final String file;
  private final ByteBuffer bytes;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** What parts came to when they were looked through: these need not be expanded again. */
  private final Map<String, byte[]> kept = new HashMap<>();

  private int roomForKept = MOST_BYTES_KEPT;

  private SafeZip(String file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The parts of a file in which there is nothing but what a workbook of answers needs.
   *
   * @throws BadInput naming what there is besides
   */
  static SafeZip of(String file, byte[] bytes) {
    if (bytes.length > LARGEST_FILE) {
      throw BadInput.at(file, "file.tooLarge", LARGEST_FILE / MEGABYTE);
    }
    if (bytes.length >= Long.BYTES && ByteBuffer.wrap(bytes).getLong() == OLE_2) {
      throw BadInput.at(file, "workbook.encrypted");
    }
    if (bytes.length < END_SIZE || bytes[0] != 'P' || bytes[1] != 'K') {
      throw BadInput.at(file, "workbook.notXlsx");
    }
    var zip = new SafeZip(file, bytes);
    try {
      zip.directory();
      zip.names();
      zip.contents();
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw zip.broken();
    }
    return zip;
  }

  boolean has(String part) {
    return parts.containsKey(part);
  }

  /** The content of a part, which has been looked through. */
  InputStream open(String part) throws IOException {
    var known =
        Optional.ofNullable(parts.get(part)).orElseThrow(() -> new IOException("no part " + part));
    var expanded = kept.get(part);
    if (expanded != null) {
      return new ByteArrayInputStream(expanded);
    }
    var raw = new ByteArrayInputStream(bytes.array(), known.from(), known.compressed());
    if (known.method() == STORED) {
      return raw;
    }
    return new InflaterInputStream(raw, new Inflater(true), 1 << 13) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  private void directory() {
    int end = bytes.capacity() - END_SIZE;
    while (bytes.getInt(end) != END || end + END_SIZE + number(end + 20) != bytes.capacity()) {
      end--;
      if (end < 0 || end < bytes.capacity() - END_SIZE - LONGEST_COMMENT) {
        throw broken();
      }
    }
    int count = number(end + 10);
    if (count > MOST_PARTS) {
      throw BadInput.at(file, "workbook.tooManyParts", MOST_PARTS);
    }
    int at = bytes.getInt(end + 16);
    for (int i = 0; i < count; i++) {
      at = entry(at);
    }
    if (at > end) {
      throw broken();
    }
    var inOrder = parts.values().stream().sorted(Comparator.comparingInt(Part::from)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i - 1).from() + inOrder.get(i - 1).compressed() > inOrder.get(i).from()) {
        throw broken();
      }
    }
  }

  /** Reads one entry of the central directory and says where the next one stands. */
  private int entry(int at) {
    if (bytes.getInt(at) != ENTRY) {
      throw broken();
    }
    if ((number(at + 8) & ENCRYPTED) != 0) {
      throw BadInput.at(file, "workbook.encrypted");
    }
    var name = text(at + ENTRY_SIZE, number(at + 28));
    int local = bytes.getInt(at + 42);
    // What a streaming reader would see under another name is not what Excel shows.
    if (bytes.getInt(local) != LOCAL
        || !text(local + LOCAL_SIZE, number(local + 26)).equals(name)) {
      throw broken();
    }
    int from = local + LOCAL_SIZE + number(local + 26) + number(local + 28);
    var part =
        new Part(
            name,
            number(at + 10),
            from,
            bytes.getInt(at + 20),
            bytes.getInt(at + 24),
            bytes.getInt(at + 16) & 0xffffffffL);
    if (part.compressed() < 0
        || part.expanded() < 0
        || from < 0
        || (long) from + part.compressed() > bytes.capacity()) {
      throw broken();
    }
    if (part.method() != STORED && part.method() != DEFLATED) {
      throw broken();
    }
    if (parts.putIfAbsent(name, part) != null) {
      throw BadInput.at(file, "workbook.twice", shown(name));
    }
    return at + ENTRY_SIZE + number(at + 28) + number(at + 30) + number(at + 32);
  }

  private void names() {
    var mistakes = new ArrayList<Mistake>();
    var seen = new HashSet<String>();
    for (var part : parts.keySet()) {
      var lower = part.toLowerCase(Locale.ROOT);
      if (!seen.add(lower)) {
        mistakes.add(Mistake.at(file, "workbook.twice", shown(part)));
      }
      if (part.startsWith("/")
          || part.contains("..")
          || part.contains("\\")
          || part.contains(":")
          || part.chars().anyMatch(c -> c < ' ')) {
        mistakes.add(Mistake.at(file, "workbook.path", shown(part)));
      } else if (ACTIVE.stream().anyMatch(lower::contains)) {
        mistakes.add(Mistake.at(file, "workbook.active", shown(part)));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes.subList(0, Math.min(mistakes.size(), MOST_NAMED)));
    }
  }

  private void contents() throws IOException {
    long left = MOST_EXPANDED;
    var buffer = new byte[1 << 16];
    for (var part : parts.values()) {
      left -= look(part, left, buffer);
    }
    for (var part : parts.keySet()) {
      if (part.equalsIgnoreCase("[Content_Types].xml")
          || part.toLowerCase(Locale.ROOT).endsWith(".rels")) {
        kinds(part);
      }
    }
  }

  /**
   * Expands a part, counting and looking; the sizes that the file states are believed only once
   * they have come true.
   */
  private long look(Part part, long left, byte[] buffer) throws IOException {
    var lower = part.name().toLowerCase(Locale.ROOT);
    boolean xml = lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    var doctype = new Seen("<!DOCTYPE");
    var entity = new Seen("<!ENTITY");
    var checksum = new CRC32();
    long count = 0;
    boolean isKept = part.expanded() <= roomForKept && parts.size() <= MOST_KEPT;
    var whole = new byte[isKept ? part.expanded() : 0];
    roomForKept -= whole.length;
    try (var in = open(part.name())) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        count += read;
        if (count > left || count > SMALL && count > HIGHEST_RATIO * part.compressed()) {
          throw BadInput.at(file, "workbook.bomb", shown(part.name()));
        }
        if (xml && (doctype.in(buffer, read) | entity.in(buffer, read))) {
          throw BadInput.at(file, "workbook.doctype", shown(part.name()));
        }
        checksum.update(buffer, 0, read);
        if (count <= whole.length) {
          System.arraycopy(buffer, 0, whole, (int) count - read, read);
        }
      }
    }
    if (count != part.expanded() || checksum.getValue() != part.checksum()) {
      throw broken();
    }
    if (isKept) {
      kept.put(part.name(), whole);
    }
    return count;
  }

  private void kinds(String part) throws IOException {
    try (var in = open(part)) {
      var stated =
          new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
              .replace("\0", "")
              .toLowerCase(Locale.ROOT);
      if (ACTIVE_KINDS.stream().anyMatch(stated::contains)) {
        throw BadInput.at(file, "workbook.active", shown(part));
      }
    }
  }

  /**
   * Looks for a word in a stream of bytes, in UTF-8, UTF-16 and UTF-32 alike: zeros do not count.
   */
  private static final class Seen {
    private final byte[] word;
    private int matched;

    Seen(String word) {
      this.word = word.getBytes(StandardCharsets.US_ASCII);
    }

    boolean in(byte[] buffer, int length) {
      int so = matched;
      for (int i = 0; i < length && so < word.length; i++) {
        byte next = buffer[i];
        if (next == word[so]) {
          so++;
        } else if (so > 0 && next != 0) {
          so = next == word[0] ? 1 : 0;
        }
      }
      matched = so;
      return so == word.length;
    }
  }

  private int number(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  private String text(int at, int length) {
    var name = new byte[length];
    bytes.get(at, name);
    return new String(name, StandardCharsets.UTF_8);
  }

  /** A name from outside, short enough and printable. */
  private static String shown(String name) {
    var clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
  }

  private BadInput broken() {
    return BadInput.at(file, "workbook.broken");
  }
}
