package thangdiem.orgunit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;

/**
 * Units out as a workbook and in again (xuất, nhập bảng đơn vị). The preview gives the file back to
 * the browser, and the confirmation brings it: nothing of it is kept in between.
 */
@Controller
class UnitSheetController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final int LARGEST = 1 << 20;
  private static final int UNPROCESSABLE = 422;
  private static final int LONGEST_FILE_NAME = 100;
  private static final String VIEW = "orgunit/import";

  private final OrgUnits units;
  private final UnitPlans plans;

  UnitSheetController(OrgUnits units, UnitPlans plans) {
    this.units = units;
    this.plans = plans;
  }

  @MayOpen
  @GetMapping("/units/sheet")
  ResponseEntity<byte[]> sheet() {
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("don-vi.xlsx").build().toString())
        .body(UnitSheet.write(units.register()));
  }

  @Performs(Act.UNITS_IMPORTED)
  @GetMapping("/units/import")
  String ask(Model model) {
    show(model, "", Optional.empty(), "", "", List.of(), false);
    return VIEW;
  }

  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER})
  @ChangesNothing
  @PostMapping("/units/import/preview")
  String preview(@RequestParam MultipartFile file, Model model, HttpServletResponse response)
      throws IOException {
    var name = name(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
    if (file.getSize() > LARGEST) {
      var large = Mistake.at(name, "units.import.tooLarge", LARGEST >> 20);
      response.setStatus(UNPROCESSABLE);
      show(model, name, Optional.empty(), "", "", List.of(large), false);
      return VIEW;
    }
    return preview(name, file.getBytes(), false, model, response);
  }

  private String preview(
      String name, byte[] bytes, boolean moved, Model model, HttpServletResponse response) {
    try {
      var register = units.register();
      var plan = UnitSheetReader.plan(register, name, bytes);
      var sent = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      show(
          model, name, Optional.of(plan), UnitPlans.digest(plan, register), sent, List.of(), moved);
    } catch (BadInput input) {
      response.setStatus(UNPROCESSABLE);
      show(model, name, Optional.empty(), "", "", input.mistakes(), moved);
    }
    return VIEW;
  }

  @Performs(Act.UNITS_IMPORTED)
  @PostMapping("/units/import")
  String confirm(
      Actor actor,
      @RequestParam String name,
      @RequestParam String sent,
      @RequestParam String plan,
      Model model,
      HttpServletResponse response) {
    var bytes = bytes(sent);
    try {
      plans.imports(actor, name(name), bytes, plan);
      return "redirect:/units";
    } catch (Refusal | BadInput moved) {
      var view = preview(name(name), bytes, true, model, response);
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return view;
    }
  }

  private static byte[] bytes(String sent) {
    try {
      var bytes = Base64.getUrlDecoder().decode(sent);
      return bytes.length > LARGEST ? new byte[0] : bytes;
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** A file's name from outside: its last part, short and visible. */
  private static String name(String sent) {
    var name = Typed.text(sent.replaceAll(".*[/\\\\]", ""));
    return name.length() <= LONGEST_FILE_NAME ? name : name.substring(0, LONGEST_FILE_NAME) + "…";
  }

  private void show(
      Model model,
      String name,
      Optional<UnitPlan> plan,
      String digest,
      String sent,
      List<Mistake> mistakes,
      boolean moved) {
    var after = units.register().with(plan.map(UnitPlan::added).orElse(List.of()));
    model.addAttribute(
        "preview",
        new UnitPlanPage(
            name, plan, digest, sent, mistakes, after.labels(), after.names(), moved, List.of()));
  }
}
