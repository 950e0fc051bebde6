package thangdiem.document;

import java.util.List;
import java.util.Locale;

/**
 * A document in the form of NĐ 30/2020 (văn bản hành chính): decision (mẫu 1.2, 1.3), report and
 * notice (mẫu 1.4), letter (công văn, mẫu 1.5), minutes (mẫu 1.9) and the like. One value gives
 * both files, which say the same. Equal values give equal bytes.
 *
 * @param type as "BIÊN BẢN", "QUYẾT ĐỊNH"; empty in a letter, whose head says what it is about
 * @param subject the lines below it (trích yếu)
 */
public record OfficialDocument(
    OfficialHead head,
    String type,
    String subject,
    List<Block> blocks,
    Signatures signatures,
    List<Annex> annexes) {

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

  /** The file for reading and keeping, PDF/A. */
  public byte[] pdf() {
    return PdfSheets.of(this);
  }

  /** The file for working on, Office Open XML. */
  public byte[] docx() {
    return DocxSheets.of(this);
  }

  String title() {
    return isLetter() ? subject : type + " – " + subject;
  }

  /** Whether it is a letter (công văn), which has no title. */
  boolean isLetter() {
    return type.isEmpty();
  }

  /** "Phụ lục" for the only annex, "Phụ lục II" for the second of several. */
  String annexName(int index) {
    return annexes.size() == 1 ? "Phụ lục" : "Phụ lục " + ROMAN.get(index);
  }

  /** A ground with its sign at the end, which depends on what follows it. */
  static String ended(List<Block> blocks, int index) {
    var text = ((Block.Basis) blocks.get(index)).text().strip().replaceFirst("[;.,]$", "");
    boolean last = index + 1 == blocks.size() || !(blocks.get(index + 1) instanceof Block.Basis);
    return text + (last ? "." : ";");
  }

  /** A recipient with its dash and the sign at the end. */
  static String recipient(List<String> recipients, int index) {
    return "- " + recipients.get(index) + (index == recipients.size() - 1 ? "." : ";");
  }

  static String capitals(String text) {
    return text.toUpperCase(Locale.forLanguageTag("vi"));
  }
}
