package thangdiem.document;

/**
 * How Decree 30/2020 wants an official document to look (thể thức văn bản, NĐ 30/2020 Phụ lục I).
 * Lengths are in points of 1/72 inch.
 */
final class Nd30 {

  private static final float MILLIMETRE = 72 / 25.4f;

  /** A4. */
  static final float WIDTH = 210 * MILLIMETRE;

  static final float HEIGHT = 297 * MILLIMETRE;

  /** 20–25 mm are allowed above and below, 30–35 on the left, 15–20 on the right. */
  static final float TOP = 20 * MILLIMETRE;

  static final float BOTTOM = 20 * MILLIMETRE;
  static final float LEFT = 30 * MILLIMETRE;
  static final float RIGHT = 15 * MILLIMETRE;

  static final float TEXT_WIDTH = WIDTH - LEFT - RIGHT;

  static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

  static final float COUNTRY_SIZE = 12;
  static final float MOTTO_SIZE = 13;
  static final float AGENCY_SIZE = 12;
  static final float NUMBER_SIZE = 13;
  static final float TITLE_SIZE = 14;
  static final float BODY_SIZE = 14;
  static final float TABLE_SIZE = 11.5f;
  static final float PAGE_NUMBER_SIZE = 13;
  static final float RECIPIENTS_TITLE_SIZE = 12;
  static final float RECIPIENTS_SIZE = 11;

  /** The first line of a paragraph goes in 1 or 1,27 cm. */
  static final float FIRST_LINE = 12.7f * MILLIMETRE;

  /** Between paragraphs at least 6 points; between lines 1 to 1,5. */
  static final float AFTER_PARAGRAPH = 6;

  static final float LINE = 1.2f;

  /** Rules below headings are a third to a half of their line. */
  static final float RULE_SHARE = 2 / 5f;

  /** How long the motto is in its type, and the rule below it. */
  static final float MOTTO_LENGTH = 165;

  /** What a photograph may take of the width. */
  static final float PHOTO_SHARE = 2 / 3f;

  private Nd30() {}
}
