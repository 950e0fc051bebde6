package thangdiem.inspection;

import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Participation;
import thangdiem.round.Participations;
import thangdiem.round.Phase;
import thangdiem.round.Rounds;
import thangdiem.submission.Frozen;
import thangdiem.words.Sentence;

/**
 * Visits as their team works on them (ghi nhận tại chỗ). Everything carries the identifier that its
 * maker gave it, so that it is kept once however often it arrives; what was seen before carries its
 * version, so that nobody overwrites what they have not seen.
 */
@Component
public class Visits {

  static final int LONGEST_VALUE = 4000;
  static final int LONGEST_NAME = 200;

  private static final Set<Role> READERS =
      Set.of(Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR, Role.CLERK, Role.HEAD);

  /** Ends the act: somebody else was quicker. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Overtaken() {
      super(null, null, false, false);
    }
  }

  private final Rounds rounds;
  private final Participations participations;
  private final PlanTable plans;
  private final VisitTable table;
  private final PhotoTable photos;
  private final Acts acts;

  Visits(
      Rounds rounds,
      Participations participations,
      PlanTable plans,
      VisitTable table,
      PhotoTable photos,
      Acts acts) {
    this.rounds = rounds;
    this.participations = participations;
    this.plans = plans;
    this.table = table;
    this.photos = photos;
    this.acts = acts;
  }

  /** The unit's part in the round, for those who may look into its inspection. */
  public Participation part(Actor actor, String round, String unit) {
    var part = participations.of(actor, READERS, round, unit);
    if (part.round().phase() == Phase.DRAFT) {
      throw new Refusal("inspection.notYet");
    }
    return part;
  }

  /**
   * The visit, as somebody sees it.
   *
   * @throws NotFound when none is planned, or none of their roles reaches the unit
   */
  Visit of(Actor actor, String round, String unit) {
    return visit(actor, part(actor, round, unit));
  }

  private Visit visit(Actor actor, Participation part) {
    var round = part.round().id();
    var unit = part.unit().unit();
    return new Visit(
        part.round(),
        rounds.criteria(part.round()),
        part.unit(),
        plans.of(round, unit).orElseThrow(() -> new NotFound("inspection of " + unit)),
        table.entries(round, unit),
        photos.of(round, unit),
        photos.withdrawn(round, unit),
        table.signatures(round, unit),
        table.closed(round, unit),
        part.roles(),
        actor.account(),
        part.now());
  }

  /**
   * The same, to note something.
   *
   * @throws Refusal when it is not the time, the minutes are out, or they are not of the team
   */
  public Visit toNote(Actor actor, String round, String unit) {
    var visit = of(actor, round, unit);
    Proposals.requireTime(visit.round());
    if (visit.closed().isPresent()) {
      throw new Refusal("inspection.closed");
    }
    if (!visit.isOfTeam()) {
      throw new Refusal("inspection.notOfTeam");
    }
    return visit;
  }

  /** The same visit with what stands at this moment. */
  Visit again(Visit visit) {
    var round = visit.round().id();
    var unit = visit.unit().unit();
    return new Visit(
        visit.round(),
        visit.set(),
        visit.unit(),
        visit.plan(),
        table.entries(round, unit),
        photos.of(round, unit),
        photos.withdrawn(round, unit),
        table.signatures(round, unit),
        table.closed(round, unit),
        visit.roles(),
        visit.reader(),
        visit.now());
  }

  /** A text as it is kept and hashed: composed, lines ended in one way. */
  static String plain(String typed) {
    return Normalizer.normalize(
            typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
        .strip();
  }

  /**
   * Keeps what was noted in a field.
   *
   * @param base the version that its maker had seen; 0 when there was none
   */
  public Noting note(
      Actor actor,
      Visit visit,
      UUID id,
      String field,
      int base,
      String typed,
      OffsetDateTime notedAt) {
    if (!visit.hasField(field)) {
      throw new NotFound("field " + field);
    }
    var value = plain(typed);
    var question = question(visit, field, value);
    if (question.isPresent()) {
      return new Noting.Asked(question.get());
    }
    var known = table.versionOf(visit.round().id(), visit.unit().unit(), id);
    if (known.isPresent()) {
      return new Noting.Kept(known.get());
    }
    if (visit.value(field).equals(value)) {
      return new Noting.Kept(visit.version(field));
    }
    try {
      return acts.perform(
          actor,
          Act.INSPECTION_NOTED,
          visit.subject(),
          event -> {
            event.with("field", field);
            table.lock(visit.round().id(), visit.unit().unit());
            var stands = table.entries(visit.round().id(), visit.unit().unit()).get(field);
            if (base != (stands == null ? 0 : stands.version())) {
              throw new Overtaken();
            }
            table.note(visit, id, field, base + 1, value, notedAt);
            return new Noting.Kept(base + 1);
          });
    } catch (Overtaken e) {
      var theirs = table.entries(visit.round().id(), visit.unit().unit()).get(field);
      if (theirs == null) {
        throw new Refusal("inspection.changedMeanwhile");
      }
      return new Noting.Conflict(theirs);
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "inspection.closed");
    }
  }

  private static Optional<Sentence> question(Visit visit, String field, String value) {
    if (value.length() > LONGEST_VALUE) {
      return Optional.of(Sentence.of("inspection.tooLong", LONGEST_VALUE));
    }
    return field.startsWith("measured:")
        ? visit
            .fact(field.substring("measured:".length()))
            .flatMap(fact -> TypedFact.read(fact, value).question())
        : Optional.empty();
  }

  static void guarded(Runnable act) {
    try {
      act.run();
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "inspection.closed");
    }
  }
}
