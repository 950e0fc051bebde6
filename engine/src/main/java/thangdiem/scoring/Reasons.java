package thangdiem.scoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Expr;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;
import thangdiem.criteria.ScoringRule;
import thangdiem.criteria.Section;
import thangdiem.words.Words;

/**
 * Words the reasons of scores (lời giải thích): the sum to redo by hand, the tier or option met as
 * the decision prints it, and the line of the decision. Where a rounded percentage would not give
 * the points again, the fraction itself is shown.
 */
public final class Reasons {

  private final CriteriaSet set;
  private final Policy policy;
  private final Words words;
  private final Shown plain;

  /** The reasons in Vietnamese, as results.json gives them. */
  public Reasons(CriteriaSet set, Policy policy) {
    this(set, policy, Words.VIETNAMESE);
  }

  /** The reasons in that language; what the decision prints stays as it is printed. */
  public Reasons(CriteriaSet set, Policy policy, Words words) {
    this.set = set;
    this.policy = policy;
    this.words = words;
    this.plain = new Shown(set, UnitAnswers.noReport("", "", ""), words);
  }

  /** The reason of one line of a unit's sheet, with its facts and its rule in words. */
  public Reason of(ScoreLine line, UnitAnswers answers) {
    var rule = ruleFor(line.criterion().rule(), answers.group());
    var shown = new Shown(set, answers, words);
    var facts = rule.facts().stream().map(shown::fact).toList();
    return new Reason(
        facts,
        inWords(rule, line.max(), answers.group()),
        arithmetic(line, rule, answers),
        line.criterion().basis());
  }

  /**
   * {@code because} of results.json: the arithmetic and the line of the decision, without the rest
   * of the reason.
   */
  public String sentence(ScoreLine line, UnitAnswers answers) {
    var rule = ruleFor(line.criterion().rule(), answers.group());
    return new Reason(List.of(), "", arithmetic(line, rule, answers), line.criterion().basis())
        .sentence();
  }

  private String arithmetic(ScoreLine line, ScoringRule rule, UnitAnswers answers) {
    var told = new Told(new Shown(set, answers, words), answers);
    return line.step() instanceof Step.SetAside(var why)
        ? told.setAside(why, rule, line)
        : told.arithmetic(rule, line.step(), line.max(), line.points());
  }

  private static ScoringRule ruleFor(ScoringRule rule, String group) {
    return rule instanceof ScoringRule.ByGroup(var rules) && rules.containsKey(group)
        ? ruleFor(Objects.requireNonNull(rules.get(group)), group)
        : rule;
  }

  /** The rule itself in words. */
  private String inWords(ScoringRule anyRule, Points max, String group) {
    var rule = ruleFor(anyRule, group);
    var most = plain.number(max.value());
    return switch (rule) {
      case ScoringRule.YesNo _ -> say("rule.yesNo", most);
      case ScoringRule.Proportional _ -> say("rule.proportional", most);
      case ScoringRule.Tiers tiers ->
          list(
              tiers.tiers().stream()
                  .map(tier -> tier(tier, scale(tiers)) + ": " + worth(tier.points(), max)));
      case ScoringRule.Choice(var fact, var options) ->
          list(
              options.stream()
                  .map(option -> option(fact, option) + ": " + worth(option.points(), max)));
      case ScoringRule.DateWindow(_, var windows) ->
          list(windows.stream().map(window -> window(window) + ": " + worth(window.points(), max)));
      case ScoringRule.Sum(var parts, var cap) ->
          say("rule.sum", parts(parts, group), plain.number(cap.orElse(max).value()));
      case ScoringRule.PerUnit(_, var points) -> say("rule.perUnit", worth(points, max), most);
      case ScoringRule.Best(var cases) -> say("rule.best", parts(cases, group));
      case ScoringRule.RelativeToBest relative ->
          say(
              relative.better() == ScoringRule.Better.HIGHER
                  ? "rule.relativeToHighest"
                  : "rule.relativeToLowest",
              most);
      case ScoringRule.MinMax minMax ->
          say(
              minMax.better() == ScoringRule.Better.HIGHER ? "rule.minMax" : "rule.minMaxLower",
              most);
      case ScoringRule.Change(_, var as, var towards) ->
          switch (towards) {
            case ScoringRule.Towards.Target(var target) ->
                say("rule.change", limit(target, scale(as)), most);
            case ScoringRule.Towards.Steps(var tiers) ->
                say(
                    "rule.changeTiers",
                    list(
                        tiers.stream()
                            .map(
                                tier -> tier(tier, scale(as)) + ": " + worth(tier.points(), max))));
          };
      case ScoringRule.Survey(_, var from, var to) ->
          say("rule.survey", plain.number(from), plain.number(to), most);
      case ScoringRule.Formula _ -> say("rule.formula", most);
      case ScoringRule.Information _, ScoringRule.ByGroup _ -> say("rule.information");
    };
  }

  private String parts(List<ScoringRule.Part> parts, String group) {
    return list(
        parts.stream()
            .map(part -> part.name() + " (" + inWords(part.rule(), part.maxPoints(), group) + ")"));
  }

  /** How bounds are shown: a ratio of 1/5 as 20 %. */
  private record Scale(String unit, Rational times) {
    static final Scale PLAIN = new Scale("", Rational.ONE);
    static final Scale PERCENT = new Scale("%", Rational.of(100));
  }

  private static Scale scale(ScoringRule.As as) {
    return as == ScoringRule.As.PERCENT ? Scale.PERCENT : Scale.PLAIN;
  }

  /** A fact that is itself stated in percent is no ratio: its bounds stand as they are written. */
  private Scale scale(ScoringRule.Tiers tiers) {
    boolean stated =
        tiers.of() instanceof Expr.FactValue(var fact)
            && Objects.requireNonNull(set.facts().get(fact)).statedInPercent();
    return tiers.unit().equals(Scale.PERCENT.unit()) && !stated
        ? Scale.PERCENT
        : new Scale(tiers.unit(), Rational.ONE);
  }

  private static String list(Stream<String> texts) {
    return String.join("; ", texts.toList());
  }

  /** Points of a tier, option or window: a number, or an expression of the maximum. */
  private String worth(Expr points, Points max) {
    if (isFixed(points)) {
      var nobody =
          new UnitAnswers(
              "", "", "", Map.of(), Map.of(), List.of(), List.of(), Optional.empty(), false);
      return say(
          "points",
          plain.number(new Evaluation(nobody, Rational.ZERO, max.value()).number(points)));
    }
    return say("rule.byFormula");
  }

  /** Whether points hang on the maximum alone, and neither on facts nor on the measure. */
  private static boolean isFixed(Expr points) {
    var usesMeasure = new boolean[1];
    points.walk(expr ->
        usesMeasure[0] |= expr instanceof Expr.Given(var name) && name == Expr.Given.Name.MEASURE);
    return points.facts().isEmpty() && !usesMeasure[0];
  }

  /** A tier as the decision prints it, or its bounds. */
  private String tier(ScoringRule.Tier tier, Scale scale) {
    if (!tier.printed().isEmpty()) {
      return "“" + tier.printed() + "”";
    }
    if (tier.otherwise()) {
      return say("otherwise");
    }
    var bounds = new ArrayList<String>();
    tier.lower()
        .ifPresent(
            bound -> bounds.add((bound.inclusive() ? "≥ " : "> ") + limit(bound.value(), scale)));
    tier.upper()
        .ifPresent(
            bound -> bounds.add((bound.inclusive() ? "≤ " : "< ") + limit(bound.value(), scale)));
    return String.join(", ", bounds);
  }

  private String limit(Rational value, Scale scale) {
    return Shown.withUnit(plain.number(value.times(scale.times())), scale.unit());
  }

  private String option(String fact, ScoringRule.OptionPoints option) {
    var label =
        Objects.requireNonNull(set.facts().get(fact))
            .option(option.option())
            .map(FactOption::label)
            .orElse(option.option());
    return "“" + (option.printed().isEmpty() ? label : option.printed()) + "”";
  }

  private String window(ScoringRule.Window window) {
    return window.printed().isEmpty() ? days(window) : "“" + window.printed() + "”";
  }

  private String days(ScoringRule.Window window) {
    var from = window.from().map(date -> Words.date(date.in(set.year())));
    var to = window.to().map(date -> Words.date(date.in(set.year())));
    if (from.isPresent() && to.isPresent()) {
      return from.get() + "–" + to.get();
    }
    return from.map(date -> say("from", date))
        .or(() -> to.map(date -> say("to", date)))
        .orElseGet(() -> say("otherwise"));
  }

  private String say(String key, Object... arguments) {
    return words.say("scoring." + key, arguments);
  }

  /** What happened for one unit. */
  private final class Told {

    private final Shown shown;
    private final UnitAnswers answers;

    Told(Shown shown, UnitAnswers answers) {
      this.shown = shown;
      this.answers = answers;
    }

    /** Why a line does not count, and what the policy makes of it. */
    String setAside(Flag why, ScoringRule rule, ScoreLine line) {
      if (why == Flag.NOT_HELD) {
        return say("notHeld");
      }
      var because =
          line.flags().contains(Flag.ZERO_DENOMINATOR)
              ? say("zeroDenominatorNotApplicable", divided(rule))
              : say("notApplicable");
      return bonus(line)
          ? say("notApplicable.bonus", because)
          : say(
              "notApplicable." + policy.notApplicable().text(),
              because,
              plain.points(line.points()));
    }

    private boolean bonus(ScoreLine line) {
      return set.sections().stream()
          .filter(Section::bonus)
          .flatMap(Section::scored)
          .anyMatch(line.criterion()::equals);
    }

    /** The sum that led to the points. */
    String arithmetic(ScoringRule anyRule, Step step, Points max, Points points) {
      var rule = ruleFor(anyRule, answers.group());
      var earned = plain.points(points);
      return switch (step) {
        case Step.NotMeasured(var why) ->
            why == Flag.UNANSWERED
                ? say("notAnswered", list(missing(rule)))
                : say("zeroDenominator", divided(rule));
        case Step.SetAside _ ->
            throw new IllegalStateException("a part of a rule is never set aside: " + rule);
        case Step.Held(var holds) -> held(rule, holds, earned);
        case Step.Share(var raw, var counted) -> share(rule, raw, counted, max, points);
        case Step.TierMet(var measure, var tier) -> tierMet(rule, measure, tier, max, points);
        case Step.OptionChosen(var option) -> chosen(rule, option, max, points);
        case Step.WindowMet(var date, var window) -> {
          var when = date.map(Words::date).orElseGet(() -> say("none"));
          yield window
              .map(met -> {
                var worked = worked(met.points(), Rational.ZERO, max, points);
                return met.otherwise()
                    ? say("windowOtherwise", when, window(met), worked)
                    : say(
                        "window",
                        when,
                        days(met),
                        met.printed().isEmpty() ? "" : " (“" + met.printed() + "”)",
                        worked);
              })
              .orElseGet(() -> say("noWindow", when));
        }
        case Step.Summed(var parts, var capped) -> {
          var items = ((ScoringRule.Sum) rule).parts();
          var sum = parts.stream().map(Award::points).reduce(Points.NONE, Points::plus);
          yield say(
              capped ? "sumCapped" : "sum",
              list(
                  java.util.stream.IntStream.range(0, items.size())
                      .mapToObj(
                          i -> items.get(i).name() + ": " + part(items.get(i), parts.get(i)))),
              plain.points(sum),
              earned,
              same(sum, points));
        }
        case Step.Counted(var count, var each, var capped) ->
            say(
                capped ? "countedCapped" : "counted",
                measured(rule),
                plain.number(count),
                plain.number(each),
                earned,
                same(new Points(count.times(each)), points));
        case Step.BestCase(var cases, var best) -> {
          var part = ((ScoringRule.Best) rule).cases().get(best);
          yield say("best", part.name(), part(part, cases.get(best)), earned);
        }
        case Step.AgainstBest(var measure, var best) -> {
          boolean higher =
              ((ScoringRule.RelativeToBest) rule).better() == ScoringRule.Better.HIGHER;
          if (measure.equals(best) || (!higher && measure.signum() == 0)) {
            yield say("isBest", value(rule, measure), earned);
          }
          yield say(
              higher ? "againstHighest" : "againstLowest",
              value(rule, measure),
              plain.number(best),
              plain.number(higher ? measure : best),
              plain.number(higher ? best : measure),
              plain.number(max.value()),
              same(max.times(higher ? measure.dividedBy(best) : best.dividedBy(measure)), points),
              earned);
        }
        case Step.BetweenExtremes(var measure, var min, var most) ->
            min.equals(most)
                ? say("allEqual", value(rule, measure), earned)
                : say(
                    ((ScoringRule.MinMax) rule).better() == ScoringRule.Better.HIGHER
                        ? "extremes"
                        : "extremesLower",
                    value(rule, measure),
                    plain.number(measure),
                    plain.bracketed(min),
                    plain.number(most),
                    plain.number(max.value()),
                    earned,
                    plain.bracketed(measure));
        case Step.Changed changed -> changed((ScoringRule.Change) rule, changed, max, points);
        case Step.Surveyed(var result) -> {
          var survey = (ScoringRule.Survey) rule;
          yield say(
              "surveyed",
              plain.number(result),
              plain.number(survey.from()),
              plain.number(survey.to()),
              plain.number(max.value()),
              earned);
        }
        case Step.Computed(var value) ->
            say(
                "computed",
                shown.within(max).expression(((ScoringRule.Formula) rule).points()),
                plain.number(value),
                earned);
        case Step.ForInformation() -> say("forInformation");
      };
    }

    private String part(ScoringRule.Part part, Award award) {
      return arithmetic(part.rule(), award.step(), part.maxPoints(), award.points());
    }

    /** What was not answered, this year and where the rule looks back last year. */
    private Stream<String> missing(ScoringRule rule) {
      var thisYear =
          rule.facts().stream()
              .filter(fact -> !answers.facts().containsKey(fact))
              .map(shown::label);
      var lastYear =
          lookedBackAt(rule).stream()
              .filter(fact -> !answers.previous().containsKey(fact))
              .map(fact -> say("previous", shown.label(fact)));
      return Stream.concat(thisYear, lastYear);
    }

    private static Set<String> lookedBackAt(ScoringRule rule) {
      var facts = new LinkedHashSet<String>();
      if (rule instanceof ScoringRule.Change(var of, _, _)) {
        facts.addAll(of.facts());
      }
      measure(rule)
          .ifPresent(of ->
              of.walk(expr -> {
                if (expr instanceof Expr.Previous(var operand)) {
                  facts.addAll(operand.facts());
                }
              }));
      return facts;
    }

    private String held(ScoringRule rule, boolean holds, String earned) {
      var condition = ((ScoringRule.YesNo) rule).holds();
      var text =
          condition instanceof Expr.FactValue(var fact)
              ? shown.fact(fact)
              : shown.expression(condition);
      var verdict = condition instanceof Expr.FactValue ? "" : ": " + say(holds ? "met" : "notMet");
      return text + verdict + say("arrow", earned);
    }

    private String share(
        ScoringRule rule, Rational raw, Rational counted, Points max, Points points) {
      var most = plain.number(max.value());
      var equals = Shown.percentIsExact(raw) ? "=" : "≈";
      var percent = plain.percent(raw);
      if (!raw.equals(counted)) {
        return say("shareCapped", measured(rule), equals, percent, most, plain.points(points));
      }
      var byPercent =
          max.times(
              Rational.of(raw.times(Rational.of(100)).toDecimal(2)).dividedBy(Rational.of(100)));
      var rounded =
          policy.rounding() == Policy.Rounding.CRITERION_2 ? byPercent.printed() : byPercent;
      var product = same(max.times(counted), points);
      return rounded.equals(points)
          ? say(
              "shareByPercent",
              measured(rule),
              equals,
              percent,
              most,
              same(byPercent, points),
              plain.points(points))
          : say(
              "shareByFraction",
              measured(rule),
              fraction(rule, raw),
              percent,
              most,
              product,
              plain.points(points),
              equals);
    }

    /**
     * The fraction as its facts stand, where the ratio is one fact over another; otherwise in
     * lowest terms.
     */
    private String fraction(ScoringRule rule, Rational raw) {
      if (rule
              instanceof
              ScoringRule.Proportional(
                  Expr.Arithmetic(
                      var operator,
                      Expr.FactValue(var above),
                      Expr.FactValue(var below)))
          && operator == Expr.Operator.DIVIDED_BY
          && answers.facts().get(above) instanceof Fact.Amount(var numerator)
          && answers.facts().get(below) instanceof Fact.Amount(var denominator)) {
        return plain.number(numerator) + "/" + plain.number(denominator);
      }
      return raw.toString();
    }

    /** "=" where the exact points are the ones that stand there, "≈" where these were rounded. */
    private String same(Points exact, Points printed) {
      return exact.value().equals(Rational.of(printed.decimal())) ? "=" : "≈";
    }

    private String tierMet(
        ScoringRule rule,
        Rational measure,
        Optional<ScoringRule.Tier> tier,
        Points max,
        Points points) {
      var tiers = (ScoringRule.Tiers) rule;
      var value = measureOf(tiers.of(), measure, tiers.unit(), tiers.tiers());
      return tier.map(met ->
              say(
                  met.otherwise() && met.printed().isEmpty() ? "tierOtherwise" : "tier",
                  value,
                  tier(met, scale(tiers)),
                  worked(met.points(), measure, max, points)))
          .orElseGet(() ->
              say(
                  "noTier",
                  value,
                  list(tiers.tiers().stream().map(known -> tier(known, scale(tiers))))));
    }

    /**
     * What a tier, option or window is worth: its points, or with its values the expression that
     * they came from.
     */
    private String worked(Expr worth, Rational measure, Points max, Points points) {
      var earned = plain.points(points);
      if (isFixed(worth)) {
        return earned;
      }
      var value = new Points(new Evaluation(answers, measure, max.value()).number(worth));
      var sum = shown.within(max, measure).expression(worth);
      return value.equals(value.atLeastNone().min(max))
          ? say("worked", sum, same(value, points), earned)
          : say(
              "workedWithin", sum, plain.number(value.value()), plain.number(max.value()), earned);
    }

    private String measureOf(Expr of, Rational measure, String unit, List<ScoringRule.Tier> tiers) {
      if (of instanceof Expr.FactValue(var fact)) {
        return shown.fact(fact);
      }
      var thresholds = new ArrayList<Rational>();
      for (var tier : tiers) {
        tier.lower().ifPresent(bound -> thresholds.add(bound.value()));
        tier.upper().ifPresent(bound -> thresholds.add(bound.value()));
      }
      return shown.expression(of) + plain.equalsMeasure(measure, unit, thresholds);
    }

    private String chosen(
        ScoringRule rule, Optional<ScoringRule.OptionPoints> option, Points max, Points points) {
      var fact = ((ScoringRule.Choice) rule).fact();
      return option
          .map(met ->
              shown.label(fact)
                  + ": "
                  + option(fact, met)
                  + say("arrow", worked(met.points(), Rational.ZERO, max, points)))
          .orElseGet(() -> shown.fact(fact) + say("arrow", plain.points(points)));
    }

    private String changed(ScoringRule.Change rule, Step.Changed step, Points max, Points points) {
      boolean percent = rule.as() == ScoringRule.As.PERCENT;
      var before = plain.number(step.before());
      var now = plain.number(step.now());
      var change = step.change();
      return switch (rule.towards()) {
        case ScoringRule.Towards.Target(var target) ->
            say(
                percent ? "changedPercent" : "changedDifference",
                before,
                now,
                percent ? plain.measure(change, "%", List.of(target)) : plain.number(change),
                limit(target, scale(rule.as())),
                plain.number(max.value()),
                plain.points(points),
                plain.bracketed(step.before()));
        case ScoringRule.Towards.Steps(var tiers) -> {
          var thresholds = new ArrayList<Rational>();
          tiers.forEach(known -> known.lower().ifPresent(bound -> thresholds.add(bound.value())));
          tiers.forEach(known -> known.upper().ifPresent(bound -> thresholds.add(bound.value())));
          var met = step.tier();
          yield say(
              "changedTier",
              before,
              now,
              percent ? plain.measure(change, "%", thresholds) : plain.number(change),
              met.map(tier -> tier(tier, scale(rule.as()))).orElseGet(() -> say("noTierMet")),
              met.map(tier -> worked(tier.points(), change, max, points))
                  .orElseGet(() -> plain.points(points)));
        }
      };
    }

    /** "expression = value" for a computed measure, or the fact itself. */
    private String value(ScoringRule rule, Rational measure) {
      var text = measured(rule);
      return rule instanceof ScoringRule.RelativeToBest(Expr.FactValue _, _, _)
              || rule instanceof ScoringRule.MinMax(Expr.FactValue _, _, _)
          ? text
          : text + " = " + plain.number(measure);
    }

    /** What could not be divided: a measure itself, or its change by what it was last year. */
    private String divided(ScoringRule rule) {
      return rule instanceof ScoringRule.Change(var of, _, _)
          ? measured(rule) + " / " + shown.expression(new Expr.Previous(of))
          : measured(rule);
    }

    /** What a rule measures, with the unit's values in it. */
    private String measured(ScoringRule rule) {
      return measure(rule)
          .map(shown::expression)
          .orElseGet(() -> list(rule.facts().stream().map(shown::fact)));
    }

    private static Optional<Expr> measure(ScoringRule rule) {
      return switch (rule) {
        case ScoringRule.YesNo(var holds) -> Optional.of(holds);
        case ScoringRule.Proportional(var ratio) -> Optional.of(ratio);
        case ScoringRule.Tiers(var of, _, _) -> Optional.of(of);
        case ScoringRule.PerUnit(var of, _) -> Optional.of(of);
        case ScoringRule.RelativeToBest(var of, _, _) -> Optional.of(of);
        case ScoringRule.MinMax(var of, _, _) -> Optional.of(of);
        case ScoringRule.Change(var of, _, _) -> Optional.of(of);
        case ScoringRule.Formula(var points) -> Optional.of(points);
        case ScoringRule.Choice _,
            ScoringRule.DateWindow _,
            ScoringRule.Sum _,
            ScoringRule.Best _,
            ScoringRule.Survey _,
            ScoringRule.Information _,
            ScoringRule.ByGroup _ ->
            Optional.empty();
      };
    }
  }
}
