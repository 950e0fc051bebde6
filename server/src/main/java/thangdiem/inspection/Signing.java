package thangdiem.inspection;

import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.document.OfficialDocument;
import thangdiem.document.Strokes;
import thangdiem.words.Sentence;

/**
 * The end of a visit (ký và lập biên bản): both sides sign what stands, then the minutes are out.
 */
@Component
public class Signing {

  private static final int LONGEST_STROKES = 60_000;

  private final Visits visits;
  private final VisitTable table;
  private final PhotoTable photos;
  private final Acts acts;

  Signing(Visits visits, VisitTable table, PhotoTable photos, Acts acts) {
    this.visits = visits;
    this.table = table;
    this.photos = photos;
    this.acts = acts;
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
    Visits.guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_SIGNED,
            visit.subject(),
            event -> {
              event.with("side", signature.side()).with("sha256", signature.sha256());
              table.lock(visit.round().id(), visit.unit().unit());
              if (!visits.again(visit).sha256().equals(signature.sha256())) {
                throw new Refusal("inspection.signedOtherwise");
              }
              if (!table.sign(visit, signature)) {
                throw new Refusal("inspection.changedMeanwhile");
              }
            }));
  }

  private static void requireSignature(Visit.Signature signature) {
    if (signature.name().isEmpty()
        || signature.name().length() > Visits.LONGEST_NAME
        || signature.post().length() > Visits.LONGEST_NAME
        || signature.strokes().length() > LONGEST_STROKES) {
      throw new Refusal("inspection.noSignature");
    }
    try {
      Strokes.of(signature.strokes());
    } catch (IllegalArgumentException e) {
      throw new Refusal("inspection.noSignature");
    }
  }

  /**
   * Closes the visit: the minutes come out and are frozen.
   *
   * @throws Refusal when something of them is missing
   */
  public void close(Actor actor, Visit visit) {
    Visits.guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_CLOSED,
            visit.subject(),
            event -> {
              table.lock(visit.round().id(), visit.unit().unit());
              var now = visits.again(visit);
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
    return Minutes.of(visit, photo -> photos.picture(photo.sha256()));
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
}
