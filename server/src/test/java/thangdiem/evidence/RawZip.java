package thangdiem.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a ZIP archive byte by byte, also such as no archiver would (tệp nén dựng tay). */
final class RawZip {

  /** A part; everything that can be said wrongly is said. */
  private record Entry(
      String name,
      String localName,
      int flags,
      int method,
      int mode,
      long crc,
      byte[] stored,
      int size,
      int at) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Entry> entries = new ArrayList<>();

  static RawZip begun() {
    return new RawZip();
  }

  RawZip text(String name, String text) {
    return deflated(name, text.getBytes(StandardCharsets.UTF_8));
  }

  RawZip deflated(String name, byte[] bytes) {
    return put(name, name, 0, 8, 0, bytes, deflate(bytes));
  }

  RawZip stored(String name, byte[] bytes) {
    return put(name, name, 0, 0, 0, bytes, bytes);
  }

  RawZip encrypted(String name, byte[] bytes) {
    return put(name, name, 1, 0, 0, bytes, bytes);
  }

  RawZip link(String name, String to) {
    var bytes = to.getBytes(StandardCharsets.UTF_8);
    return put(name, name, 0, 0, 0xa1ff, bytes, bytes);
  }

  RawZip otherwiseCalled(String name, String localName, byte[] bytes) {
    return put(name, localName, 0, 0, 0, bytes, bytes);
  }

  RawZip method(String name, int method, byte[] bytes) {
    return put(name, name, 0, method, 0, bytes, bytes);
  }

  /** The part before it once more under another name: the same bytes in two parts. */
  RawZip overlapping(String name) {
    var last = entries.getLast();
    entries.add(
        new Entry(
            name,
            last.localName,
            last.flags,
            last.method,
            last.mode,
            last.crc,
            last.stored,
            last.size,
            last.at));
    return this;
  }

  private RawZip put(
      String name, String localName, int flags, int method, int mode, byte[] bytes, byte[] stored) {
    var crc = new CRC32();
    crc.update(bytes);
    var entry =
        new Entry(
            name, localName, flags, method, mode, crc.getValue(), stored, bytes.length, out.size());
    var local = localName.getBytes(StandardCharsets.UTF_8);
    var head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0x04034b50).putShort((short) 20).putShort((short) flags).putShort((short) method);
    head.putInt(0).putInt((int) entry.crc).putInt(stored.length).putInt(bytes.length);
    head.putShort((short) local.length).putShort((short) 0);
    out.writeBytes(head.array());
    out.writeBytes(local);
    out.writeBytes(stored);
    entries.add(entry);
    return this;
  }

  private static byte[] deflate(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    var packed = new ByteArrayOutputStream();
    var some = new byte[1 << 16];
    while (!deflater.finished()) {
      packed.write(some, 0, deflater.deflate(some));
    }
    deflater.end();
    return packed.toByteArray();
  }

  byte[] done() {
    return done(entries.size());
  }

  /** With another number of parts than there are. */
  byte[] done(int count) {
    int from = out.size();
    for (var entry : entries) {
      var name = entry.name.getBytes(StandardCharsets.UTF_8);
      var head = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
      head.putInt(0x02014b50).putShort((short) 0x0314).putShort((short) 20);
      head.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
      head.putInt((int) entry.crc).putInt(entry.stored.length).putInt(entry.size);
      head.putShort((short) name.length)
          .putShort((short) 0)
          .putShort((short) 0)
          .putShort((short) 0);
      head.putShort((short) 0).putInt(entry.mode << 16).putInt(entry.at);
      out.writeBytes(head.array());
      out.writeBytes(name);
    }
    var end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort((short) count);
    end.putShort((short) count).putInt(out.size() - from).putInt(from).putShort((short) 0);
    out.writeBytes(end.array());
    return out.toByteArray();
  }
}
