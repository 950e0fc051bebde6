package thangdiem.council;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactType;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.Sentence;

/**
 * A fact in its three columns, as it is shown (số liệu trong ba cột).
 *
 * @param typed what stands in the field, where there is one
 */
public record FactRow(
    FactDefinition fact,
    String self,
    String verified,
    String council,
    String typed,
    Optional<Sentence> asked) {

  static FactRow of(CouncilUnit unit, FactDefinition fact) {
    var council = shown(fact, unit.decided());
    return new FactRow(
        fact,
        shown(fact, unit.verified().claimed()),
        shown(fact, unit.verified().verified()),
        council,
        council,
        Optional.empty());
  }

  FactRow typing(String text, Optional<Sentence> wrong) {
    return new FactRow(fact, self, verified, council, text, wrong);
  }

  static String shown(FactDefinition fact, UnitAnswers answers) {
    return Optional.ofNullable(answers.facts().get(fact.id()))
        .map(value -> TypedFact.shown(fact, value))
        .orElse("");
  }

  public boolean verifiedDiffers() {
    return !self.equals(verified);
  }

  public boolean councilDiffers() {
    return !verified.equals(council);
  }

  /** Whether it is chosen from a list rather than typed. */
  public boolean isChosen() {
    return fact.type() == FactType.BOOLEAN || fact.type() == FactType.CHOICE;
  }

  /** What can be chosen; nothing, where nothing is recognised. */
  public Set<String> options() {
    var options = new LinkedHashSet<String>();
    options.add("");
    if (fact.type() == FactType.BOOLEAN) {
      options.add(TypedFact.shown(fact, new Fact.YesNo(true)));
      options.add(TypedFact.shown(fact, new Fact.YesNo(false)));
    }
    fact.options()
        .forEach(option -> options.add(TypedFact.shown(fact, new Fact.Chosen(option.id()))));
    options.add(typed);
    return options;
  }
}
