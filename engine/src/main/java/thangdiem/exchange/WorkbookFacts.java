package thangdiem.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Rational;
import thangdiem.scoring.Fact;
import thangdiem.words.Sentence;

/**
 * What a cell states for a fact (ô kê khai): read as the type of the fact asks, and asked about
 * where it could mean two things.
 */
final class WorkbookFacts {

  private static final Set<String> YES = Set.of("có", "x", "✓", "✔", "true", "yes", "đúng", "1");
  private static final Set<String> NO = Set.of("không", "false", "no", "sai", "0");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern ISO_DAY =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T00:00:00(\\.0+)?Z?)?");
  private static final Pattern PERCENT_SIGN = Pattern.compile("[\\s\\u00A0\\u202F]*%\\s*$");
  private static final MathContext EXCEL =
      new MathContext(WorkbookForm.DIGITS, RoundingMode.HALF_UP);
  private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
  private static final int LONGEST_NUMBER = 40;
  private static final int MOST_DECIMALS = 30;
  private static final int LAST_DAY = 2_958_465;
  private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
  private static final int FIRST_YEAR = 1_900;
  private static final int LAST_YEAR = 2_100;

  private final boolean since1904;
  private final BiConsumer<String, Sentence> mistakes;

  /** What texts have been read as, by fact: thousands of units choose among the same few. */
  private final Map<String, Map<String, Fact>> known = new HashMap<>();

  /**
   * Reads cells of one workbook.
   *
   * @param since1904 whether its days count from 1904
   * @param mistakes takes what is wrong and where
   */
  WorkbookFacts(boolean since1904, BiConsumer<String, Sentence> mistakes) {
    this.since1904 = since1904;
    this.mistakes = mistakes;
  }

  /** What the cell states for the fact; nothing where it cannot be read, which has been noted. */
  Optional<Fact> fact(WorkbookCell cell, FactDefinition fact) {
    if (cell.kind() != WorkbookCell.Kind.TEXT || fact.type() == FactType.TEXT) {
      return read(cell, fact);
    }
    var texts = known.computeIfAbsent(fact.id(), _ -> new HashMap<>());
    return Optional.ofNullable(texts.get(cell.text()))
        .or(() -> {
          var read = read(cell, fact);
          read.ifPresent(value -> texts.put(cell.text(), value));
          return read;
        });
  }

  private Optional<Fact> read(WorkbookCell typed, FactDefinition fact) {
    var cell = fact.statedInPercent() ? withoutPercentSign(typed) : typed;
    if (cell.percent() && !fact.unit().isEmpty() && fact.type() != FactType.DATE) {
      return shownInPercent(cell, fact);
    }
    if (cell.kind() == WorkbookCell.Kind.NUMBER
        && (fact.type() == FactType.COUNT || fact.type() == FactType.DECIMAL)) {
      var number = decimal(cell.text());
      if (number.isPresent()) {
        return Optional.of(new Fact.Amount(Rational.of(number.get())));
      }
    }
    if (!believable(cell)) {
      return Optional.empty();
    }
    var words = words(cell);
    var word = WorkbookColumn.folded(words);
    var option = option(fact, words, word);
    if (option.isPresent()) {
      return Optional.of(new Fact.Chosen(option.get().id()));
    }
    if (word.equals(WorkbookColumn.folded(WorkbookForm.NONE))
        || word.equals(WorkbookForm.NONE_AT_ALL)) {
      return Optional.of(new Fact.None());
    }
    return switch (fact.type()) {
      case COUNT, DECIMAL ->
          cell.kind() == WorkbookCell.Kind.YES_NO
              ? wrong(cell, fact)
              : number(cell, fact.type() == FactType.COUNT).map(Fact.Amount::new);
      case BOOLEAN -> yesNo(word).<Fact>map(Fact.YesNo::new).or(() -> wrong(cell, fact));
      case DATE -> day(cell).<Fact>map(Fact.Day::new).or(() -> wrong(cell, fact));
      case CHOICE -> wrong(cell, fact);
      case TEXT -> Optional.of(new Fact.Words(words));
    };
  }

  /** 85 % where megabits are asked for: whether 85 or 0.85 is meant, only people know. */
  private <T> Optional<T> shownInPercent(WorkbookCell cell, FactDefinition fact) {
    var kept = decimal(cell.text()).orElse(BigDecimal.ZERO);
    mistakes.accept(
        cell.place(),
        Sentence.of(
            "workbook.shownInPercent",
            kept.movePointRight(2).stripTrailingZeros(),
            kept.stripTrailingZeros(),
            fact.unit()));
    return Optional.empty();
  }

  /** What was meant in a cell for a fact stated in percent: 85 where it shows 85 %. */
  private static WorkbookCell withoutPercentSign(WorkbookCell cell) {
    var text =
        switch (cell.kind()) {
          case TEXT -> PERCENT_SIGN.matcher(cell.text()).replaceFirst("");
          case NUMBER ->
              cell.percent()
                  ? decimal(cell.text())
                      .map(ratio -> ratio.movePointRight(2).toPlainString())
                      .orElse(cell.text())
                  : cell.text();
          case YES_NO, FORMULA, ERROR -> cell.text();
        };
    return new WorkbookCell(cell.sheet(), cell.row(), cell.column(), cell.kind(), text);
  }

  /** The text of a cell; empty, and noted, where a formula made it. */
  String text(WorkbookCell cell) {
    return believable(cell) ? words(cell) : "";
  }

  private static String words(WorkbookCell cell) {
    return cell.kind() == WorkbookCell.Kind.NUMBER
        ? decimal(cell.text()).map(WorkbookFacts::plain).orElse(cell.text())
        : stripped(cell.text());
  }

  /** Without what nobody sees at its ends: spaces that do not break, and marks of no width. */
  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && unseen(text.charAt(from))) {
      from++;
    }
    while (from < to && unseen(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean unseen(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  private static String plain(BigDecimal decimal) {
    var stripped = decimal.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  /**
   * A number, typed or as Excel keeps it; nothing where it cannot be read, which has been noted.
   */
  Optional<Rational> number(WorkbookCell cell, boolean count) {
    if (!believable(cell)) {
      return Optional.empty();
    }
    if (cell.kind() == WorkbookCell.Kind.NUMBER) {
      var number = decimal(cell.text()).map(Rational::of);
      if (number.isEmpty()) {
        mistakes.accept(cell.place(), Sentence.of("workbook.number", shortened(cell.text())));
      }
      return number;
    }
    var read = VietnameseNumber.of(cell.text(), count);
    read.question().ifPresent(question -> mistakes.accept(cell.place(), question));
    return read.value();
  }

  private boolean believable(WorkbookCell cell) {
    if (cell.kind() == WorkbookCell.Kind.FORMULA) {
      mistakes.accept(cell.place(), Sentence.of("workbook.formula"));
    } else if (cell.kind() == WorkbookCell.Kind.ERROR) {
      mistakes.accept(cell.place(), Sentence.of("workbook.error", shortened(cell.text())));
    } else {
      return true;
    }
    return false;
  }

  /** Excel keeps binary fractions and shows 15 digits: what people saw is what they stated. */
  static Optional<BigDecimal> decimal(String raw) {
    if (raw.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      var decimal = new BigDecimal(raw).round(EXCEL).stripTrailingZeros();
      boolean reasonable =
          Math.abs((long) decimal.precision() - decimal.scale()) <= MOST_DECIMALS
              && decimal.scale() <= MOST_DECIMALS + WorkbookForm.DIGITS;
      return reasonable ? Optional.of(decimal) : Optional.empty();
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<FactOption> option(FactDefinition fact, String text, String word) {
    return fact.option(text)
        .or(() ->
            fact.options().stream()
                .filter(option -> WorkbookColumn.folded(option.label()).equals(word))
                .findFirst());
  }

  private static Optional<Boolean> yesNo(String word) {
    return YES.contains(word)
        ? Optional.of(true)
        : NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  private Optional<LocalDate> day(WorkbookCell cell) {
    if (cell.kind() == WorkbookCell.Kind.NUMBER) {
      return day(cell.text(), since1904);
    }
    var typed = stripped(cell.text());
    try {
      var day = DAY.matcher(typed);
      if (day.matches()) {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(day.group(4)),
                Integer.parseInt(day.group(3)),
                Integer.parseInt(day.group(1))));
      }
      var iso = ISO_DAY.matcher(typed);
      return iso.matches() ? Optional.of(LocalDate.parse(iso.group(1))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The instant of a raw number, to the second: spreadsheets turn what is typed into one. */
  static Optional<LocalDateTime> moment(String raw, boolean since1904) {
    return decimal(raw)
        .map(serial ->
            serial
                .multiply(SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .divideAndRemainder(SECONDS_OF_A_DAY))
        .flatMap(parts ->
            day(parts[0].setScale(0, RoundingMode.FLOOR), since1904)
                .map(day -> day.atStartOfDay().plusSeconds(parts[1].longValue())));
  }

  /** The day of a raw number: what is after the comma is the time of day. */
  static Optional<LocalDate> day(String raw, boolean since1904) {
    return decimal(raw)
        .map(serial -> serial.setScale(0, RoundingMode.FLOOR))
        .flatMap(serial -> day(serial, since1904));
  }

  /**
   * The day of a serial number. A bare year, which Excel would take for a day in 1905, is none; nor
   * is 29/02/1900, which never was.
   */
  private static Optional<LocalDate> day(BigDecimal serial, boolean since1904) {
    if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
      return Optional.empty();
    }
    int days = serial.intValueExact();
    if (days >= FIRST_YEAR && days <= LAST_YEAR) {
      return Optional.empty();
    }
    if (since1904) {
      return Optional.of(LocalDate.of(1904, 1, 1).plusDays(days));
    }
    return days == 0 || days == LEAP_DAY_THAT_NEVER_WAS
        ? Optional.empty()
        : Optional.of(
            LocalDate.of(1899, 12, days < LEAP_DAY_THAT_NEVER_WAS ? 31 : 30).plusDays(days));
  }

  private <T> Optional<T> wrong(WorkbookCell cell, FactDefinition fact) {
    var options = fact.options().stream().map(FactOption::label).collect(Collectors.joining("; "));
    mistakes.accept(
        cell.place(),
        Sentence.of(
            "workbook.expected." + fact.type(), fact.label(), options, shortened(words(cell))));
    return Optional.empty();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_NUMBER ? text : text.substring(0, LONGEST_NUMBER) + "…";
  }
}
