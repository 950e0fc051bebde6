package thangdiem.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The directory of a ZIP archive (mục lục của tệp nén), read before anything of it is expanded: how
 * many parts, what names, where they lie. What is wrong with it is said as a key of a refusal.
 */
record Container(Bytes bytes, List<Part> parts) {

  private static final int MOST_PARTS = 2_000;
  private static final long MOST_EXPANDED = 200L << 20;
  private static final long HIGHEST_RATIO = 100;
  private static final int SMALL = 1 << 20;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final int ENCRYPTED = 0x2041;
  private static final int LINK = 0xa000;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** A part: its name and where its bytes lie. */
  record Part(String name, int method, int from, int compressed, long expanded) {

    String lower() {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  /** Why an archive is not taken. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String key;

    Unfit(String key) {
      super(key);
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /** Sees the bytes of a part as they are expanded. */
  interface Reader {
    void read(byte[] bytes, int length) throws Unfit;
  }

  static Container of(Bytes bytes) throws Unfit {
    int end = bytes.archiveEnd();
    if (end < 0) {
      throw new Unfit("evidence.brokenOffice");
    }
    int count = bytes.little2(end + 10);
    if (count > MOST_PARTS) {
      throw new Unfit("evidence.tooManyParts");
    }
    var parts = new ArrayList<Part>();
    try {
      int at = Math.toIntExact(bytes.little4(end + 16));
      for (int i = 0; i < count; i++) {
        at = entry(bytes, at, parts);
      }
      if (at > end) {
        throw new Unfit("evidence.brokenOffice");
      }
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw new Unfit("evidence.brokenOffice");
    }
    requireApart(parts);
    return new Container(bytes, List.copyOf(parts));
  }

  private static int entry(Bytes bytes, int at, List<Part> parts) throws Unfit {
    if (!bytes.has(at, "PK\001\002")) {
      throw new Unfit("evidence.brokenOffice");
    }
    if ((bytes.little2(at + 8) & ENCRYPTED) != 0) {
      throw new Unfit("evidence.locked");
    }
    if ((bytes.little2(at + 40) & 0xf000) == LINK) {
      throw new Unfit("evidence.oddParts");
    }
    var name = bytes.text(at + ENTRY_SIZE, bytes.little2(at + 28));
    int local = Math.toIntExact(bytes.little4(at + 42));
    // What a streaming reader would see under another name is not what Office shows.
    if (!bytes.has(local, "PK\003\004")
        || !bytes.text(local + LOCAL_SIZE, bytes.little2(local + 26)).equals(name)) {
      throw new Unfit("evidence.brokenOffice");
    }
    int from = local + LOCAL_SIZE + bytes.little2(local + 26) + bytes.little2(local + 28);
    int compressed = Math.toIntExact(bytes.little4(at + 20));
    int method = bytes.little2(at + 10);
    if ((long) from + compressed > bytes.size() || method != STORED && method != DEFLATED) {
      throw new Unfit("evidence.brokenOffice");
    }
    requireSafe(name);
    parts.add(new Part(name, method, from, compressed, bytes.little4(at + 24)));
    return at
        + ENTRY_SIZE
        + bytes.little2(at + 28)
        + bytes.little2(at + 30)
        + bytes.little2(at + 32);
  }

  private static void requireSafe(String name) throws Unfit {
    if (name.startsWith("/")
        || name.contains("..")
        || name.contains("\\")
        || name.contains(":")
        || name.chars().anyMatch(c -> c < ' ')) {
      throw new Unfit("evidence.oddParts");
    }
  }

  /** Each name once, and no byte in two parts: that is how small files become huge. */
  private static void requireApart(List<Part> parts) throws Unfit {
    var seen = new HashSet<String>();
    for (var part : parts) {
      if (!seen.add(part.lower())) {
        throw new Unfit("evidence.oddParts");
      }
    }
    var inOrder = parts.stream().sorted(Comparator.comparingInt(Part::from)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      var before = inOrder.get(i - 1);
      if (before.from() + before.compressed() > inOrder.get(i).from()) {
        throw new Unfit("evidence.bomb");
      }
    }
  }

  boolean has(String name) {
    return part(name).isPresent();
  }

  Optional<Part> part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /** Expands every part once, counting; sizes that the file states are not believed. */
  void expand(java.util.function.Function<Part, Reader> readers) throws Unfit {
    long left = MOST_EXPANDED;
    for (var part : parts) {
      left -= expand(part, left, readers.apply(part));
    }
  }

  /** A part that must be small, as text. */
  String text(Part part) throws Unfit {
    var text = new StringBuilder();
    expand(
        part,
        SMALL,
        (some, length) -> {
          for (int i = 0; i < length; i++) {
            if (some[i] != 0) { // the same in UTF-16
              text.append((char) (some[i] & 0xff));
            }
          }
        });
    return text.toString();
  }

  private long expand(Part part, long left, Reader reader) throws Unfit {
    var raw = bytes.buffer().slice(part.from(), part.compressed());
    return part.method() == STORED ? copy(raw, left, reader) : inflate(part, raw, left, reader);
  }

  private static long copy(ByteBuffer raw, long left, Reader reader) throws Unfit {
    long count = raw.remaining();
    if (count > left) {
      throw new Unfit("evidence.bomb");
    }
    var some = new byte[1 << 16];
    while (raw.hasRemaining()) {
      int length = Math.min(some.length, raw.remaining());
      raw.get(some, 0, length);
      reader.read(some, length);
    }
    return count;
  }

  private static long inflate(Part part, ByteBuffer raw, long left, Reader reader) throws Unfit {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(raw);
      var some = new byte[1 << 16];
      long count = 0;
      while (!inflater.finished()) {
        int read = inflater.inflate(some);
        if (read == 0) {
          throw new Unfit("evidence.brokenOffice");
        }
        count += read;
        if (count > left || count > SMALL && count > HIGHEST_RATIO * part.compressed()) {
          throw new Unfit("evidence.bomb");
        }
        reader.read(some, read);
      }
      return count;
    } catch (DataFormatException e) {
      throw new Unfit("evidence.brokenOffice");
    } finally {
      inflater.end();
    }
  }
}
