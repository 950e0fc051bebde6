package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.document.Jpeg;
import thangdiem.exchange.Sha256;

/** Photographs of visits: kept, shown and withdrawn (ảnh kiểm tra). */
@Component
class Photos {

  static final int LARGEST_PHOTO = 2_200_000;
  static final int MOST_PHOTOS = 60;
  static final int LONGEST_WORDS = 500;

  private final Visits visits;
  private final VisitTable places;
  private final PhotoTable table;
  private final Acts acts;

  Photos(Visits visits, VisitTable places, PhotoTable table, Acts acts) {
    this.visits = visits;
    this.places = places;
    this.table = table;
    this.acts = acts;
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
    if (isKnown(visit, id)) {
      return;
    }
    requirePhoto(visit, caption, bytes);
    var photo =
        new Visit.Photo(
            id, fact, Visits.plain(caption), takenAt, Sha256.of(bytes), visit.now(), "");
    Visits.guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_PHOTOGRAPHED,
            visit.subject(),
            event -> {
              event.with("photo", id).with("sha256", photo.sha256());
              if (!table.keep(visit, photo, bytes)) {
                throw new Refusal("inspection.changedMeanwhile");
              }
            }));
  }

  private static void requirePhoto(Visit visit, String caption, byte[] bytes) {
    if (bytes.length > LARGEST_PHOTO || caption.length() > Visits.LONGEST_NAME) {
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

  private static boolean isKnown(Visit visit, UUID id) {
    return Stream.concat(
            visit.photos().stream(), visit.withdrawn().stream().map(Visit.Withdrawn::photo))
        .anyMatch(photo -> photo.id().equals(id));
  }

  /** One that stands: what was withdrawn is shown to nobody. */
  byte[] picture(Visit visit, UUID id) {
    return visit.photos().stream()
        .filter(photo -> photo.id().equals(id))
        .findFirst()
        .map(photo -> table.picture(photo.sha256()))
        .orElseThrow(() -> new NotFound("photo " + id));
  }

  /**
   * Withdraws one; that it was there, and why it went, stays.
   *
   * @throws Refusal when both sides have signed with it, or it was withdrawn before
   */
  void withdraw(Actor actor, Visit seen, UUID id, String words) {
    if (!isKnown(seen, id)) {
      throw new NotFound("photo " + id);
    }
    Visits.guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_PHOTO_WITHDRAWN,
            seen.subject(),
            event -> {
              event.with("photo", id).personally("words", words);
              places.lock(seen.round().id(), seen.unit().unit());
              var visit = visits.again(seen);
              if (visit.isSignedByBoth()) {
                throw new Refusal("inspection.withdraw.signed");
              }
              if (visit.photos().stream().noneMatch(photo -> photo.id().equals(id))) {
                throw new Refusal("inspection.withdraw.gone");
              }
              table.withdraw(visit, id, words);
            }));
  }
}
