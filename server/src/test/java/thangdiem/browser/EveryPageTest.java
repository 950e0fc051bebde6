package thangdiem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import thangdiem.BrowserTest;
import thangdiem.DemoProvince;
import thangdiem.Visitor;
import thangdiem.audit.Role;

/**
 * Every page that anybody can open, followed from the menu link by link: in both languages, on a
 * desktop and on a phone, on a light and on a dark device. A page to which no link leads, and a
 * link that leads nowhere, are wrong too.
 */
@BrowserTest
class EveryPageTest {

  private static final String NO_PAGE = "/khong-co-trang-nay";

  /** Pages that no link leads to, and what leads there instead. */
  private static final Set<String> NOT_LINKED =
      Set.of(
          "/first", // the console, on a first start; FirstStart looks at it
          "/language/{tag}", // sets the language and goes back
          "/sign-in/second-step", // the right password of a protected account
          "/sign-in/passkey", // asked by passkey.js
          "/sign-in/openid", // a link where a provider is configured
          "/sign-in/openid/callback", // the provider
          "/me/confirm", // a change of a way in, a while after signing in
          "/me/passkeys/options", // asked by passkey.js
          "/rounds/{key}/assessments/{unit}/evidence/pieces", // asked by evidence.js
          "/evidence/{id}/pages/{page}", // the picture on a document's page
          "/rounds/{key}/assessments/{unit}/reports/{version}", // once it is sent; AssessingTest
          // goes there
          "/rounds/{key}/assessments/{unit}/reports/{version}/answers.json", // linked from there
          "/rounds/{key}/assessments/{unit}/reports/{version}/receipt",
          "/rounds/{key}/assessments/{unit}/reports/{version}/report.pdf",
          "/rounds/{key}/assessments/{unit}/reports/{version}/report.xlsx",
          "/rounds/{key}/collections/{unit}/table.xlsx", // the district's page, not the commune's
          "/rounds/{key}/publication/decision.docx", // once a result is adopted; WholeRoundTest
          "/rounds/{key}/publication/decision.pdf", // goes to the page that links them
          "/rounds/{key}/commendation/minutes.docx", // likewise
          "/rounds/{key}/commendation/minutes.pdf",
          "/rounds/{key}/deductions/{id}", // once one is proposed; DeductionTest goes there
          "/rounds/{key}/deductions/{id}/capture",
          "/rounds/{key}/assessments/{unit}/deductions/{id}/capture",
          "/rounds/{key}/inspections/{unit}", // once one is planned; OnTheSpotTest goes there
          "/rounds/{key}/inspections/{unit}/plan",
          "/rounds/{key}/inspections/{unit}/minutes.docx",
          "/rounds/{key}/inspections/{unit}/minutes.pdf",
          "/inspection-photos/{id}",
          "/inspect/app", // linked from a visit
          "/inspect/worker.js", // asked by inspection.js
          "/inspect/app.webmanifest",
          "/inspect/visits",
          "/invitation/{code}", // the slip of paper or the letter
          "/receipt/{code}", // the QR on the receipt
          "/receipt/{code}/json", // linked from there
          "/receipt/{code}/pdf");

  @LocalServerPort private int port;
  @Autowired private DemoProvince province;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void isWellMadeForEverybodyEverywhere() {
    var base = "http://localhost:" + port;
    FirstStart.over(base, province);
    var ways = new FourWays(base);
    var walk = new Walk(base, this::handlerOf);
    try (var window = Chromium.window(FourWays.DESKTOP, ColorScheme.LIGHT)) {
      ways.lookAt("", "{}", walk.from(window, List.of("/sign-in", "/style")));
    }
    somebodyChecksTheLedger();
    for (var account : province.accounts()) {
      try (var reader =
          new Reader(Chromium.window(FourWays.DESKTOP, ColorScheme.LIGHT), base)
              .signIn(account.login(), account.password())) {
        var window = reader.page().context();
        var pages = walk.from(window, List.of("/"));
        ways.lookAt(account.login(), window.storageState(), pages);
      }
    }
    var unopened = new TreeSet<>(patterns().stream().map(PathPattern::getPatternString).toList());
    unopened.removeAll(walk.handlers());
    unopened.removeAll(NOT_LINKED);
    unopened.removeIf(page -> page.startsWith("/published")); // read without an account
    assertThat(FirstStart.wrong()).isEmpty();
    assertThat(ways.wrong()).isEmpty();
    assertThat(unopened).describedAs("pages to which no link leads").isEmpty();
  }

  /** Only then does a link lead to how the check went. */
  private void somebodyChecksTheLedger() {
    var auditor =
        province.accounts().stream().filter(one -> one.role() == Role.AUDITOR).findFirst().get();
    var visitor = new Visitor(port);
    visitor.post("/sign-in", Map.of("login", auditor.login(), "password", auditor.password()));
    visitor.post("/ledger/verification", Map.of());
  }

  @Test
  void saysWhatToDoWhereThereIsNoPage() {
    var base = "http://localhost:" + port;
    FirstStart.over(base, province);
    var ways = new FourWays(base);
    ways.lookAt("", "{}", Map.of(NO_PAGE, 200));
    assertThat(ways.wrong()).isEmpty();
  }

  private String handlerOf(String path) {
    var container = PathContainer.parsePath(path.replaceAll("\\?.*", ""));
    return patterns().stream()
        .filter(pattern -> pattern.matches(container))
        .sorted()
        .map(PathPattern::getPatternString)
        .findFirst()
        .orElse(path);
  }

  private Set<PathPattern> patterns() {
    return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
        .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
        .collect(Collectors.toSet());
  }
}
