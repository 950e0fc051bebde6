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
   * @param key of its name; with ".short" behind it, of the name below the icon on a phone
   * @param roles who sees it; empty: everybody signed in
   */
  record Entry(String href, String key, String icon, List<Role> roles) {}

  static final List<Entry> ENTRIES =
      List.of(
          new Entry("/rounds", "menu.rounds", "calendar-event", List.of()),
          new Entry(
              "/sheets",
              "menu.sheets",
              "device-mobile",
              List.of(Role.COMMUNE_CLERK, Role.CLERK, Role.HEAD)),
          new Entry("/units", "menu.units", "building-community", List.of()),
          new Entry(
              "/accounts",
              "menu.accounts",
              "users",
              List.of(Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR, Role.HEAD)),
          new Entry("/ledger", "menu.ledger", "history", List.of(Role.AUDITOR)),
          new Entry(
              "/evidence-watch",
              "menu.watch",
              "paperclip",
              List.of(Role.ADMINISTRATOR, Role.AUDITOR)),
          new Entry("/rights", "menu.rights", "shield-lock", List.of()));

  /** The pages of a round beside its own, below its address, in the order of its course. */
  static final List<Entry> OF_ROUND =
      List.of(
          new Entry(
              "/verification",
              "verify.title",
              "circle-check",
              List.of(
                  Role.VERIFIER,
                  Role.ORGANISER,
                  Role.COUNCIL_MEMBER,
                  Role.COUNCIL_SECRETARY,
                  Role.CHAIRMAN,
                  Role.AUDITOR)),
          new Entry(
              "/inspections",
              "inspection.title",
              "camera",
              List.of(Role.ORGANISER, Role.INSPECTOR, Role.VERIFIER, Role.AUDITOR)),
          new Entry(
              "/explanations",
              "explain.title",
              "message-dots",
              List.of(
                  Role.VERIFIER,
                  Role.ORGANISER,
                  Role.COUNCIL_MEMBER,
                  Role.COUNCIL_SECRETARY,
                  Role.CHAIRMAN,
                  Role.AUDITOR)),
          new Entry(
              "/deductions",
              "deduction.title",
              "gavel",
              List.of(
                  Role.ORGANISER,
                  Role.VERIFIER,
                  Role.INSPECTOR,
                  Role.COUNCIL_MEMBER,
                  Role.COUNCIL_SECRETARY,
                  Role.CHAIRMAN,
                  Role.AUDITOR)),
          new Entry(
              "/council",
              "council.title",
              "users",
              List.of(
                  Role.COUNCIL_MEMBER,
                  Role.COUNCIL_SECRETARY,
                  Role.CHAIRMAN,
                  Role.ORGANISER,
                  Role.AUDITOR)),
          new Entry(
              "/publication",
              "publish.title",
              "external-link",
              List.of(
                  Role.ORGANISER,
                  Role.CHAIRMAN,
                  Role.COUNCIL_SECRETARY,
                  Role.COUNCIL_MEMBER,
                  Role.AUDITOR)),
          new Entry(
              "/concerns",
              "concern.title",
              "message-dots",
              List.of(
                  Role.ORGANISER,
                  Role.COUNCIL_SECRETARY,
                  Role.COUNCIL_MEMBER,
                  Role.CHAIRMAN,
                  Role.INSPECTOR,
                  Role.AUDITOR)),
          new Entry(
              "/commendation",
              "commend.title",
              "file-text",
              List.of(
                  Role.ORGANISER,
                  Role.COUNCIL_MEMBER,
                  Role.COUNCIL_SECRETARY,
                  Role.CHAIRMAN,
                  Role.EMULATION_OFFICER,
                  Role.AUDITOR)),
          new Entry(
              "/chairman",
              "glance.title",
              "table",
              List.of(Role.CHAIRMAN, Role.ORGANISER, Role.AUDITOR)));

  private Menu() {}
}
