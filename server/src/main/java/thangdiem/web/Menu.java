package thangdiem.web;

import java.util.List;
import thangdiem.audit.Role;

/**
 * The entries of the menu (trình đơn) and who sees each; nobody is offered what they may not open.
 */
final class Menu {

  /**
   * An entry.
   *
   * @param roles who sees it; empty: everybody signed in
   */
  record Entry(String href, String key, List<Role> roles) {}

  static final List<Entry> ENTRIES =
      List.of(
          new Entry("/rounds", "menu.rounds", List.of()),
          new Entry("/units", "menu.units", List.of()),
          new Entry(
              "/accounts",
              "menu.accounts",
              List.of(Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR)),
          new Entry("/ledger", "menu.ledger", List.of(Role.AUDITOR)),
          new Entry("/rights", "menu.rights", List.of()));

  private Menu() {}
}
