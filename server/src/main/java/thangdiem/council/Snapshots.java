package thangdiem.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Answers;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.Words;

/** Makes the result of a round into bytes (bản chốt kết quả). */
@Component
class Snapshots {

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final AdoptionTable adoptions;

  Snapshots(Rounds rounds, CouncilSheets sheets, AdoptionTable adoptions) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.adoptions = adoptions;
  }

  /** The result as it stands, read from the database as a whole. */
  Snapshot now(Round round) {
    var set = rounds.criteria(round);
    var deadline = rounds.calendar(round).deadline();
    var units = new ArrayList<UnitAnswers>();
    for (var unit : sheets.afresh(round)) {
      units.add(
          unit.verified().late()
              ? unit.decided()
              : sent(
                  unit.decided(),
                  unit.decided().submittedAt().filter(at -> at.isBefore(deadline))));
    }
    return Snapshot.of(
        rounds.source(round),
        new Answers(set.id(), set.year(), note(round), List.of(), List.copyOf(units)),
        rounds.policy(round));
  }

  private static String note(Round round) {
    return round.rehearsal() ? Words.VIETNAMESE.say("results.note", round.name()) : "";
  }

  /** Of a unit that was in its own extended time, the engine is not told an instant: not late. */
  private static UnitAnswers sent(
      UnitAnswers answers, Optional<java.time.OffsetDateTime> submittedAt) {
    return new UnitAnswers(
        answers.unit(),
        answers.name(),
        answers.group(),
        answers.facts(),
        answers.previous(),
        answers.notApplicable(),
        answers.deductions(),
        submittedAt,
        answers.reported());
  }

  /** The latest version with one correction more. */
  Snapshot corrected(Round round, int version, String unit, Correction correction) {
    var source = rounds.source(round);
    var before =
        Snapshot.read(
            source,
            adoptions
                .answers(round, version)
                .orElseThrow(() -> new NotFound("version " + version)));
    return Snapshot.of(
        source,
        new Answers(
            before.criteria(),
            before.year(),
            before.note(),
            before.notHeld(),
            before.units().stream()
                .map(
                    one -> one.unit().equals(unit) ? CouncilColumn.corrected(one, correction) : one)
                .toList()),
        rounds.policy(round));
  }
}
