package thangdiem.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What NĐ 30/2020, Phụ lục I, would object to in a DOCX. The bounds are the decree's own, written
 * here again and not taken from the program.
 */
public final class LayoutFaults {

  /** What stands first below the head: the kind of document, or in a letter to whom it goes. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "BIÊN BẢN|QUYẾT ĐỊNH|GIẤY MỜI|THÔNG BÁO|BÁO CÁO|PHIẾU THẨM ĐỊNH|Kính gửi: .+");

  private static final double TWIPS_A_MILLIMETRE = 1440 / 25.4;

  private final DocxReading docx;
  private final List<String> faults = new ArrayList<>();

  private LayoutFaults(DocxReading docx) {
    this.docx = docx;
  }

  /** Everything that is wrong with a file; empty where nothing is. */
  public static List<String> of(byte[] file) {
    var linter = new LayoutFaults(new DocxReading(file));
    linter.sheets();
    linter.type();
    linter.order();
    return linter.faults;
  }

  private void sheets() {
    between("w:pgSz", "w:w", 210, 210);
    between("w:pgSz", "w:h", 297, 297);
    between("w:pgMar", "w:top", 20, 25);
    between("w:pgMar", "w:bottom", 20, 25);
    between("w:pgMar", "w:left", 30, 35);
    between("w:pgMar", "w:right", 15, 20);
    if (docx.numbers("w:pgMar", "w:top").size() != count("<w:titlePg")
        || count("<w:pgNumType") == 0) {
      faults.add("a page number on a first sheet");
    }
  }

  private void between(String element, String attribute, double least, double most) {
    var values = docx.numbers(element, attribute);
    if (values.isEmpty()) {
      faults.add(element + " says nothing of " + attribute);
    }
    for (int value : values) {
      double millimetres = value / TWIPS_A_MILLIMETRE;
      if (millimetres < least - 0.05 || millimetres > most + 0.05) {
        faults.add("%s %s: %.1f mm".formatted(element, attribute, millimetres));
      }
    }
  }

  private void type() {
    Set<Integer> sizes = new TreeSet<>(docx.numbers("w:sz", "w:val"));
    sizes.removeAll(Set.of(22, 23, 24, 26, 28)); // 11 to 14 points
    if (!sizes.isEmpty()) {
      faults.add("sizes " + sizes);
    }
    size("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, 26, true);
    size("Độc lập - Tự do - Hạnh phúc", 26, 28, true);
    if (docx.document().contains("-----") || docx.document().contains("_____")) {
      faults.add("a rule made of dashes");
    }
    for (int line : docx.numbers("w:ind", "w:firstLine")) {
      if (line != 567 && line != 720) {
        faults.add("a first line of " + line);
      }
    }
  }

  private void size(String words, int least, int most, boolean bold) {
    var run =
        Pattern.compile("<w:rPr>(<w:b/>|<w:b></w:b>)?[^T]*?w:val=\"(\\d+)\"[^T]*?>" + words + "<")
            .matcher(docx.document());
    if (!run.find()) {
      faults.add("no " + words);
      return;
    }
    int size = Integer.parseInt(run.group(2));
    if (size < least || size > most || bold && run.group(1) == null) {
      faults.add(words + " in " + size + " halves");
    }
  }

  private void order() {
    var paragraphs = docx.paragraphs().stream().filter(text -> !text.isBlank()).toList();
    int country = paragraphs.indexOf("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    int motto = paragraphs.indexOf("Độc lập - Tự do - Hạnh phúc");
    int number = first(paragraphs, "Số: ");
    int type =
        IntStream.range(0, paragraphs.size())
            .filter(at -> BEGINS.matcher(paragraphs.get(at)).matches())
            .findFirst()
            .orElse(-1);
    int recipients = paragraphs.indexOf("Nơi nhận:");
    int annex = first(paragraphs, "Phụ lục");
    if (!(0 < country
        && country + 1 == motto
        && motto < number
        && number < type
        && type < recipients)) {
      faults.add("the parts of the head and the recipients are out of order");
    }
    if (annex >= 0 && annex < recipients) {
      faults.add("an annex before the signatures");
    }
    grounds(paragraphs);
  }

  private void grounds(List<String> paragraphs) {
    for (int i = 0; i + 1 < paragraphs.size(); i++) {
      boolean ground = paragraphs.get(i).startsWith("Căn cứ ");
      boolean more = paragraphs.get(i + 1).matches("(Căn cứ|Theo) .*");
      if (ground && !paragraphs.get(i).endsWith(more ? ";" : ".")) {
        faults.add("a ground ends otherwise: " + paragraphs.get(i));
      }
    }
  }

  private static int first(List<String> paragraphs, String start) {
    for (int i = 0; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }

  private int count(String text) {
    return docx.document().split(Pattern.quote(text), -1).length - 1;
  }
}
