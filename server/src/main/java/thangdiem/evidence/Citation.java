package thangdiem.evidence;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a document proves, and where in it (trích dẫn minh chứng).
 *
 * @param pages "3", "3–5, 8"; empty: the whole document
 */
public record Citation(About about, String pages) {

  private static final Pattern PAGES =
      Pattern.compile("\\d{1,4}(–\\d{1,4})?(, \\d{1,4}(–\\d{1,4})?){0,9}");

  /** A fact or a criterion, by its code in the criteria set. */
  public record About(Of of, String code) {

    /** "FACT:staff", as forms send it; absent where it is none. */
    public static Optional<About> read(String typed) {
      for (var of : Of.values()) {
        if (typed.startsWith(of.name() + ":")) {
          return Optional.of(new About(of, typed.substring(of.name().length() + 1)));
        }
      }
      return Optional.empty();
    }

    /** As forms send it. */
    public String typed() {
      return of + ":" + code;
    }
  }

  /** What can be proved. */
  public enum Of {
    FACT,
    CRITERION
  }

  /** Pages as people type them: "3-5,8" is "3–5, 8"; absent where they are none. */
  public static Optional<String> readPages(String typed) {
    var pages = typed.strip().replaceAll("\\s*[-–]\\s*", "–").replaceAll("\\s*[,;]\\s*", ", ");
    return pages.isEmpty() || PAGES.matcher(pages).matches()
        ? Optional.of(pages)
        : Optional.empty();
  }
}
