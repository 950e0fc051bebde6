package thangdiem.round;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.search.Finds;
import thangdiem.search.Found;
import thangdiem.search.Wanted;
import thangdiem.words.Sentence;

/** Finds rounds, and the criteria and facts of the round that runs. */
@Component
class FindsRounds implements Finds {

  private final Rounds rounds;
  private final Embargo embargo;

  FindsRounds(Rounds rounds, Embargo embargo) {
    this.rounds = rounds;
    this.embargo = embargo;
  }

  @Override
  public List<Found> find(Actor reader, Wanted wanted) {
    var all = rounds.all();
    var phases = embargo.phases(reader);
    return Stream.concat(
            all.stream()
                .filter(round -> wanted.isIn(round.name(), round.key()))
                .map(round ->
                    Found.named(
                        Found.Kind.ROUND,
                        round.name(),
                        Sentence.of("phase." + phases.apply(round)),
                        "/rounds/" + round.key())),
            running(all).stream().flatMap(round -> ofCriteria(round, wanted)))
        .toList();
  }

  /** The one that is open; otherwise the latest that is no draft, and counts. */
  private static Optional<Round> running(List<Round> all) {
    return Stream.concat(
            all.stream().filter(round -> round.phase() == Phase.OPEN && !round.rehearsal()),
            all.stream().filter(round -> round.phase() != Phase.DRAFT))
        .findFirst();
  }

  private Stream<Found> ofCriteria(Round round, Wanted wanted) {
    var set = rounds.criteria(round);
    var address = "/rounds/" + round.key() + "/criteria#";
    return Stream.concat(
        set.scored()
            .filter(criterion -> wanted.isIn(criterion.code(), criterion.name()))
            .map(criterion ->
                Found.named(
                    Found.Kind.CRITERION,
                    criterion.code() + " " + criterion.name(),
                    Found.text(criterion.basis()),
                    address + CriteriaPage.anchor(criterion.code()))),
        set.facts().values().stream()
            .filter(fact -> wanted.isIn(fact.label()))
            .map(fact ->
                Found.named(
                    Found.Kind.FACT,
                    fact.label(),
                    Found.text(theme(set, fact.theme())),
                    address + CriteriaPage.anchor(fact.id()))));
  }

  private static String theme(CriteriaSet set, String id) {
    return set.themes().stream()
        .filter(theme -> theme.id().equals(id))
        .map(theme -> theme.name())
        .findFirst()
        .orElse("");
  }
}
