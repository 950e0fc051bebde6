package thangdiem.account;

import java.util.List;
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
import thangdiem.audit.Performs;
import thangdiem.audit.Role;

/**
 * Invites one person, sends a code again, takes it back (mời, gửi lại, rút lại). A page with codes
 * answers the form itself: nothing keeps them, so there is nowhere to redirect to.
 */
@Controller
class InvitationController {

  private final AccountsController accounts;
  private final Invitations invitations;
  private final InvitationTable table;
  private final UnitChoices units;

  InvitationController(
      AccountsController accounts,
      Invitations invitations,
      InvitationTable table,
      UnitChoices units) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.table = table;
    this.units = units;
  }

  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER})
  @GetMapping("/accounts/new")
  String form(Actor actor, Model model) {
    return shown(actor, PersonForm.EMPTY, Map.of(), model);
  }

  @Performs(Act.INVITED)
  @PostMapping("/accounts/new")
  String invite(Actor actor, @RequestParam Map<String, String> typed, Model model) {
    var form = PersonForm.of(typed);
    var checked =
        new GuestCheck(
                units.today(), units.province(), Granting.by(actor), new Logins(table.logins()))
            .of(form);
    if (checked.guest().isEmpty()) {
      return shown(actor, form, checked.wrong(), model);
    }
    model.addAttribute("sheet", invitations.invite(actor, List.of(checked.guest().get())));
    return "account/sheet";
  }

  private String shown(
      Actor actor, PersonForm form, Map<String, thangdiem.words.Sentence> wrong, Model model) {
    model.addAttribute(
        "invite",
        new InvitePage(
            form, wrong, units.today().all(), Granting.by(actor).stream().sorted().toList()));
    return "account/invite";
  }

  @Performs(Act.INVITED)
  @PostMapping("/accounts/{id}/invitation")
  String again(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("sheet", invitations.again(actor, accounts.line(actor, id)));
    return "account/sheet";
  }

  @Performs(Act.INVITATION_WITHDRAWN)
  @PostMapping("/accounts/{id}/invitation/withdrawn")
  String withdraw(Actor actor, @PathVariable UUID id) {
    invitations.withdraw(actor, accounts.line(actor, id));
    return "redirect:/accounts/" + id + "?done=" + Act.INVITATION_WITHDRAWN;
  }
}
