package thangdiem.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.NotFound;
import thangdiem.audit.Role;

/**
 * Who has an account (danh sách tài khoản, trang một người). A unit's head reads about the people
 * of the unit: they answer for who enters its figures.
 */
@Controller
class AccountsController {

  private static final Set<Role> READERS =
      EnumSet.of(Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR, Role.HEAD);

  private final AccountList list;
  private final Invitations invitations;
  private final UnitChoices units;

  AccountsController(AccountList list, Invitations invitations, UnitChoices units) {
    this.list = list;
    this.invitations = invitations;
    this.units = units;
  }

  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR, Role.HEAD})
  @GetMapping("/accounts")
  String all(
      Actor actor,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int skip,
      Model model) {
    var roots = roots(actor);
    var query = AccountQuery.of(words, unit, role, state, skip);
    var found = list.find(roots, query);
    model.addAttribute(
        "accounts",
        new AccountsPage(
            query,
            found.subList(0, Math.min(found.size(), AccountList.PAGE)),
            found.size() > AccountList.PAGE,
            list.counts(roots),
            list.units(roots),
            actor.isAny(Role.ADMINISTRATOR, Role.ORGANISER)));
    return "account/accounts";
  }

  @MayOpen({Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR, Role.HEAD})
  @GetMapping("/accounts/{id}")
  String one(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    var line = line(actor, id);
    var known = Stream.of(Act.values()).map(Act::name).filter(done::equals).findFirst();
    model.addAttribute(
        "person", page(actor, line, known.orElse(""), PersonForm.of(line), Map.of()));
    return "account/account";
  }

  /** The account, where the reader reaches it. */
  AccountLine line(Actor actor, UUID id) {
    return list.one(roots(actor), id).orElseThrow(() -> new NotFound("account " + id));
  }

  PersonPage page(
      Actor actor,
      AccountLine line,
      String done,
      PersonForm form,
      Map<String, thangdiem.words.Sentence> wrong) {
    return new PersonPage(
        line,
        done,
        form,
        wrong,
        units.today().all(),
        List.copyOf(EnumSet.allOf(Role.class)),
        new PersonPage.May(
            actor.isAny(Role.ADMINISTRATOR),
            invitations.admits(actor, line),
            actor.account().equals(line.id())));
  }

  /** The units from which down the reader may see who has an account. */
  static List<UUID> roots(Actor actor) {
    return actor.grants().stream()
        .filter(grant -> READERS.contains(grant.role()))
        .map(Actor.Grant::unit)
        .distinct()
        .toList();
  }
}
