package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import thangdiem.law.Decision1663.Fraction;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reason;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.Scorer;

/**
 * An official with nothing but the printed reason redoes the sum and gets the printed points, for
 * all 72 criteria. The official divides what the sentence divides, multiplies by what the sentence
 * multiplies by, and looks tiers up in the printed lines of the decision: a percentage rounded too
 * far, or a tier that the shown value does not reach, is found out.
 */
class RedoneByHandTest {

  private static final int ROUNDS = 2_000;

  private static final String N = "([\\d.]+(?:,\\d+)?|không có)";
  private static final String RATIO = "^" + N + "[^/]*? / " + N + "[^=≈]*? ";

  private static final Pattern BY_PERCENT =
      Pattern.compile(RATIO + "([=≈]) " + N + " %; " + N + " % × " + N + " ([=≈]) " + N + " điểm$");
  private static final Pattern BY_FRACTION =
      Pattern.compile(
          RATIO
              + "= "
              + N
              + "/"
              + N
              + " ≈ "
              + N
              + " %; "
              + N
              + "/"
              + N
              + " × "
              + N
              + " ([=≈]) "
              + N
              + " điểm$");
  private static final Pattern CAPPED =
      Pattern.compile(
          RATIO
              + "([=≈]) "
              + N
              + " %, vượt 100 % nên tính 100 %; 100 % × "
              + N
              + " = "
              + N
              + " điểm$");
  private static final Pattern TIER =
      Pattern.compile("(?:[=≈:] )" + N + "([^→“]*) → đạt mức “(.*)”: " + N + " điểm$");
  private static final Pattern NO_TIER =
      Pattern.compile(
          "(?:[=≈:] )" + N + "([^→“]*) → không đạt mức nào trong các mức “.*”: 0 điểm$");
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?:[=≈] |\\()" + N + " ?[^≥]* ≥ " + N + "(?: %)?: (đạt|không đạt) → " + N + " điểm$");
  private static final Pattern YES_NO = Pattern.compile(": (có|không|không có) → " + N + " điểm$");
  private static final Pattern OPTION = Pattern.compile(": “(.*)” → " + N + " điểm$");
  private static final Pattern OTHER_OPTION = Pattern.compile(": (Chưa đủ|không có) → 0,00 điểm$");
  private static final Pattern WINDOW =
      Pattern.compile("^Ngày (\\S+), trong khoảng (\\S+)–(\\S+) \\(“(.*)”\\) → " + N + " điểm$");
  private static final Pattern NO_WINDOW =
      Pattern.compile("^Ngày: (\\S+|không có); “(.*)” → " + N + " điểm$");
  private static final Pattern NOTHING =
      Pattern.compile(
          "^Chưa trả lời: .+ → 0 điểm$|^"
              + N
              + "[^/]* / (?:0|không có)( [^:]*)?: mẫu số bằng 0 → 0 điểm$");
  private static final Pattern LINE =
      Pattern.compile("(?:“(?<quoted>[^”]*)”|(?<plain>Có|không)): (?<points>\\d+) điểm");
  private static final Pattern BOUND = Pattern.compile("(>=|>|<) ?(\\d+(?:[.,]\\d+)?)(%?).*");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  @Test
  void everyReasonGivesItsPointsAgain() {
    var redone = new HashMap<String, Integer>();
    for (long seed = 2_000_000; seed < 2_000_000 + ROUNDS; seed++) {
      var round = RandomRounds.round(seed);
      var policy = Law.policy(round.readings());
      var reasons = new Reasons(Law.DECISION_1663, policy);
      var answers = Law.answers(round.reports().getFirst());
      for (var line :
          new Scorer(Law.DECISION_1663, policy, List.of())
              .score(List.of(answers))
              .getFirst()
              .lines()) {
        if (line.counts()) {
          var code = line.criterion().code();
          var reason = reasons.of(line, answers);
          var by =
              "seed " + seed + ", " + code + ": " + reason.arithmetic() + " | " + reason.rule();
          var points = redo(reason, policy.rounding(), by);
          assertThat(points).as(by).isEqualByComparingTo(line.points().decimal());
          assertThat(reason.basis()).as(by).isEqualTo("Phụ lục 2, mục " + code);
          assertThat(reason.sentence())
              .isEqualTo(reason.arithmetic() + " (" + reason.basis() + ")");
          redone.merge(code, 1, Integer::sum);
        }
      }
    }
    assertThat(redone.keySet()).containsExactlyInAnyOrderElementsOf(Decision1663.codes());
    assertThat(redone.values()).allMatch(times -> times > ROUNDS / 2);
  }

  /**
   * The points that the sentence leads to, after checking that the sentence says of itself what is
   * true.
   */
  private static BigDecimal redo(Reason reason, Policy.Rounding rounding, String by) {
    var official = new Official(reason, rounding, by);
    for (var form : official.forms().entrySet()) {
      var read = form.getKey().matcher(reason.arithmetic());
      if (read.find()) {
        return form.getValue().apply(read);
      }
    }
    throw new AssertionError("nobody can read " + by);
  }

  /** Reads one sentence in one of the forms that sentences have. */
  private record Official(Reason reason, Policy.Rounding rounding, String by) {

    Map<Pattern, Function<Matcher, BigDecimal>> forms() {
      var forms = new LinkedHashMap<Pattern, Function<Matcher, BigDecimal>>();
      forms.put(BY_PERCENT, this::byPercent);
      forms.put(BY_FRACTION, this::byFraction);
      forms.put(CAPPED, this::capped);
      forms.put(TIER, this::tier);
      forms.put(NO_TIER, this::noTier);
      forms.put(CONDITION, this::condition);
      if (lines(reason.rule()).containsKey("Có")) {
        forms.put(
            YES_NO,
            read -> same(worth(read.group(1).equals("có") ? "Có" : "không"), read.group(2)));
      }
      forms.put(OPTION, read -> same(worth(read.group(1)), read.group(2)));
      forms.put(OTHER_OPTION, _ -> BigDecimal.ZERO);
      forms.put(WINDOW, this::window);
      forms.put(NO_WINDOW, this::noWindow);
      forms.put(NOTHING, _ -> BigDecimal.ZERO);
      return forms;
    }

    private BigDecimal byPercent(Matcher read) {
      percentIsOf(read.group(1), read.group(2), read.group(3), read.group(4), by);
      assertThat(read.group(5)).as(by).isEqualTo(read.group(4));
      return product(
          hundredth(read.group(5)), read.group(6), read.group(7), read.group(8), rounding, by);
    }

    private BigDecimal byFraction(Matcher read) {
      var part = zero(read.group(1));
      var whole = read.group(2);
      assertThat(List.of(read.group(3), read.group(4), read.group(6), read.group(7)))
          .as(by)
          .containsExactly(part, whole, part, whole);
      percentIsOf(part, whole, "≈", read.group(5), by);
      return product(
          number(part).dividedBy(number(whole)),
          read.group(8),
          read.group(9),
          read.group(10),
          rounding,
          by);
    }

    private BigDecimal capped(Matcher read) {
      percentIsOf(read.group(1), read.group(2), read.group(3), read.group(4), by);
      assertThat(number(read.group(1)).moreThan(number(read.group(2)))).as(by).isTrue();
      return product(Fraction.of(1), read.group(5), "=", read.group(6), rounding, by);
    }

    private BigDecimal tier(Matcher read) {
      assertThat(firstReached(reason.rule(), shown(read.group(1), read.group(2))))
          .as(by)
          .contains(read.group(3));
      return same(worth(read.group(3)), read.group(4));
    }

    private BigDecimal noTier(Matcher read) {
      assertThat(firstReached(reason.rule(), shown(read.group(1), read.group(2)))).as(by).isEmpty();
      return BigDecimal.ZERO;
    }

    private BigDecimal condition(Matcher read) {
      boolean holds = !number(read.group(2)).moreThan(number(read.group(1)));
      assertThat(read.group(3)).as(by).isEqualTo(holds ? "đạt" : "không đạt");
      return same(worth(holds ? "Có" : "không"), read.group(4));
    }

    private BigDecimal window(Matcher read) {
      assertThat(day(read.group(1))).as(by).isBetween(day(read.group(2)), day(read.group(3)));
      return same(worth(read.group(4)), read.group(5));
    }

    private BigDecimal noWindow(Matcher read) {
      if (!read.group(1).equals("không có")) {
        var day = day(read.group(1));
        assertThat(
                day.isBefore(LocalDate.of(2016, 10, 1)) || day.isAfter(LocalDate.of(2017, 3, 31)))
            .as(by)
            .isTrue();
      }
      return same(worth(read.group(2)), read.group(3));
    }

    private int worth(String line) {
      assertThat(lines(reason.rule())).as(by).containsKey(line);
      return lines(reason.rule()).get(line);
    }

    private BigDecimal same(int points, String printed) {
      assertThat(new BigDecimal(plain(printed)))
          .as(by)
          .isEqualByComparingTo(BigDecimal.valueOf(points));
      return BigDecimal.valueOf(points);
    }
  }

  /** "=" where the percentage is exact, "≈" where it was rounded to the two decimals shown. */
  private static void percentIsOf(
      String part, String whole, String sign, String percent, String by) {
    var exact = number(part).dividedBy(number(whole)).times(Fraction.of(100));
    assertThat(number(percent)).as(by).isEqualTo(exact.halfUpToTwoDecimals());
    assertThat(sign).as(by).isEqualTo(exact.equals(number(percent)) ? "=" : "≈");
  }

  /**
   * What the official's multiplication gives, in as many decimals as the points are printed with.
   */
  private static BigDecimal product(
      Fraction share,
      String max,
      String sign,
      String printed,
      Policy.Rounding rounding,
      String by) {
    var exact = share.times(number(max));
    int decimals = rounding == Policy.Rounding.CRITERION_2 ? 2 : 10;
    var product =
        new BigDecimal(exact.numerator())
            .divide(new BigDecimal(exact.denominator()), decimals, RoundingMode.HALF_UP);
    assertThat(new BigDecimal(plain(printed))).as(by).isEqualByComparingTo(product);
    assertThat(sign).as(by).isEqualTo(exact.equals(number(printed)) ? "=" : "≈");
    return product;
  }

  /** The first printed tier that the shown value reaches: "“>=20%”: 25 điểm; “>=10%”: 20 điểm". */
  private static Optional<String> firstReached(String rule, Fraction value) {
    return lines(rule).keySet().stream().filter(line -> reached(line, value)).findFirst();
  }

  private static boolean reached(String line, Fraction value) {
    var bound = BOUND.matcher(line);
    assertThat(bound.matches()).as(line).isTrue();
    var limit = Fraction.of(bound.group(2).replace(',', '.'));
    var threshold = bound.group(3).isEmpty() ? limit : limit.dividedBy(Fraction.of(100));
    return switch (bound.group(1)) {
      case ">=" -> !threshold.moreThan(value);
      case ">" -> value.moreThan(threshold);
      default -> threshold.moreThan(value);
    };
  }

  private static Map<String, Integer> lines(String rule) {
    var lines = new LinkedHashMap<String, Integer>();
    var line = LINE.matcher(rule);
    while (line.find()) {
      lines.put(
          line.group("quoted") == null ? line.group("plain") : line.group("quoted"),
          Integer.valueOf(line.group("points")));
    }
    return lines;
  }

  private static LocalDate day(String printed) {
    return LocalDate.parse(printed, DAY);
  }

  private static Fraction shown(String number, String unit) {
    return unit.equals(" %") ? hundredth(number) : number(number);
  }

  private static Fraction hundredth(String percent) {
    return number(percent).dividedBy(Fraction.of(100));
  }

  private static Fraction number(String vietnamese) {
    return Fraction.of(plain(vietnamese));
  }

  private static String zero(String vietnamese) {
    return vietnamese.equals("không có") ? "0" : vietnamese;
  }

  /** "3.131,5" is 3131.5, and "there is none" counts as 0. */
  private static String plain(String vietnamese) {
    return zero(vietnamese).replace(".", "").replace(',', '.');
  }
}
