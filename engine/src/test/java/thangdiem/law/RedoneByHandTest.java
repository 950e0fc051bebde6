package thangdiem.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import thangdiem.law.Decision1663.Fraction;
import thangdiem.scoring.Policy;
import thangdiem.scoring.Reason;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.Scorer;

/**
 * An official with nothing but the printed reason redoes the sum and gets the printed points, for all 72 criteria. The official divides what the
 * sentence divides, multiplies by what the sentence multiplies by, and looks tiers up in the printed lines of the decision: a percentage rounded too
 * far, or a tier that the shown value does not reach, is found out.
 */
class RedoneByHandTest {

  private static final int ROUNDS = 2_000;

  private static final String N = "([\\d.]+(?:,\\d+)?|không có)";
  private static final String RATIO = "^" + N + "[^/]*? / " + N + "[^=≈]*? ";

  private static final Pattern BY_PERCENT = Pattern.compile(RATIO + "([=≈]) " + N + " %; " + N + " % × " + N + " ([=≈]) " + N + " điểm$");
  private static final Pattern BY_FRACTION =
      Pattern.compile(RATIO + "= " + N + "/" + N + " ≈ " + N + " %; " + N + "/" + N + " × " + N + " ([=≈]) " + N + " điểm$");
  private static final Pattern CAPPED =
      Pattern.compile(RATIO + "([=≈]) " + N + " %, vượt 100 % nên tính 100 %; 100 % × " + N + " = " + N + " điểm$");
  private static final Pattern TIER = Pattern.compile("(?:[=≈:] )" + N + "([^→“]*) → đạt mức “(.*)”: " + N + " điểm$");
  private static final Pattern NO_TIER = Pattern.compile("(?:[=≈:] )" + N + "([^→“]*) → không đạt mức nào trong các mức “.*”: 0 điểm$");
  private static final Pattern CONDITION = Pattern.compile("(?:[=≈] |\\()" + N + " ?[^≥]* ≥ " + N + "(?: %)?: (đạt|không đạt) → " + N + " điểm$");
  private static final Pattern YES_NO = Pattern.compile(": (có|không|không có) → " + N + " điểm$");
  private static final Pattern OPTION = Pattern.compile(": “(.*)” → " + N + " điểm$");
  private static final Pattern OTHER_OPTION = Pattern.compile(": (Chưa đủ|không có) → 0,00 điểm$");
  private static final Pattern WINDOW = Pattern.compile("^Ngày (\\S+), trong khoảng (\\S+)–(\\S+) \\((“.*”)\\) → " + N + " điểm$");
  private static final Pattern NO_WINDOW = Pattern.compile("^Ngày: (\\S+|không có); (“.*”) → " + N + " điểm$");
  private static final Pattern NOTHING =
      Pattern.compile("^Chưa trả lời: .+ → 0 điểm$|^" + N + "[^/]* / (?:0|không có)( [^:]*)?: mẫu số bằng 0 → 0 điểm$");
  private static final Pattern LINE = Pattern.compile("(?:“(?<quoted>[^”]*)”|(?<plain>Có|không)): (?<points>\\d+) điểm");
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
      for (var line : new Scorer(Law.DECISION_1663, policy, List.of()).score(List.of(answers)).getFirst().lines()) {
        if (line.counts()) {
          var code = line.criterion().code();
          var reason = reasons.of(line, answers);
          var by = "seed " + seed + ", " + code + ": " + reason.arithmetic() + " | " + reason.rule();
          var points = redo(reason, policy.rounding(), by);
          assertThat(points).as(by).isEqualByComparingTo(line.points().decimal());
          assertThat(reason.basis()).as(by).isEqualTo("Phụ lục 2, mục " + code);
          assertThat(reason.sentence()).isEqualTo(reason.arithmetic() + " (" + reason.basis() + ")");
          redone.merge(code, 1, Integer::sum);
        }
      }
    }
    assertThat(redone.keySet()).containsExactlyInAnyOrderElementsOf(Decision1663.codes());
    assertThat(redone.values()).allMatch(times -> times > ROUNDS / 2);
  }

  /** The points that the sentence leads to, after checking that the sentence says of itself what is true. */
  private static BigDecimal redo(Reason reason, Policy.Rounding rounding, String by) {
    var text = reason.arithmetic();
    Matcher m;
    if ((m = BY_PERCENT.matcher(text)).find()) {
      percentIsOf(m.group(1), m.group(2), m.group(3), m.group(4), by);
      assertThat(m.group(5)).as(by).isEqualTo(m.group(4));
      return product(hundredth(m.group(5)), m.group(6), m.group(7), m.group(8), rounding, by);
    }
    if ((m = BY_FRACTION.matcher(text)).find()) {
      assertThat(List.of(m.group(3), m.group(4), m.group(6), m.group(7)))
          .as(by)
          .isEqualTo(List.of(zero(m.group(1)), m.group(2), zero(m.group(1)), m.group(2)));
      percentIsOf(m.group(1), m.group(2), "≈", m.group(5), by);
      return product(number(m.group(6)).dividedBy(number(m.group(7))), m.group(8), m.group(9), m.group(10), rounding, by);
    }
    if ((m = CAPPED.matcher(text)).find()) {
      percentIsOf(m.group(1), m.group(2), m.group(3), m.group(4), by);
      assertThat(number(m.group(1)).moreThan(number(m.group(2)))).as(by).isTrue();
      return product(Fraction.of(1), m.group(5), "=", m.group(6), rounding, by);
    }
    if ((m = TIER.matcher(text)).find()) {
      var met = firstReached(reason.rule(), shown(m.group(1), m.group(2))).orElseThrow();
      assertThat(m.group(3)).as(by).isEqualTo(met.line());
      return same(met.points(), m.group(4), by);
    }
    if ((m = NO_TIER.matcher(text)).find()) {
      assertThat(firstReached(reason.rule(), shown(m.group(1), m.group(2)))).as(by).isEmpty();
      return BigDecimal.ZERO;
    }
    if ((m = CONDITION.matcher(text)).find()) {
      boolean holds = !number(m.group(2)).moreThan(number(m.group(1)));
      assertThat(m.group(3)).as(by).isEqualTo(holds ? "đạt" : "không đạt");
      return same(lines(reason.rule()).get(holds ? "Có" : "không"), m.group(4), by);
    }
    if ((m = YES_NO.matcher(text)).find() && lines(reason.rule()).containsKey("Có")) {
      return same(lines(reason.rule()).get(m.group(1).equals("có") ? "Có" : "không"), m.group(2), by);
    }
    if ((m = OPTION.matcher(text)).find()) {
      return same(lines(reason.rule()).get(m.group(1)), m.group(2), by);
    }
    if (OTHER_OPTION.matcher(text).find()) {
      return BigDecimal.ZERO;
    }
    if ((m = WINDOW.matcher(text)).find()) {
      var day = LocalDate.parse(m.group(1), DAY);
      assertThat(day).as(by).isBetween(LocalDate.parse(m.group(2), DAY), LocalDate.parse(m.group(3), DAY));
      return same(lines(reason.rule()).get(m.group(4).substring(1, m.group(4).length() - 1)), m.group(5), by);
    }
    if ((m = NO_WINDOW.matcher(text)).find()) {
      if (!m.group(1).equals("không có")) {
        var day = LocalDate.parse(m.group(1), DAY);
        assertThat(day.isBefore(LocalDate.of(2016, 10, 1)) || day.isAfter(LocalDate.of(2017, 3, 31))).as(by).isTrue();
      }
      return same(lines(reason.rule()).get(m.group(2).substring(1, m.group(2).length() - 1)), m.group(3), by);
    }
    assertThat(text).as(by).matches(NOTHING);
    return BigDecimal.ZERO;
  }

  /** "=" where the percentage is exact, "≈" where it was rounded to the two decimals shown. */
  private static void percentIsOf(String part, String whole, String sign, String percent, String by) {
    var exact = number(part).dividedBy(number(whole)).times(Fraction.of(100));
    assertThat(number(percent)).as(by).isEqualTo(exact.halfUpToTwoDecimals());
    assertThat(sign).as(by).isEqualTo(exact.equals(number(percent)) ? "=" : "≈");
  }

  /** What the official's multiplication gives, in as many decimals as the points are printed with. */
  private static BigDecimal product(Fraction share, String max, String sign, String printed, Policy.Rounding rounding, String by) {
    var exact = share.times(number(max));
    int decimals = rounding == Policy.Rounding.CRITERION_2 ? 2 : 10;
    var product = new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()), decimals, RoundingMode.HALF_UP);
    assertThat(new BigDecimal(plain(printed))).as(by).isEqualByComparingTo(product);
    assertThat(sign).as(by).isEqualTo(exact.equals(number(printed)) ? "=" : "≈");
    return product;
  }

  private static BigDecimal same(int points, String printed, String by) {
    assertThat(new BigDecimal(plain(printed))).as(by).isEqualByComparingTo(BigDecimal.valueOf(points));
    return BigDecimal.valueOf(points);
  }

  private record Tier(String line, int points) {}

  /** The first printed tier that the shown value reaches: "“>=20%”: 25 điểm; “>=10%”: 20 điểm". */
  private static Optional<Tier> firstReached(String rule, Fraction value) {
    var tiers = new ArrayList<Tier>();
    lines(rule).forEach((line, points) -> tiers.add(new Tier(line, points)));
    return tiers.stream().filter(tier -> reached(tier.line(), value)).findFirst();
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
    var lines = new java.util.LinkedHashMap<String, Integer>();
    var line = LINE.matcher(rule);
    while (line.find()) {
      lines.put(line.group("quoted") == null ? line.group("plain") : line.group("quoted"), Integer.valueOf(line.group("points")));
    }
    return lines;
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
