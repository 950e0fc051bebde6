package thangdiem.document;

/**
 * A photograph (ảnh JPEG) whose bytes go into a document as they are: only its size is read, and
 * nothing of it is decoded here.
 */
public final class Jpeg {

  private static final int MARKER = 0xFF;
  private static final int START = 0xD8;
  private static final int FRAME_FIRST = 0xC0;
  private static final int FRAME_PROGRESSIVE = 0xC2;
  private static final int SCAN = 0xDA;

  private final byte[] bytes;
  private final int width;
  private final int height;
  private final int colours;

  private Jpeg(byte[] bytes, int width, int height, int colours) {
    this.bytes = bytes;
    this.width = width;
    this.height = height;
    this.colours = colours;
  }

  /**
   * Reads the size.
   *
   * @throws IllegalArgumentException for what is no photograph in grey or in three colours
   */
  public static Jpeg of(byte[] bytes) {
    if (bytes.length < 4 || at(bytes, 0) != MARKER || at(bytes, 1) != START) {
      throw new IllegalArgumentException("no JPEG");
    }
    int place = 2;
    while (at(bytes, place) == MARKER && at(bytes, place + 1) != SCAN) {
      int kind = at(bytes, place + 1);
      if (kind >= FRAME_FIRST && kind <= FRAME_PROGRESSIVE) {
        return framed(bytes, place);
      }
      place += 2 + two(bytes, place + 2);
    }
    throw new IllegalArgumentException("a JPEG without a frame");
  }

  private static Jpeg framed(byte[] bytes, int place) {
    int height = two(bytes, place + 5);
    int width = two(bytes, place + 7);
    int colours = at(bytes, place + 9);
    if (at(bytes, place + 4) != 8 || width == 0 || height == 0 || colours != 1 && colours != 3) {
      throw new IllegalArgumentException("a JPEG of another kind");
    }
    return new Jpeg(bytes.clone(), width, height, colours);
  }

  private static int at(byte[] bytes, int place) {
    if (place >= bytes.length) {
      throw new IllegalArgumentException("a JPEG that ends early");
    }
    return bytes[place] & MARKER;
  }

  private static int two(byte[] bytes, int place) {
    return at(bytes, place) << 8 | at(bytes, place + 1);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean isGrey() {
    return colours == 1;
  }
}
