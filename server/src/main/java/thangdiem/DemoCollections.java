package thangdiem;

import static thangdiem.Demo.vietnam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import thangdiem.account.Accounts;
import thangdiem.account.Person;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;
import thangdiem.collection.Collections;
import thangdiem.collection.FactSheet;
import thangdiem.collection.FactSheets;
import thangdiem.criteria.FactDefinition;
import thangdiem.orgunit.OrgUnits;
import thangdiem.round.Round;
import thangdiem.submission.Assessments;

/**
 * A district that collects figures of its communes in the trial (thu số liệu cấp dưới dùng thử):
 * some have handed in, one has mended a figure since, some are missing.
 */
@Component
class DemoCollections {

  static final String DISTRICT = "ubnd-huyen-chau-thanh";

  /** Communes that answer everything, by the size of their figures. */
  private static final Map<String, Integer> HAND_IN =
      Map.of(
          "thi-tran-nga-sau", 7,
          "xa-dong-phu", 4,
          "xa-dong-phuoc", 5,
          "xa-dong-thanh", 3,
          "xa-phu-huu", 6);

  private static final List<String> ASKED =
      List.of(
          "staff",
          "computers",
          "computers_internet",
          "computers_antivirus",
          "dossiers_resolved",
          "dossiers_on_time",
          "certificates_issued",
          "certificates_used",
          "outgoing_documents",
          "outgoing_documents_signed");

  private static final String MENDS = "xa-dong-phu";
  private static final String BEGINS = "xa-phu-tan";
  private static final int BEGUN = 5;
  private static final String OFFERED = "canboxa";
  private static final String OFFERED_UNIT = "xa-dong-phuoc-a";

  private final DemoPeople people;
  private final Accounts accounts;
  private final OrgUnits units;
  private final Assessments assessments;
  private final Collections collections;
  private final FactSheets sheets;
  private final Acts acts;

  DemoCollections(
      DemoPeople people,
      Accounts accounts,
      OrgUnits units,
      Assessments assessments,
      Collections collections,
      FactSheets sheets,
      Acts acts) {
    this.people = people;
    this.accounts = accounts;
    this.units = units;
    this.assessments = assessments;
    this.collections = collections;
    this.sheets = sheets;
    this.acts = acts;
  }

  /** Somebody in each commune that answers. */
  void install() {
    var names =
        List.of("Cao Thị Nhiên", "Kiên Sa Rết", "Mai Văn Út", "Thạch Thị Sol", "Tô Minh Đức");
    acts.bySystem(
        Act.INSTALLED,
        event -> {
          var communes = HAND_IN.keySet().stream().sorted().toList();
          for (int i = 0; i < communes.size(); i++) {
            var unit = units.named(communes.get(i));
            accounts.makeWithoutPassword(
                new Person(
                    login(unit.code()),
                    names.get(i),
                    "Công chức văn phòng - thống kê",
                    Optional.empty(),
                    Optional.empty()),
                unit.id(),
                Role.COMMUNE_CLERK,
                unit.id());
          }
          return event.with("people", communes.size());
        });
  }

  private static String login(String unit) {
    return "cbx." + unit;
  }

  void open(Round round) {
    var clerk = people.actor("dm." + DISTRICT);
    collections.open(
        clerk,
        assessments.of(clerk, round.key(), DISTRICT),
        ASKED,
        "Số liệu tính đến ngày báo cáo. Cần giải đáp, gọi Văn phòng UBND huyện.");
  }

  /** What the communes do, each at its time. */
  void answer(Round round, BiConsumer<java.time.OffsetDateTime, Runnable> at) {
    var communes = HAND_IN.keySet().stream().sorted().toList();
    for (int i = 0; i < communes.size(); i++) {
      var commune = communes.get(i);
      at.accept(
          vietnam(2017, 12, 1 + i, 14, 10 + i),
          () -> {
            var actor = people.actor(login(commune));
            fill(actor, round, commune, HAND_IN.getOrDefault(commune, 0), Integer.MAX_VALUE);
            sheets.handIn(actor, sheet(actor, round, commune));
          });
    }
    at.accept(
        vietnam(2017, 12, 7, 9, 30),
        () -> {
          var actor = people.actor(login(MENDS));
          var sheet = sheet(actor, round, MENDS);
          var computers = fact(sheet, "computers");
          sheets.save(actor, sheet, computers.id(), "16", sheet.given(computers).version());
        });
    at.accept(
        vietnam(2017, 12, 11, 15, 5),
        () -> fill(people.actor(OFFERED), round, OFFERED_UNIT, 4, BEGUN));
    at.accept(
        vietnam(2017, 12, 11, 16, 20),
        () -> fill(people.actor("dm." + DISTRICT), round, BEGINS, 3, BEGUN));
  }

  private void fill(Actor actor, Round round, String commune, int size, int most) {
    var facts = sheet(actor, round, commune).facts();
    for (var fact : facts.stream().limit(most).toList()) {
      sheets.save(
          actor, sheet(actor, round, commune), fact.id(), String.valueOf(value(fact, size)), 0);
    }
  }

  /** Made up, but so that a part is no more than its whole. */
  private static int value(FactDefinition fact, int size) {
    return switch (fact.id()) {
      case "staff" -> 4 * size;
      case "computers" -> 4 * size - 2;
      case "dossiers_resolved", "outgoing_documents" -> 60 * size;
      case "dossiers_on_time" -> 57 * size + size % 3;
      default -> size;
    };
  }

  private static FactDefinition fact(FactSheet sheet, String id) {
    return sheet.facts().stream().filter(fact -> fact.id().equals(id)).findFirst().orElseThrow();
  }

  private FactSheet sheet(Actor actor, Round round, String commune) {
    return sheets.of(actor, round.key(), DISTRICT, commune);
  }
}
