package thangdiem.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.audit.Role;
import thangdiem.criteria.Rational;
import thangdiem.round.GivenRounds;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;

/** A round of two units that is verified, and those who have to do with it. */
@Component
class GivenHearing {

  static final String REASON = "Ba máy đã thanh lý trong năm vẫn được đếm";

  private final Province province;
  private final GivenRounds given;
  private final Rounds rounds;
  private final Divisions divisions;
  private final Findings findings;
  private final VerifiedSheets sheets;

  GivenHearing(
      Province province,
      GivenRounds given,
      Rounds rounds,
      Divisions divisions,
      Findings findings,
      VerifiedSheets sheets) {
    this.province = province;
    this.given = given;
    this.rounds = rounds;
    this.divisions = divisions;
    this.findings = findings;
    this.sheets = sheets;
  }

  /** The people of a unit, of another one, and the verifier of both. */
  record Case(
      Round round,
      RoundUnit unit,
      RoundUnit other,
      Somebody clerk,
      Somebody head,
      Somebody stranger,
      Somebody verifier,
      Somebody organiser) {

    String findings() {
      return "/rounds/" + round.key() + "/assessments/" + unit.code() + "/findings";
    }

    String item(String code) {
      return "/rounds/" + round.key() + "/verification/" + unit.code() + "/" + code;
    }

    String explanations() {
      return "/rounds/" + round.key() + "/explanations";
    }
  }

  /** Both have reported; everything is given to one verifier. */
  Case verifying() {
    var clerk = province.somebody(Role.CLERK);
    var head = province.somebody(Role.HEAD, clerk.unit());
    var stranger = province.somebody(Role.HEAD);
    var verifier = province.somebody(Role.VERIFIER);
    var round = given.open(clerk, stranger);
    for (var reporter : List.of(clerk, stranger)) {
      Map.of("staff", "100", "computers", "90", "computers_internet", "80", "services_level3", "4")
          .forEach((fact, value) ->
              given.act(
                  """
                  insert into answer (round, unit, fact, value, at, by_account)
                  values (:round, :unit, :fact, :value, now_effective(), :by)
                  """,
                  Map.of(
                      "round", round.id(),
                      "unit", reporter.unit(),
                      "fact", fact,
                      "value", value,
                      "by", reporter.account())));
      given.send(round, reporter);
    }
    var verified = given.moved(round, Phase.VERIFYING);
    divisions.give(
        given.organiser(), verified, verifier.account(), Set.of(), Set.of(), Finding.FIRST);
    return new Case(
        verified,
        given.unit(round, clerk),
        given.unit(round, stranger),
        clerk,
        head,
        stranger,
        verifier,
        province.somebody(Role.ORGANISER));
  }

  /** The same once units are heard. */
  Case explaining(Case given) {
    this.given.moved(given.round(), Phase.EXPLAINING);
    return new Case(
        rounds.named(given.round().key()),
        given.unit(),
        given.other(),
        given.clerk(),
        given.head(),
        given.stranger(),
        given.verifier(),
        given.organiser());
  }

  VerifiedUnit sheet(Case given) {
    return sheets.of(given.round(), given.unit().code());
  }

  /** The verifier finds fewer computers than were reported. */
  void corrected(Case given, long computers) {
    judge(
        given,
        "I.1",
        new Judgement(
            Verdict.CORRECTED,
            Optional.of(Ground.COUNTED_OTHERWISE),
            REASON,
            Map.of("computers", Optional.of(new Fact.Amount(Rational.of(computers))))));
  }

  void asked(Case given, String code, String words) {
    judge(given, code, new Judgement(Verdict.ASKED, Optional.empty(), words, Map.of()));
  }

  void accepted(Case given, String code) {
    judge(given, code, new Judgement(Verdict.ACCEPTED, Optional.empty(), "", Map.of()));
  }

  private void judge(Case given, String code, Judgement judgement) {
    var unit = sheet(given);
    findings.judge(
        province.actor(given.verifier()),
        given.round(),
        unit,
        code,
        judgement,
        unit.latest(code, Finding.FIRST).map(Finding::seq).orElse(0L));
  }

  /** How far the verifier is with a criterion. */
  QueueItem.State state(Case given, String code) {
    var set = rounds.criteria(given.round());
    return Queue.items(set, sheet(given), findings.section(given.round(), code), Finding.FIRST)
        .stream()
        .filter(item -> item.code().equals(code))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
