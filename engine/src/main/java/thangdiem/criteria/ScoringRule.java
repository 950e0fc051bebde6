package thangdiem.criteria;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a criterion turns what a unit reports into points (cách tính điểm). */
public sealed interface ScoringRule {

  /** All the points or none (có/không). */
  record YesNo(Expr holds) implements ScoringRule {}

  /** Ratio × maximum (tính theo tỷ lệ); capped at 1 unless the policy says otherwise. */
  record Proportional(Expr ratio) implements ScoringRule {}

  /**
   * The points of the first tier met, from the top (theo mức): "≥ 20 % → 25 điểm". None met: 0.
   *
   * @param unit of the measured value: "%" shows it as a percentage
   */
  record Tiers(Expr of, String unit, List<Tier> tiers) implements ScoringRule {}

  /** The points of the option chosen (theo phương án); one not listed earns 0. */
  record Choice(String fact, List<OptionPoints> options) implements ScoringRule {}

  /** The points of the first window that holds the date (theo thời điểm ban hành). */
  record DateWindow(String fact, List<Window> windows) implements ScoringRule {}

  /** The sum of the parts, at most the cap (cộng các phần). */
  record Sum(List<Part> parts, Optional<Points> cap) implements ScoringRule {}

  /** Points for each piece, at most the maximum (theo số lượng). */
  record PerUnit(Expr of, Expr points) implements ScoringRule {}

  /** The case that gives most points (lấy trường hợp cao nhất). */
  record Best(List<Part> cases) implements ScoringRule {}

  /** Relative to the best unit (so với đơn vị tốt nhất). */
  record RelativeToBest(Expr of, Better better, Among among) implements ScoringRule {}

  /** (value − min) ÷ (max − min) among the units (chuẩn hoá min–max). */
  record MinMax(Expr of, Better better, Among among) implements ScoringRule {}

  /** Change against last year (so với năm trước): towards a target, or by tiers of the change. */
  record Change(Expr of, As as, Towards towards) implements ScoringRule {}

  /** A survey result on the scale from…to (kết quả khảo sát). */
  record Survey(String fact, Rational from, Rational to) implements ScoringRule {}

  /** Points by an expression, between 0 and the maximum (theo công thức). */
  record Formula(Expr points) implements ScoringRule {}

  /** Asked for information, worth nothing (chỉ để tham khảo). */
  record Information(List<String> asked) implements ScoringRule {}

  /** Another rule for each unit group (theo nhóm đơn vị). */
  record ByGroup(Map<String, ScoringRule> rules) implements ScoringRule {}

  /**
   * A tier (mức). Without bounds it is what the decision calls "trường hợp khác".
   *
   * @param printed the line of the decision to the letter; empty where it prints none
   */
  record Tier(Optional<Bound> lower, Optional<Bound> upper, Expr points, String printed) {

    /** Whether the value lies in this tier. */
    public boolean reachedBy(Rational value) {
      return lower.map(bound -> bound.below(value)).orElse(true)
          && upper.map(bound -> bound.above(value)).orElse(true);
    }

    public boolean otherwise() {
      return lower.isEmpty() && upper.isEmpty();
    }
  }

  /** An end of a tier, which belongs to it when inclusive: "≥ 20 %" does, "> 0 %" does not. */
  record Bound(Rational value, boolean inclusive) {

    boolean below(Rational measured) {
      int order = value.compareTo(measured);
      return inclusive ? order <= 0 : order < 0;
    }

    boolean above(Rational measured) {
      int order = value.compareTo(measured);
      return inclusive ? order >= 0 : order > 0;
    }
  }

  /** What an option is worth. */
  record OptionPoints(String option, Expr points, String printed) {}

  /** A window of dates, both ends included; without ends it is "trường hợp khác". */
  record Window(
      Optional<RelativeDate> from, Optional<RelativeDate> to, Expr points, String printed) {

    public boolean otherwise() {
      return from.isEmpty() && to.isEmpty();
    }
  }

  /** A part of a sum, or a case of a best-of, with a maximum of its own. */
  record Part(String name, Points maxPoints, ScoringRule rule) {}

  /** Which values are good ones. */
  enum Better {
    HIGHER,
    LOWER
  }

  /** With whom a unit is compared: its group, or all units. */
  enum Among {
    GROUP,
    ALL
  }

  /** How a change is measured: relative to last year's value, or as the difference. */
  enum As {
    PERCENT,
    DIFFERENCE
  }

  /** What a change is worth. */
  sealed interface Towards {
    /** change ÷ target × maximum, between 0 and the maximum. */
    record Target(Rational target) implements Towards {}

    /** By tiers of the change. */
    record Steps(List<Tier> tiers) implements Towards {}
  }

  /**
   * Everything that the rule evaluates, facts that it reads directly too, in the order of reading.
   */
  default Stream<Expr> expressions() {
    return switch (this) {
      case YesNo(var holds) -> Stream.of(holds);
      case Proportional(var ratio) -> Stream.of(ratio);
      case Tiers(var of, _, var tiers) ->
          Stream.concat(Stream.of(of), tiers.stream().map(Tier::points));
      case Choice(var fact, var options) ->
          Stream.concat(
              Stream.of(new Expr.FactValue(fact)), options.stream().map(OptionPoints::points));
      case DateWindow(var fact, var windows) ->
          Stream.concat(Stream.of(new Expr.FactValue(fact)), windows.stream().map(Window::points));
      case Sum(var parts, _) -> parts.stream().flatMap(part -> part.rule().expressions());
      case PerUnit(var of, var points) -> Stream.of(of, points);
      case Best(var cases) -> cases.stream().flatMap(part -> part.rule().expressions());
      case RelativeToBest(var of, _, _) -> Stream.of(of);
      case MinMax(var of, _, _) -> Stream.of(of);
      case Change(var of, _, Towards.Target _) -> Stream.of(of);
      case Change(var of, _, Towards.Steps(var tiers)) ->
          Stream.concat(Stream.of(of), tiers.stream().map(Tier::points));
      case Survey(var fact, _, _) -> Stream.of(new Expr.FactValue(fact));
      case Formula(var points) -> Stream.of(points);
      case Information(var asked) -> asked.stream().map(Expr.FactValue::new);
      case ByGroup(var rules) -> rules.values().stream().flatMap(ScoringRule::expressions);
    };
  }

  /** The facts that the rule reads, in the order of reading. */
  default Set<String> facts() {
    var facts = new LinkedHashSet<String>();
    expressions().forEach(expr -> facts.addAll(expr.facts()));
    return facts;
  }

  /**
   * Whether only the unit's own answers of this year decide: no other unit's, and not last year's.
   */
  default boolean decidedByOwnAnswers() {
    return switch (this) {
      case RelativeToBest _, MinMax _, Change _ -> false;
      case Sum(var parts, _) -> parts.stream().allMatch(part -> part.rule().decidedByOwnAnswers());
      case Best(var cases) -> cases.stream().allMatch(part -> part.rule().decidedByOwnAnswers());
      case ByGroup(var rules) -> rules.values().stream().allMatch(ScoringRule::decidedByOwnAnswers);
      case YesNo _,
          Proportional _,
          Tiers _,
          Choice _,
          DateWindow _,
          PerUnit _,
          Survey _,
          Formula _,
          Information _ ->
          expressions().noneMatch(Expr::looksBack);
    };
  }
}
