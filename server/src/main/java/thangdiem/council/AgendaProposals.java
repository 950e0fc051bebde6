package thangdiem.council;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;
import thangdiem.ranking.Standing;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Flag;
import thangdiem.scoring.ScoreLine;
import thangdiem.verification.Finding;
import thangdiem.verification.Verdict;
import thangdiem.words.Sentence;

/**
 * Finds what the council should look at (đề xuất chương trình họp): what is still open, and units
 * that stand so near a grade that something open could tip them.
 */
@Component
class AgendaProposals {

  private final Rounds rounds;
  private final AgendaTable agenda;

  AgendaProposals(Rounds rounds, AgendaTable agenda) {
    this.rounds = rounds;
    this.agenda = agenda;
  }

  private record Key(UUID unit, String code) {}

  /** What is on no agenda yet, what is disputed first. */
  List<Proposal> of(Round round, RankedUnits ranked) {
    var set = rounds.criteria(round);
    var known = new HashSet<Key>();
    agenda.of(round).stream()
        .filter(item -> item.takenOff().isEmpty())
        .forEach(item -> item.unit().ifPresent(unit -> known.add(new Key(unit, item.code()))));
    var units = ranked.units();
    var standings = ranked.standings().units();
    var contested = agenda.contested(round);
    var proposals = new ArrayList<Proposal>();
    for (int i = 0; i < units.size(); i++) {
      about(set, units.get(i), standings.get(i), contested, proposals);
    }
    proposals.removeIf(
        proposal -> known.contains(new Key(proposal.unit().unit(), proposal.code())));
    proposals.sort(Comparator.comparing(Proposal::source));
    return List.copyOf(proposals);
  }

  private static void about(
      CriteriaSet set,
      CouncilUnit unit,
      Standing standing,
      List<AgendaTable.Contested> contested,
      List<Proposal> proposals) {
    var disputed = unit.verified().disputed();
    var asked = asked(unit);
    disputed.forEach(code ->
        proposals.add(
            criterion(set, unit, code, Source.DISPUTED, Sentence.of("council.why.DISPUTED"))));
    asked.stream()
        .filter(code -> !disputed.contains(code))
        .forEach(code ->
            proposals.add(
                criterion(set, unit, code, Source.ASKED, Sentence.of("council.why.ASKED"))));
    var upheld = new LinkedHashSet<String>();
    contested.stream()
        .filter(one -> one.unit().equals(unit.unit().unit()) && upheld.add(one.code()))
        .forEach(one ->
            proposals.add(
                criterion(
                    set,
                    unit,
                    one.code(),
                    Source.CONTESTED,
                    Sentence.of("council.why.CONTESTED", one.words()))));
    unit.verified()
        .reasons()
        .forEach((code, reason) ->
            proposals.add(
                criterion(
                    set, unit, code, Source.CLAIM, Sentence.of("council.why.CLAIM", reason))));
    var unverified = unverified(unit);
    if (!unverified.isEmpty()) {
      proposals.add(
          whole(unit, Source.UNVERIFIED, Sentence.of("council.why.UNVERIFIED", unverified.size())));
    }
    var open = new LinkedHashSet<>(disputed);
    open.addAll(asked);
    open.addAll(upheld);
    open.addAll(unit.verified().reasons().keySet());
    var total = unit.decidedScore().total();
    if (unit.decidedScore().flags().contains(Flag.NEAR_BOUNDARY)) {
      proposals.add(
          whole(
              unit,
              Source.NEAR_BOUNDARY,
              Sentence.of(
                  "council.why.NEAR_BOUNDARY",
                  total.decimal(),
                  unit.decidedScore().grade().name())));
    } else {
      tipping(set, unit, open)
          .ifPresent(code ->
              proposals.add(
                  whole(
                      unit,
                      Source.NEAR_BOUNDARY,
                      Sentence.of("council.why.TIPPING", total.decimal(), code))));
    }
    if (standing.flags().contains(Flag.ORDER_FLIPS)) {
      proposals.add(
          whole(
              unit,
              Source.ORDER_FLIP,
              Sentence.of(
                  "council.why.ORDER_FLIP",
                  standing.overall().overall(),
                  standing.otherReading().overall())));
    }
  }

  private static Proposal criterion(
      CriteriaSet set, CouncilUnit unit, String code, Source source, Sentence why) {
    return new Proposal(unit.unit(), code, Titles.of(set, code), source, why);
  }

  private static Proposal whole(CouncilUnit unit, Source source, Sentence why) {
    return new Proposal(unit.unit(), "", "", source, why);
  }

  /** What the unit was asked last. */
  private static Set<String> asked(CouncilUnit unit) {
    var asked = new LinkedHashSet<String>();
    for (var finding : unit.verified().findings()) {
      unit.verified()
          .latest(finding.code(), Finding.FIRST)
          .filter(latest -> latest.verdict() == Verdict.ASKED)
          .ifPresent(_ -> asked.add(finding.code()));
    }
    return asked;
  }

  private static List<String> unverified(CouncilUnit unit) {
    var seen = new HashSet<String>();
    unit.verified().findings().forEach(finding -> seen.add(finding.code()));
    return unit.verified().verified().reported()
        ? unit.decidedScore().lines().stream()
            .filter(ScoreLine::counts)
            .map(line -> line.criterion().code())
            .filter(code -> !seen.contains(code))
            .toList()
        : List.of();
  }

  /** The first open thing that alone could lift or drop the unit into another grade. */
  private static Optional<String> tipping(CriteriaSet set, CouncilUnit unit, Set<String> open) {
    var sheet = unit.decidedScore();
    var group = sheet.answers().group();
    for (var code : open) {
      var below = set.scoredBelow(code);
      var up = Points.NONE;
      var down = Points.NONE;
      for (var line : sheet.lines()) {
        if (below.contains(line.criterion().code())) {
          up = up.plus(line.max().minus(line.points()));
          down = down.plus(line.points());
        }
      }
      if (!grade(set, sheet.total().plus(up), group).equals(grade(set, sheet.total(), group))
          || !grade(set, sheet.total().minus(down), group)
              .equals(grade(set, sheet.total(), group))) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static Grade grade(CriteriaSet set, Points total, String group) {
    return set.grades().gradeOf(total, group);
  }
}
