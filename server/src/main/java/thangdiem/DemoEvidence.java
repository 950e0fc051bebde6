package thangdiem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.criteria.CriteriaSet;
import thangdiem.evidence.Arrivals;
import thangdiem.evidence.Citation;
import thangdiem.evidence.Citation.About;
import thangdiem.evidence.Citation.Of;
import thangdiem.evidence.Description;
import thangdiem.evidence.Evidence;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;

/** What a unit of the demo has attached (minh chứng dùng thử): a made-up report of two pages. */
@Component
class DemoEvidence {

  private static final Description REPORT =
      new Description(
          "45/BC-DT",
          "Đơn vị dùng thử",
          Optional.of(LocalDate.of(2017, 12, 5)),
          "Báo cáo hạ tầng công nghệ thông tin năm 2017");

  private final Arrivals arrivals;
  private final Evidence evidence;

  DemoEvidence(Arrivals arrivals, Evidence evidence) {
    this.arrivals = arrivals;
    this.evidence = evidence;
  }

  void attach(Actor clerk, UUID round, UUID unit) {
    try (var bytes = new ClassPathResource("thangdiem/demo/bao-cao-ha-tang.pdf").getInputStream();
        var file = arrivals.whole("Báo cáo hạ tầng 2017.pdf", bytes)) {
      var id = evidence.add(clerk, round, unit, file, Optional.empty(), Optional.empty());
      evidence.describe(clerk, evidence.item(id), 1, REPORT);
      for (var fact : List.of("staff", "computers", "computers_internet")) {
        evidence.cite(clerk, evidence.item(id), new Citation(new About(Of.FACT, fact), "2"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A unit's own report of its figures, which proves all of them but those of the last themes. */
  void attachReport(
      Actor clerk, Round round, RoundUnit unit, CriteriaSet set, List<String> facts, LocalDate on) {
    try (var bytes = new ByteArrayInputStream(DemoPapers.report(unit, set, facts));
        var file = arrivals.whole("Báo cáo ứng dụng CNTT.pdf", bytes)) {
      var id =
          evidence.add(clerk, round.id(), unit.unit(), file, Optional.empty(), Optional.empty());
      evidence.describe(
          clerk,
          evidence.item(id),
          1,
          new Description(
              "BC-" + unit.ordinal(),
              unit.name(),
              Optional.of(on),
              "Báo cáo ứng dụng công nghệ thông tin của " + unit.name()));
      for (var fact : facts) {
        evidence.cite(clerk, evidence.item(id), new Citation(new About(Of.FACT, fact), "1"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
