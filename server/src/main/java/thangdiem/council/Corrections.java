package thangdiem.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.round.Rounds;
import thangdiem.submission.Frozen;

/**
 * Corrects what was adopted (đính chính): under the number of a document, proposed by one, approved
 * by two others. It makes the next version; the old one stays with its hash.
 */
@Component
public class Corrections {

  private final Rounds rounds;
  private final Snapshots snapshots;
  private final CorrectionTable table;
  private final AdoptionTable adoptions;
  private final Acts acts;

  Corrections(
      Rounds rounds,
      Snapshots snapshots,
      CorrectionTable table,
      AdoptionTable adoptions,
      Acts acts) {
    this.rounds = rounds;
    this.snapshots = snapshots;
    this.table = table;
    this.adoptions = adoptions;
    this.acts = acts;
  }

  List<Correction> of(Round round) {
    return table.of(round, rounds.criteria(round));
  }

  public Correction one(Round round, UUID id) {
    return of(round).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("correction " + id));
  }

  /** Proposes to correct the version that stands. */
  public UUID propose(
      Actor actor,
      Round round,
      RoundUnit unit,
      String code,
      Proposed proposed,
      String document,
      LocalDate on) {
    return propose(actor, round, unit, code, ProposedCorrection.of(proposed), document, on);
  }

  /** The same, of whatever can be corrected. */
  public UUID propose(
      Actor actor,
      Round round,
      RoundUnit unit,
      String code,
      ProposedCorrection proposed,
      String document,
      LocalDate on) {
    int base =
        adoptions.versions(round).stream()
            .findFirst()
            .map(Adoption::version)
            .orElseThrow(() -> new Refusal("council.correction.notAdopted"));
    if (round.rehearsal()) {
      throw new Refusal("council.correction.rehearsal");
    }
    try {
      return acts.perform(
          actor,
          Act.CORRECTION_PROPOSED,
          Subject.round(round.id()).of(unit.unit()),
          event -> {
            event.with("document", document).with("code", code).with("kind", proposed.kind());
            return table.add(actor, round, unit, code, proposed, document, on, base);
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("council.correction.twice", document);
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.correction.refused");
    }
  }

  /** Approves; with the second approval the next version is made. */
  public void approve(Actor actor, Round round, Correction correction) {
    try {
      acts.run(
          actor,
          Act.CORRECTION_APPROVED,
          Subject.round(round.id()).of(correction.unit()),
          event -> {
            adoptions.lock(round);
            event.with("document", correction.document());
            table.approve(actor, correction);
            if (table.approvals(correction) >= Correction.APPROVALS) {
              var snapshot =
                  snapshots.corrected(
                      round, correction.base(), unit(round, correction).code(), correction);
              int version = correction.base() + 1;
              event
                  .with("version", version)
                  .with("sha256", snapshot.sha256())
                  .with("results", snapshot.resultsSha256());
              adoptions.add(
                  actor, round, version, snapshot, Optional.empty(), Optional.of(correction.id()));
            }
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("council.correction.approvedBefore");
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.correction.notYours");
    }
  }

  private RoundUnit unit(Round round, Correction correction) {
    return rounds.units(round).stream()
        .filter(one -> one.unit().equals(correction.unit()))
        .findFirst()
        .orElseThrow();
  }

  /** Withdraws what waits, with the reason. */
  void withdraw(Actor actor, Round round, Correction correction, String words) {
    try {
      acts.run(
          actor,
          Act.CORRECTION_WITHDRAWN,
          Subject.round(round.id()).of(correction.unit()),
          _ -> {
            if (!table.withdraw(actor, correction, words)) {
              throw new Refusal("council.correction.settled");
            }
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.correction.settled");
    }
  }
}
