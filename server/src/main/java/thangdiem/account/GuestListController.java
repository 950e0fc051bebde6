package thangdiem.account;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.ChangesNothing;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

/** Invites many people by a sheet (mời theo danh sách): look first, then confirm, then print. */
@Controller
class GuestListController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Invitations invitations;
  private final InvitationTable table;
  private final UnitChoices units;

  GuestListController(Invitations invitations, InvitationTable table, UnitChoices units) {
    this.invitations = invitations;
    this.table = table;
    this.units = units;
  }

  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER})
  @GetMapping("/accounts/list")
  String form(Model model) {
    model.addAttribute("list", Optional.empty());
    return "account/list";
  }

  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER})
  @GetMapping("/accounts/list/empty")
  ResponseEntity<byte[]> empty(Actor actor) {
    return file(
        "people.sheet.file",
        GuestSheet.empty(units.today(), Granting.by(actor).stream().sorted().toList()));
  }

  @ChangesNothing
  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER})
  @PostMapping("/accounts/list/preview")
  String preview(Actor actor, @RequestParam MultipartFile file, Model model) throws IOException {
    model.addAttribute("list", Optional.of(looked(actor, file)));
    return "account/list";
  }

  private GuestList looked(Actor actor, MultipartFile file) throws IOException {
    var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    try {
      var choice = units.today();
      var content = GuestSheet.read(name, file.getBytes(), choice, Granting.by(actor));
      return GuestList.of(
          name,
          content.rows().stream()
              .map(row -> new GuestList.Typed(row.number(), GuestSheet.form(row)))
              .toList(),
          check(actor, choice),
          table.known(),
          (row, field) -> content.place(row, GuestSheet.title(field)),
          content.mistakes());
    } catch (BadInput e) {
      return new GuestList(name, List.of(), e.mistakes(), "");
    }
  }

  private GuestCheck check(Actor actor, UnitChoice choice) {
    return new GuestCheck(choice, units.province(), Granting.by(actor), new Logins(table.logins()));
  }

  /** Everything is checked again: meanwhile somebody else may have invited the same people. */
  @Performs(Act.INVITED)
  @PostMapping("/accounts/list")
  String confirm(Actor actor, @RequestParam String rows, Model model) {
    var forms = GuestSheet.keptRows(rows);
    var list =
        GuestList.of(
            "",
            IntStream.range(0, forms.size())
                .mapToObj(i -> new GuestList.Typed(i + 1, forms.get(i)))
                .toList(),
            check(actor, units.today()),
            table.known(),
            (row, field) -> Words.VIETNAMESE.say("people.place", row, GuestSheet.title(field)),
            List.of());
    if (!list.good()) {
      model.addAttribute("list", Optional.of(list));
      return "account/list";
    }
    var guests = new ArrayList<Guest>();
    list.rows().forEach(row -> row.guest().ifPresent(guests::add));
    model.addAttribute("sheet", invitations.invite(actor, guests));
    return "account/sheet";
  }

  /** The codes that a page has just shown, as a sheet: they come back with the request. */
  @ChangesNothing
  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER})
  @PostMapping("/accounts/codes")
  ResponseEntity<byte[]> codes(@RequestParam String codes) {
    return file(
        "people.codes.file",
        GuestSheet.codes(
            invitations.sheetOf(
                codes.lines().limit(GuestSheet.MOST).map(InvitationCode::typed).toList())));
  }

  private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(Words.VIETNAMESE.say(name)).build().toString())
        .body(bytes);
  }
}
