package thangdiem.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.criteria.Rational;

/** Puts improvements together until they bring so many points (kế hoạch lên loại). */
final class AdvicePlan {

  private record Choice(FactDefinition fact, Fact to, Rational effort) {

    boolean isOf(Choice other) {
      return fact.id().equals(other.fact.id());
    }
  }

  private final Trial start;
  private final AdviceSearch search;
  private final Points needed;

  AdvicePlan(Trial start, AdviceSearch search, Points needed) {
    this.start = start;
    this.search = search;
    this.needed = needed;
  }

  Advice.Plan of(List<Advice.Opportunity> opportunities) {
    var choices = cheapest(opportunities);
    if (isEnough(choices)) {
      choices = sparing(withoutTheIdle(choices));
    }
    return new Advice.Plan(actions(choices), with(choices).gainOver(start));
  }

  private Trial with(List<Choice> choices) {
    var changes = new HashMap<String, Fact>();
    choices.forEach(choice -> changes.put(choice.fact().id(), choice.to()));
    return start.with(changes);
  }

  private boolean isEnough(List<Choice> choices) {
    var trial = with(choices);
    return trial.isSound() && trial.gainOver(start).compareTo(needed) >= 0;
  }

  /** The cheapest first; of one fact a larger step takes the place of a smaller one. */
  private List<Choice> cheapest(List<Advice.Opportunity> opportunities) {
    var cheapestFirst =
        opportunities.stream()
            .flatMap(one ->
                one.steps().stream().map(step -> new Choice(one.fact(), step.to(), step.effort())))
            .sorted(Comparator.comparing(Choice::effort))
            .toList();
    var chosen = new ArrayList<Choice>();
    var reached = start;
    for (var choice : cheapestFirst) {
      if (reached.gainOver(start).compareTo(needed) >= 0) {
        break;
      }
      var tried = reached.with(Map.of(choice.fact().id(), choice.to()));
      if (tried.isSound() && tried.total().compareTo(reached.total()) > 0) {
        chosen.removeIf(choice::isOf);
        chosen.add(choice);
        reached = tried;
      }
    }
    return chosen;
  }

  private List<Choice> withoutTheIdle(List<Choice> choices) {
    var needed = new ArrayList<>(choices);
    for (var choice : choices) {
      var without = new ArrayList<>(needed);
      without.remove(choice);
      if (isEnough(without)) {
        needed = without;
      }
    }
    return needed;
  }

  /** The dearest first: none is larger than it must be beside the others. */
  private List<Choice> sparing(List<Choice> choices) {
    var sparing = new ArrayList<>(choices);
    for (int i = sparing.size() - 1; i >= 0; i--) {
      var fewer = new ArrayList<>(sparing);
      var choice = sparing.get(i);
      var least = search.least(choice.fact(), choice.to(), with(sparing), needed);
      fewer.set(i, new Choice(choice.fact(), least, choice.effort()));
      if (isEnough(fewer)) {
        sparing = fewer;
      }
    }
    return sparing;
  }

  /** Each with what it brings after those before it, so that they add up. */
  private List<Advice.Opportunity> actions(List<Choice> choices) {
    var actions = new ArrayList<Advice.Opportunity>();
    var reached = start;
    for (var choice : choices) {
      var now = Optional.ofNullable(start.answers().facts().get(choice.fact().id()));
      var tried = reached.with(Map.of(choice.fact().id(), choice.to()));
      var by =
          choice.to() instanceof Fact.Amount(var amount)
              ? amount.minus(Ladder.of(choice.fact(), now).from())
              : Rational.ONE;
      actions.add(
          new Advice.Opportunity(
              choice.fact(),
              now,
              List.of(
                  new Advice.Step(
                      choice.to(), by, tried.gainOver(reached), tried.effectsSince(reached)))));
      reached = tried;
    }
    return List.copyOf(actions);
  }
}
