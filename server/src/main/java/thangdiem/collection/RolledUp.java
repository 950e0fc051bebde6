package thangdiem.collection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.criteria.Rational;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.words.Sentence;

/**
 * One fact of everybody asked, rolled up into one value (tổng hợp một số liệu) as the criteria set
 * says: numerators and denominators each for themselves, so that a ratio is Σ/Σ and never a mean of
 * ratios (C-8). Who has not answered counts as nothing: neither as 0 nor as no.
 *
 * @param value absent while nobody has answered
 * @param answered how many have
 * @param arithmetic how it comes about
 */
public record RolledUp(
    FactDefinition fact, Optional<Fact> value, int answered, int asked, Sentence arithmetic) {

  private static final int TERMS_SHOWN = 6;

  static RolledUp of(FactDefinition fact, List<Asked> asked) {
    var given = asked.stream().flatMap(one -> one.given(fact).value().stream()).toList();
    if (given.isEmpty()) {
      return new RolledUp(
          fact, Optional.empty(), 0, asked.size(), Sentence.of("collection.sum.none"));
    }
    return isYesNo(fact) ? yesNo(fact, given, asked.size()) : amount(fact, given, asked.size());
  }

  /** Whether values of that fact can be rolled up at all. */
  static boolean isPossible(FactDefinition fact) {
    return fact.collectedBy() == FactDefinition.Collector.UNIT
        && switch (fact.rollUp()) {
          case SUM, MAX, MIN -> fact.type() == FactType.COUNT || fact.type() == FactType.DECIMAL;
          case ALL, ANY -> fact.type() == FactType.BOOLEAN;
          case NONE -> false;
        };
  }

  private static boolean isYesNo(FactDefinition fact) {
    return fact.type() == FactType.BOOLEAN;
  }

  private static RolledUp yesNo(FactDefinition fact, List<Fact> given, int asked) {
    long yes = given.stream().filter(new Fact.YesNo(true)::equals).count();
    boolean all = fact.rollUp() == FactDefinition.RollUp.ALL;
    var value = new Fact.YesNo(all ? yes == given.size() : yes > 0);
    return new RolledUp(
        fact,
        Optional.of(value),
        given.size(),
        asked,
        Sentence.of(
            all ? "collection.sum.all" : "collection.sum.any",
            yes,
            given.size(),
            TypedFact.shown(fact, value)));
  }

  private static RolledUp amount(FactDefinition fact, List<Fact> given, int asked) {
    var amounts = given.stream().map(RolledUp::amount).toList();
    var value =
        new Fact.Amount(
            switch (fact.rollUp()) {
              case MAX -> amounts.stream().reduce(Rational::max).orElseThrow();
              case MIN -> amounts.stream().reduce(Rational::min).orElseThrow();
              default -> amounts.stream().reduce(Rational.ZERO, Rational::plus);
            });
    var shown = TypedFact.shown(fact, value);
    return new RolledUp(
        fact,
        Optional.of(value),
        given.size(),
        asked,
        switch (fact.rollUp()) {
          case MAX -> Sentence.of("collection.sum.max", given.size(), shown);
          case MIN -> Sentence.of("collection.sum.min", given.size(), shown);
          default -> Sentence.of("collection.sum.sum", given.size(), terms(fact, amounts), shown);
        });
  }

  /** "There is none" is an answer: it counts as 0. */
  private static Rational amount(Fact fact) {
    return fact instanceof Fact.Amount(var amount) ? amount : Rational.ZERO;
  }

  private static String terms(FactDefinition fact, List<Rational> amounts) {
    var shown =
        amounts.stream().map(amount -> TypedFact.shown(fact, new Fact.Amount(amount))).toList();
    return shown.size() <= TERMS_SHOWN
        ? String.join(" + ", shown)
        : shown.stream().limit(TERMS_SHOWN - 1).collect(Collectors.joining(" + "))
            + " + … + "
            + shown.getLast();
  }

  public int missing() {
    return asked - answered;
  }

  /** As it is read, and as it would be typed. */
  public String shown() {
    return value.map(known -> TypedFact.shown(fact, known)).orElse("");
  }
}
