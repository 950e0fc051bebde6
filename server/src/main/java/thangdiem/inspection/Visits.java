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
import thangdiem.document.Jpeg;
import thangdiem.document.OfficialDocument;
import thangdiem.document.Strokes;
import thangdiem.exchange.Sha256;
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
  static final int LARGEST_PHOTO = 2_200_000;
  static final int MOST_PHOTOS = 60;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_STROKES = 60_000;

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
  private final Acts acts;

  Visits(
      Rounds rounds, Participations participations, PlanTable plans, VisitTable table, Acts acts) {
    this.rounds = rounds;
    this.participations = participations;
    this.plans = plans;
    this.table = table;
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
        table.photos(round, unit),
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

  /**
   * Keeps a photograph.
   *
   * @throws Refusal when it is none, is too large, or is one too many
   */
  void photograph(
      Actor actor,
      Visit visit,
      UUID id,
      String fact,
      String caption,
      OffsetDateTime takenAt,
      byte[] bytes) {
    if (!fact.isEmpty() && visit.facts().stream().noneMatch(one -> one.id().equals(fact))) {
      throw new NotFound("fact " + fact);
    }
    if (visit.photos().stream().anyMatch(photo -> photo.id().equals(id))) {
      return;
    }
    requirePhoto(visit, caption, bytes);
    var photo =
        new Visit.Photo(id, fact, plain(caption), takenAt, Sha256.of(bytes), visit.now(), "");
    guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_PHOTOGRAPHED,
            visit.subject(),
            event -> {
              event.with("photo", id).with("sha256", photo.sha256());
              if (!table.photograph(visit, photo, bytes)) {
                throw new Refusal("inspection.changedMeanwhile");
              }
            }));
  }

  private static void requirePhoto(Visit visit, String caption, byte[] bytes) {
    if (bytes.length > LARGEST_PHOTO || caption.length() > LONGEST_NAME) {
      throw new Refusal("inspection.photoTooLarge");
    }
    if (visit.photos().size() >= MOST_PHOTOS) {
      throw new Refusal("inspection.photosFull", MOST_PHOTOS);
    }
    try {
      Jpeg.of(bytes);
    } catch (IllegalArgumentException e) {
      throw new Refusal("inspection.noPhoto");
    }
  }

  byte[] picture(Visit visit, UUID id) {
    return visit.photos().stream()
        .filter(photo -> photo.id().equals(id))
        .findFirst()
        .map(photo -> table.picture(photo.sha256()))
        .orElseThrow(() -> new NotFound("photo " + id));
  }

  /**
   * Keeps a signature.
   *
   * @throws Refusal when it is of something else than what stands now, or is none
   */
  public void sign(Actor actor, Visit visit, Visit.Signature signature) {
    if (visit.signatures().stream().anyMatch(one -> one.id().equals(signature.id()))) {
      return;
    }
    requireSignature(signature);
    guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_SIGNED,
            visit.subject(),
            event -> {
              event.with("side", signature.side()).with("sha256", signature.sha256());
              table.lock(visit.round().id(), visit.unit().unit());
              if (!again(visit).sha256().equals(signature.sha256())) {
                throw new Refusal("inspection.signedOtherwise");
              }
              if (!table.sign(visit, signature)) {
                throw new Refusal("inspection.changedMeanwhile");
              }
            }));
  }

  private static void requireSignature(Visit.Signature signature) {
    if (signature.name().isEmpty()
        || signature.name().length() > LONGEST_NAME
        || signature.post().length() > LONGEST_NAME
        || signature.strokes().length() > LONGEST_STROKES) {
      throw new Refusal("inspection.noSignature");
    }
    try {
      Strokes.of(signature.strokes());
    } catch (IllegalArgumentException e) {
      throw new Refusal("inspection.noSignature");
    }
  }

  /** The same visit with what stands at this moment. */
  private Visit again(Visit visit) {
    var round = visit.round().id();
    var unit = visit.unit().unit();
    return new Visit(
        visit.round(),
        visit.set(),
        visit.unit(),
        visit.plan(),
        table.entries(round, unit),
        table.photos(round, unit),
        table.signatures(round, unit),
        table.closed(round, unit),
        visit.roles(),
        visit.reader(),
        visit.now());
  }

  /**
   * Closes the visit: the minutes come out and are frozen.
   *
   * @throws Refusal when something of them is missing
   */
  public void close(Actor actor, Visit visit) {
    guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_CLOSED,
            visit.subject(),
            event -> {
              table.lock(visit.round().id(), visit.unit().unit());
              var now = again(visit);
              requireComplete(now);
              var files = Minutes.Files.of(document(now));
              event
                  .with("sha256", now.sha256())
                  .with("docxSha256", files.docxSha256())
                  .with("pdfSha256", files.pdfSha256());
              table.close(now, files);
            }));
  }

  private static void requireComplete(Visit visit) {
    for (var field : Visit.GENERAL.subList(0, 2)) {
      if (visit.value(field).isEmpty()) {
        throw new Refusal("inspection.stillMissing", Sentence.of("inspection.field." + field));
      }
    }
    if (visit.value("ended").isEmpty()) {
      throw new Refusal("inspection.stillMissing", Sentence.of("inspection.field.ended"));
    }
    if (visit.valid(Visit.Side.TEAM).isEmpty()
        || visit.valid(Visit.Side.UNIT).isEmpty() && visit.value("refusal").isEmpty()) {
      throw new Refusal("inspection.notSigned");
    }
  }

  private OfficialDocument document(Visit visit) {
    return Minutes.of(visit, photo -> table.picture(photo.sha256()));
  }

  /** The minutes as they came out; before, as they would come out. */
  byte[] docx(Visit visit) {
    return visit.closed().isPresent()
        ? table.docx(visit.round().id(), visit.unit().unit())
        : document(visit).docx();
  }

  /** The same as PDF. */
  byte[] pdf(Visit visit) {
    return visit.closed().isPresent()
        ? table.pdf(visit.round().id(), visit.unit().unit())
        : document(visit).pdf();
  }

  static void guarded(Runnable act) {
    try {
      act.run();
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "inspection.closed");
    }
  }
}
