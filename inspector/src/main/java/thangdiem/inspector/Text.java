package thangdiem.inspector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a PDF says, apart from how it looks (nội dung chữ): its letters and digits in the order in
 * which they are read, as one hash. A copy that another program saved, printed or scanned with the
 * text behind its pictures says the same.
 */
final class Text {

  /** Fewer are a stamp or a heading, which many documents share. */
  private static final int LEAST = 60;

  private static final int MOST_PAGES = 300;

  private Text() {}

  /** The hash; absent where there is too little text to tell a document by. */
  static Optional<String> hash(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      var digest = sha256();
      int letters = 0;
      for (int page = 1; page <= Math.min(pages, MOST_PAGES); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        var said = said(stripper.getText(document));
        letters += said.length();
        digest.update(said.getBytes(StandardCharsets.UTF_8));
      }
      if (pages > MOST_PAGES) {
        digest.update(("\n" + pages).getBytes(StandardCharsets.UTF_8));
      }
      return letters < LEAST
          ? Optional.empty()
          : Optional.of(HexFormat.of().formatHex(digest.digest()));
    }
  }

  /** Letters and digits alone: lines break and words part elsewhere in every copy. */
  private static String said(String text) {
    var said = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(said::appendCodePoint);
    return said.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
