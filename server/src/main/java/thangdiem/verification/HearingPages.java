package thangdiem.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Rounds;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.submission.Assessment;

/** Prepares the page on which a unit is heard; out of its own sheet alone. */
@Component
class HearingPages {

  private final Rounds rounds;
  private final VerifiedSheets sheets;
  private final Hearings hearings;
  private final Completions completions;
  private final Evidence evidence;

  HearingPages(
      Rounds rounds,
      VerifiedSheets sheets,
      Hearings hearings,
      Completions completions,
      Evidence evidence) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.hearings = hearings;
    this.completions = completions;
    this.evidence = evidence;
  }

  HearingPage of(Assessment place, HearingPage.Form form) {
    var set = place.set();
    var unit = sheets.of(place.round(), place.unit().code());
    var heard = hearings.own(place.round(), set, place.unit().unit());
    var byCode = new LinkedHashMap<String, List<Hearing>>();
    for (var one : place.isOwn() ? heard : heard.stream().map(Hearing::withoutDraft).toList()) {
      byCode.computeIfAbsent(one.code(), _ -> new ArrayList<>()).add(one);
    }
    var threads = new ArrayList<HearingPage.Thread>();
    byCode.forEach((code, all) -> threads.add(thread(place, unit, code, all, form)));
    var order = set.scored().map(ScoredCriterion::code).toList();
    threads.sort(Comparator.comparing(thread -> order.indexOf(thread.code())));
    var returns =
        completions.of(place.round(), place.unit().unit()).stream()
            .filter(one -> one.isOpen(place.now()))
            .toList();
    var open = completions.open(place.round(), place.unit());
    return new HearingPage(
        place,
        threads,
        returns,
        open.stream().map(one -> entry(unit, one, form)).toList(),
        unit.supplements().stream()
            .flatMap(added ->
                Optional.ofNullable(set.facts().get(added.fact())).stream()
                    .map(fact -> Doubtful.words(unit, fact, added)))
            .toList(),
        later(place),
        about(set, threads, returns, unit, open),
        place.now(),
        rounds.workingDays(),
        form);
  }

  private static HearingPage.Thread thread(
      Assessment place,
      VerifiedUnit unit,
      String code,
      List<Hearing> heard,
      HearingPage.Form form) {
    var set = place.set();
    var criterion = set.scored().filter(one -> one.code().equals(code)).findFirst();
    var steps =
        heard.stream()
            .map(one ->
                new HearingPage.Step(
                    one,
                    finding(unit, one.finding()),
                    one.outcome().flatMap(Outcome::finding).map(id -> finding(unit, id))))
            .toList();
    var current = heard.stream().filter(one -> one.isOpen(place.now())).reduce((_, last) -> last);
    boolean claim = unit.reasons().containsKey(code);
    return new HearingPage.Thread(
        code,
        Queue.name(set, code),
        criterion.filter(_ -> !claim).map(one -> scores(unit, one, heard)),
        criterion
            .filter(_ -> !claim)
            .map(one -> facts(set, unit, one, steps.getLast(), current, form))
            .orElse(List.of()),
        steps,
        current,
        Optional.ofNullable(unit.reasons().get(code)),
        also(unit, code, steps.getLast()));
  }

  /** A fact is used by several criteria: what is found about one changes the others. */
  private static List<HearingPage.Also> also(
      VerifiedUnit unit, String code, HearingPage.Step last) {
    var found = last.outcome().orElse(last.finding()).facts().keySet();
    var also = new ArrayList<HearingPage.Also>();
    for (var claimed : unit.claimedScore().lines()) {
      var criterion = claimed.criterion();
      if (!criterion.code().equals(code)
          && criterion.rule().facts().stream().anyMatch(found::contains)) {
        var verified = line(unit.verifiedScore(), criterion).points();
        if (!verified.equals(claimed.points())) {
          also.add(
              new HearingPage.Also(criterion.code(), criterion.name(), claimed.points(), verified));
        }
      }
    }
    return also;
  }

  private static Finding finding(VerifiedUnit unit, java.util.UUID id) {
    return unit.findings().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("finding " + id));
  }

  private static HearingPage.Scores scores(
      VerifiedUnit unit, ScoredCriterion criterion, List<Hearing> heard) {
    var claimed = line(unit.claimedScore(), criterion);
    return new HearingPage.Scores(
        claimed.max(),
        claimed.points(),
        heard.stream().anyMatch(one -> !one.isQuestion())
            ? Optional.of(line(unit.verifiedScore(), criterion).points())
            : Optional.empty());
  }

  private static ScoreLine line(ScoreSheet sheet, ScoredCriterion criterion) {
    return sheet.lines().stream()
        .filter(line -> line.criterion().equals(criterion))
        .findFirst()
        .orElseThrow(() -> new NotFound(criterion.code() + " for units of this group"));
  }

  private static List<HearingPage.FactRow> facts(
      CriteriaSet set,
      VerifiedUnit unit,
      ScoredCriterion criterion,
      HearingPage.Step last,
      Optional<Hearing> current,
      HearingPage.Form form) {
    var found = last.outcome().orElse(last.finding()).facts();
    boolean typing = form.code().equals(criterion.code());
    return criterion.rule().facts().stream()
        .flatMap(id -> Optional.ofNullable(set.facts().get(id)).stream())
        .map(fact -> {
          var claimed = shown(unit, fact);
          var proposed =
              current
                  .flatMap(Hearing::explanation)
                  .flatMap(said -> Optional.ofNullable(said.values().get(fact.id())))
                  .map(value -> TypedFact.shown(fact, value))
                  .orElse("");
          return new HearingPage.FactRow(
              fact,
              claimed,
              found.containsKey(fact.id())
                  ? found.get(fact.id()).map(value -> TypedFact.shown(fact, value)).orElse("–")
                  : claimed,
              typing ? form.typed().getOrDefault("f." + fact.id(), "") : proposed,
              typing ? Optional.ofNullable(form.wrong().get(fact.id())) : Optional.empty());
        })
        .toList();
  }

  private static String shown(VerifiedUnit unit, FactDefinition fact) {
    return Optional.ofNullable(unit.claimed().facts().get(fact.id()))
        .map(value -> TypedFact.shown(fact, value))
        .orElse("");
  }

  private static HearingPage.Entry entry(
      VerifiedUnit unit, Completions.Open open, HearingPage.Form form) {
    var now = shown(unit, open.fact());
    return new HearingPage.Entry(
        open.fact(),
        now,
        form.code().isEmpty() ? form.typed().getOrDefault("f." + open.fact().id(), now) : now,
        open.kind(),
        open.until(),
        form.code().isEmpty()
            ? Optional.ofNullable(form.wrong().get(open.fact().id()))
            : Optional.empty());
  }

  /** The documents that came after the report. */
  private List<EvidenceItem> later(Assessment place) {
    return evidence.of(place.round().id(), place.unit().unit()).stream()
        .filter(item -> place.unit().submittedAt().filter(item.at()::isAfter).isPresent())
        .filter(EvidenceItem::current)
        .toList();
  }

  /** What a document may prove that comes now: only what was asked about or given back. */
  private static Map<String, String> about(
      CriteriaSet set,
      List<HearingPage.Thread> threads,
      List<Completion> returns,
      VerifiedUnit unit,
      List<Completions.Open> open) {
    var about = new LinkedHashMap<String, String>();
    threads.stream()
        .filter(thread -> thread.current().isPresent())
        .forEach(
            thread -> about.put("CRITERION:" + thread.code(), thread.code() + " " + thread.name()));
    returns.forEach(completion ->
        completion
            .criteria()
            .forEach(code -> about.put("CRITERION:" + code, code + " " + Queue.name(set, code))));
    open.stream()
        .filter(one ->
            one.kind() == Supplement.Kind.RETURN
                || unit.supplements().stream()
                    .anyMatch(added ->
                        added.kind() == Supplement.Kind.TOP_UP
                            && added.fact().equals(one.fact().id())))
        .forEach(one -> about.put("FACT:" + one.fact().id(), one.fact().label()));
    return about;
  }
}
