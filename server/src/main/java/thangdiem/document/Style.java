package thangdiem.document;

/**
 * How a piece of text is set (kiểu trình bày).
 *
 * @param firstLine how far the first line goes in
 */
record Style(Face face, float size, Align align, float firstLine) {

  /** Where lines stand between the edges; the last line of a justified text stands left. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT,
    JUSTIFIED
  }

  static final Style BODY =
      new Style(Face.REGULAR, Nd30.BODY_SIZE, Align.JUSTIFIED, Nd30.FIRST_LINE);

  static Style of(Face face, float size, Align align) {
    return new Style(face, size, align, 0);
  }

  Style leftAligned() {
    return new Style(face, size, Align.LEFT, firstLine);
  }

  float lineHeight() {
    return size * Nd30.LINE;
  }
}
