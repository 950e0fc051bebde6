package thangdiem.account;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.orgunit.OrgUnit;

/** The administrator's changes of one account (sửa, khoá, giao vai trò, xoá dữ liệu). */
@Controller
class AccountChangeController {

  private final AccountsController accounts;
  private final AccountChanges changes;
  private final UnitChoices units;

  AccountChangeController(AccountsController accounts, AccountChanges changes, UnitChoices units) {
    this.accounts = accounts;
    this.changes = changes;
    this.units = units;
  }

  @Performs(Act.ACCOUNT_CHANGED)
  @PostMapping("/accounts/{id}")
  String change(
      Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed, Model model) {
    var line = accounts.line(actor, id);
    var form = PersonForm.of(typed);
    var checked = PersonCheck.of(form, units.today(), line.person().login());
    if (checked.person().isEmpty() || checked.unit().isEmpty()) {
      model.addAttribute("person", accounts.page(actor, line, "", form, checked.wrong()));
      return "account/account";
    }
    changes.change(
        actor, line, checked.person().get(), checked.unit().get(), version(form.version()));
    return done(id, Act.ACCOUNT_CHANGED);
  }

  /** A version that is no number is nobody's. */
  private static int version(String typed) {
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
  }

  @Performs(Act.ACCOUNT_DISABLED)
  @PostMapping("/accounts/{id}/disabled")
  String disable(Actor actor, @PathVariable UUID id) {
    changes.disable(actor, accounts.line(actor, id));
    return done(id, Act.ACCOUNT_DISABLED);
  }

  @Performs(Act.ACCOUNT_ENABLED)
  @PostMapping("/accounts/{id}/enabled")
  String enable(Actor actor, @PathVariable UUID id) {
    changes.enable(actor, accounts.line(actor, id));
    return done(id, Act.ACCOUNT_ENABLED);
  }

  @Performs(Act.ROLE_GRANTED)
  @PostMapping("/accounts/{id}/roles")
  String grant(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String role,
      @RequestParam(defaultValue = "") String unit) {
    var wanted = role(role);
    changes.grant(actor, accounts.line(actor, id), wanted, heldIn(wanted, unit));
    return done(id, Act.ROLE_GRANTED);
  }

  @Performs(Act.ROLE_WITHDRAWN)
  @PostMapping("/accounts/{id}/roles/withdrawn")
  String withdraw(
      Actor actor, @PathVariable UUID id, @RequestParam String role, @RequestParam String unit) {
    changes.withdraw(actor, accounts.line(actor, id), role(role), units.anyTime(unit));
    return done(id, Act.ROLE_WITHDRAWN);
  }

  private static Role role(String name) {
    return AccountChanges.role(name).orElseThrow(() -> new NotFound("role " + name));
  }

  /** Roles of the whole province are held there, whatever unit was chosen. */
  private OrgUnit heldIn(Role role, String unit) {
    return role.heldInOwnUnit()
        ? units.today().named(unit).orElseThrow(() -> new NotFound("unit " + unit))
        : units.province();
  }

  @Performs(Act.SECOND_FACTOR_RESET)
  @PostMapping("/accounts/{id}/second-factor/reset")
  String resetSecondFactor(Actor actor, @PathVariable UUID id) {
    changes.resetSecondFactor(actor, accounts.line(actor, id));
    return done(id, Act.SECOND_FACTOR_RESET);
  }

  /** What erasing would do, before it is done: it cannot be undone. */
  @MayOpen(Role.ADMINISTRATOR)
  @GetMapping("/accounts/{id}/erasure")
  String erasure(Actor actor, @PathVariable UUID id, Model model) {
    var line = accounts.line(actor, id);
    model.addAttribute("person", accounts.page(actor, line, "", PersonForm.of(line), Map.of()));
    return "account/erasure";
  }

  @Performs(Act.PERSONAL_DATA_ERASED)
  @PostMapping("/accounts/{id}/erasure")
  String erase(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("erased", changes.erase(actor, accounts.line(actor, id)));
    model.addAttribute("account", id.toString());
    return "account/erased";
  }

  private static String done(UUID id, Act act) {
    return "redirect:/accounts/" + id + "?done=" + act;
  }
}
