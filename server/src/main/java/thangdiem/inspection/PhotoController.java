package thangdiem.inspection;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Role;

/** Photographs of visits, to whoever may look into the visit (ảnh kiểm tra). */
@Controller
class PhotoController {

  private final Visits visits;
  private final Photos photos;
  private final PhotoTable table;

  PhotoController(Visits visits, Photos photos, PhotoTable table) {
    this.visits = visits;
    this.photos = photos;
    this.table = table;
  }

  @MayOpen({Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR, Role.CLERK, Role.HEAD})
  @GetMapping("/inspection-photos/{id}")
  ResponseEntity<byte[]> photo(Actor actor, @PathVariable UUID id) {
    var place = table.placeOf(id).orElseThrow(() -> new NotFound("photo " + id));
    var visit = visits.of(actor, place.round(), place.unit());
    return VisitController.file(photos.picture(visit, id), MediaType.IMAGE_JPEG, id + ".jpg");
  }
}
