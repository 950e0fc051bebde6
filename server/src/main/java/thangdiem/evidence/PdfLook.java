package thangdiem.evidence;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks over a PDF for what it may do besides being read (PDF): names of its objects, also of those
 * that stand in compressed streams. It is not parsed here; that is done by a process of its own.
 */
final class PdfLook {

  private static final int HEAD = 1024;
  private static final int TAIL = 2048;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_EXPANDED = 32 << 20;
  private static final int BEFORE_A_STREAM = 1024;

  private static final Map<String, Flag> UNUSUAL =
      Map.of(
          "JavaScript", Flag.SCRIPT,
          "JS", Flag.SCRIPT,
          "Launch", Flag.LAUNCH,
          "XFA", Flag.XFA,
          "EmbeddedFile", Flag.ATTACHMENT,
          "EmbeddedFiles", Flag.ATTACHMENT);

  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private boolean encrypted;
  private int left = MOST_EXPANDED;

  private PdfLook() {}

  static Verdict of(Bytes bytes) {
    int end = bytes.findLast("%%EOF", bytes.size());
    if (end < 0 || bytes.find(0, bytes.size(), " obj") < 0) {
      return Verdict.refused("evidence.brokenPdf");
    }
    if (bytes.endsAsArchive()
        || bytes.mentions(0, HEAD, "<html")
        || bytes.mentions(0, HEAD, "<script")
        || bytes.mentions(end, bytes.size(), "<html")
        || bytes.mentions(end, bytes.size(), "<script")) {
      return Verdict.refused("evidence.twoInOne");
    }
    if (bytes.size() - end > TAIL) {
      return Verdict.refused("evidence.brokenPdf");
    }
    var look = new PdfLook();
    look.names(bytes);
    look.objectStreams(bytes);
    return look.encrypted
        ? Verdict.refused("evidence.locked")
        : Verdict.taken(Kind.PDF, look.flags);
  }

  /** Every name that stands openly in these bytes; "#4a" in a name is the letter J. */
  private void names(Bytes bytes) {
    for (int i = bytes.find(0, bytes.size(), "/");
        i >= 0;
        i = bytes.find(i + 1, bytes.size(), "/")) {
      var name = name(bytes, i + 1);
      var flag = UNUSUAL.get(name);
      if (flag != null) {
        flags.add(flag);
      }
      encrypted |= name.equals("Encrypt") && leadsToAnObject(bytes, i);
    }
  }

  private static String name(Bytes bytes, int from) {
    var name = new StringBuilder();
    int i = from;
    while (name.length() < LONGEST_NAME) {
      int next = bytes.at(i++);
      if (next == '#') {
        int high = Character.digit(bytes.at(i), 16);
        int low = Character.digit(bytes.at(i + 1), 16);
        if (high < 0 || low < 0) {
          break;
        }
        next = high * 16 + low;
        i += 2;
      } else if (!Character.isLetterOrDigit(next) || next > 0x7f) {
        break;
      }
      name.append((char) next);
    }
    return name.toString();
  }

  /** "/Encrypt 12 0 R" or "/Encrypt <<": the word alone may be part of a text. */
  private static boolean leadsToAnObject(Bytes bytes, int slash) {
    int i = slash + 1;
    while (Character.isLetterOrDigit(bytes.at(i)) || bytes.at(i) == '#') {
      i++;
    }
    while (Character.isWhitespace(bytes.at(i))) {
      i++;
    }
    return Character.isDigit(bytes.at(i)) || bytes.has(i, "<<");
  }

  private void objectStreams(Bytes bytes) {
    for (int i = bytes.find(0, bytes.size(), "/ObjStm");
        i >= 0 && left > 0;
        i = bytes.find(i + 1, bytes.size(), "/ObjStm")) {
      int stream = bytes.find(i, i + BEFORE_A_STREAM, "stream");
      if (stream > 0) {
        int from = stream + 6;
        from += bytes.has(from, "\r\n") ? 2 : 1;
        names(Bytes.of(expanded(bytes, from)));
      }
    }
  }

  /** As much of a compressed stream as can be read, within what is left of the limit. */
  private byte[] expanded(Bytes bytes, int from) {
    var out = new ByteArrayOutputStream();
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes.buffer().slice(from, bytes.size() - from));
      var some = new byte[1 << 14];
      while (left > 0 && !inflater.finished()) {
        int read = inflater.inflate(some);
        if (read == 0) {
          break;
        }
        out.write(some, 0, Math.min(read, left));
        left -= read;
      }
    } catch (DataFormatException e) {
      // Another filter, or nothing that any viewer could read either.
      left--;
    } finally {
      inflater.end();
    }
    return out.toByteArray();
  }
}
