package thangdiem.orgunit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Acts;
import thangdiem.audit.Role;

@ServerTest
class UnitPagesTest {

  @Autowired private Province province;
  @Autowired private OrgUnits orgUnits;
  @Autowired private Acts acts;
  @Autowired private JdbcClient sql;
  @LocalServerPort private int port;
  private UnitsOfATest units;
  private Visitor organiser;

  @BeforeEach
  void hasAnOrganiser() {
    organiser = new Visitor(port).signedIn(province.somebody(Role.ORGANISER).login());
    units = new UnitsOfATest(orgUnits, acts, sql);
  }

  private String search(String words) {
    return organiser.get("/units?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).body();
  }

  @Test
  void everybodySignedInMayLook() {
    var unit = units.agency("Sở Để Xem");
    var clerk = new Visitor(port).signedIn(province.somebody(Role.CLERK).login());

    assertThat(clerk.get("/units?words=so+de+xem").body())
        .contains("Sở Để Xem")
        .doesNotContain("/units/new");
    assertThat(clerk.get("/units/" + unit.code()).body())
        .contains("Sở Để Xem")
        .doesNotContain("/change");
    assertThat(new Visitor(port).get("/units").headers().firstValue("Location"))
        .hasValueSatisfying(address -> assertThat(address).contains("/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"change", "name", "parent", "end", "merge"})
  void onlyOrganisersAndAdministratorsMayChangeAUnit(String step) {
    var unit = units.agency("Sở Không Đổi");
    var address = "/units/" + unit.code() + "/" + step;
    for (var role : List.of(Role.CLERK, Role.HEAD, Role.AUDITOR, Role.CHAIRMAN)) {
      var visitor = new Visitor(port).signedIn(province.somebody(role).login());
      assertThat(visitor.get(address).statusCode()).isEqualTo(403);
      assertThat(visitor.post(address, units.form(unit)).statusCode()).isEqualTo(403);
    }
    assertThat(units.now(unit)).isEqualTo(unit);
    for (var role : List.of(Role.ORGANISER, Role.ADMINISTRATOR)) {
      var visitor = new Visitor(port).signedIn(province.somebody(role).login());
      assertThat(visitor.get(address).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void onlyOrganisersAndAdministratorsMayAddOrImport() {
    var clerk = new Visitor(port).signedIn(province.somebody(Role.CLERK).login());
    for (var address : List.of("/units/new", "/units/import", "/units/taking-over")) {
      assertThat(clerk.get(address).statusCode()).isEqualTo(403);
    }
    for (var address :
        List.of("/units", "/units/import", "/units/import/preview", "/units/taking-over")) {
      assertThat(clerk.post(address, Map.of("name", "x")).statusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/units/khong-co",
        "/units/khong-co/change",
        "/units/khong-co/name",
        "/units/khong-co/parent",
        "/units/khong-co/end",
        "/units/khong-co/merge",
        "/units/new?below=khong-co",
        "/units?below=khong-co",
        "/units/taking-over?criteria=..%2F..%2Fetc"
      })
  void knowsNoUnitOfAnUnknownCode(String address) {
    assertThat(organiser.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void tellsTheNamesOfPeopleOnlyToThoseWhoManageThem() {
    var clerk = province.somebody(Role.CLERK);
    var address = "/units/" + orgUnits.withId(clerk.unit()).orElseThrow().code();
    var name = "Người " + clerk.login();

    assertThat(organiser.get(address).body()).contains(name).contains("Cán bộ đầu mối");
    assertThat(new Visitor(port).signedIn(clerk.login()).get(address).body().split("<main", 2)[1])
        .contains("Cán bộ đầu mối")
        .doesNotContain(name);
  }

  @Test
  void findsUnitsHoweverTheirDiacriticsAreTyped() {
    units.agency("Ban Đắk Lắk thử tìm");

    for (var words : List.of("dak lak thu", "Đắk  Lắk", "ĐĂK LĂK THỬ", "Ðắk lắk", "đak")) {
      assertThat(search(words)).as(words).contains("Ban Đắk Lắk thử tìm");
    }
    assertThat(search("dak lap thu")).doesNotContain("Ban Đắk Lắk thử tìm");
  }

  @Test
  void ordersNamesAsVietnameseDoAndNumbersByTheirValue() {
    var above = units.agency("UBND huyện Thứ Tự");
    var names = List.of("Xã Cây Thứ", "Xã Dừa Thứ", "Xã Đa Thứ", "Xã Thứ số 2", "Xã Thứ số 10");
    for (var name : names.reversed()) {
      units.commune(above, name);
    }

    var found = search("Xã thứ");
    assertThat(found).doesNotContain("Xã Cây Thứ</a>");
    var page = organiser.get("/units?below=" + above.code()).body();
    assertThat(names.stream().map(name -> page.indexOf(name + "</a>")))
        .isSorted()
        .doesNotContain(-1);
  }

  @Test
  void saysWhatIsWrongWithADayAndShowsToday() {
    var page = organiser.get("/units?day=31/02/2025").body();

    assertThat(page).contains("Ghi một ngày có thật như 01/07/2025, không phải «31/02/2025»");
    assertThat(page).contains("value=\"31/02/2025\"");
  }

  @Test
  void asksTheDatabaseAsOftenForThousandsOfUnitsAsForAFew() {
    var above = units.agency("UBND huyện Rất Nhiều Xã");
    var few = statements("/units");
    var fewOfOne = statements("/units/" + above.code());
    var many = new ArrayList<OrgUnit>();
    for (int i = 0; i < 5_000; i++) {
      many.add(commune(above, i));
    }
    units.add(many);

    assertThat(statements("/units")).isEqualTo(few).isPositive();
    assertThat(statements("/units/" + above.code())).isEqualTo(fewOfOne).isPositive();
    var page = organiser.get("/units?below=" + above.code() + "&page=2").body();
    assertThat(page.split("<th scope=\"row\">", -1)).hasSize(UnitsPage.ROWS + 1);
    assertThat(page).contains("Xã số 300 đông<").doesNotContain("Xã số 299 đông<");
    assertThat(organiser.get("/units").body().length()).isLessThan(300_000);
    units.changed("update org_unit set valid_to = '1990-01-01' where parent = ?", above.id());
  }

  private static OrgUnit commune(OrgUnit above, int number) {
    var name = "Xã số " + number + " đông";
    return new OrgUnit(
        UUID.randomUUID(),
        UnitsOfATest.code("xa"),
        Optional.of(above.id()),
        OrgUnit.Kind.COMMUNE,
        Optional.empty(),
        false,
        name,
        name,
        Optional.empty(),
        number,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** How many statements about units a page asks. */
  private long statements(String address) {
    var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var before = logger.getLevel();
    var appender = new ListAppender<ILoggingEvent>();
    appender.start();
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    logger.addAppender(appender);
    try {
      assertThat(organiser.get(address).statusCode()).isEqualTo(200);
      return List.copyOf(appender.list).stream()
          .filter(event -> event.getFormattedMessage().contains("org_unit"))
          .count();
    } finally {
      logger.detachAppender(appender);
      logger.setLevel(before);
      logger.setAdditive(true);
    }
  }
}
