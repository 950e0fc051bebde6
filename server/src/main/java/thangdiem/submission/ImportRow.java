package thangdiem.submission;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.scoring.Fact;
import thangdiem.words.Words;

/**
 * A fact of which a file says something else than stands now (một chỗ khác nhau).
 *
 * @param section in which it is entered; empty where the unit is not asked for it
 * @param version of the answer that stands now, which taking the row states; 0 where there is none
 * @param offered what the file has; absent where its cell is empty
 * @param effect what taking this row alone does to the total
 */
public record ImportRow(
    FactDefinition fact,
    String section,
    State state,
    Optional<Fact> now,
    int version,
    Optional<OffsetDateTime> at,
    Optional<String> by,
    Optional<Fact> offered,
    Points effect) {

  /** What kind of difference it is, and so whether it is taken unless somebody says otherwise. */
  public enum State {
    /** Unanswered so far. */
    NEW("ANSWERED", true),
    /** Another value than the file had when it was downloaded. */
    CHANGED("EXPLAIN", true),
    /** Somebody has changed it since the file was downloaded. */
    CONFLICT("ERROR", false),
    /** The file does not say which answer it had seen. */
    UNKNOWN("WARN", false),
    /** The cell was emptied. */
    CLEARED("NA", false);

    private final String mark;
    private final boolean taken;

    State(String mark, boolean taken) {
      this.mark = mark;
      this.taken = taken;
    }

    /** The mark beside it, by name. */
    public String mark() {
      return mark;
    }

    public boolean taken() {
      return taken;
    }

    /** By which its words are found. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The value that stands now, as the form shows it. */
  public String shownNow() {
    return FormPages.shown(fact, now);
  }

  /** The value of the file, as the form would show it. */
  public String shownOffered() {
    return FormPages.shown(fact, offered);
  }

  public String shownEffect(Words words) {
    return shown(effect, words);
  }

  /** "+10" and "−2,5": a change in points; nothing where it changes none. */
  static String shown(Points effect, Words words) {
    int sign = effect.value().signum();
    return sign == 0 ? "" : (sign > 0 ? "+" : "−") + words.number(effect.decimal().abs());
  }

  /** What its box sends: the fact and the version that stands beside it. */
  public String choice() {
    return fact.id() + "=" + version;
  }
}
