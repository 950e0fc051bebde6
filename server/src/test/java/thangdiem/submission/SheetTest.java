package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thangdiem.criteria.CriteriaReader;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Gate;
import thangdiem.exchange.CriteriaSource;
import thangdiem.scoring.Fact;

/** Where a unit is asked for what, by the criteria set alone. */
class SheetTest {

  /** Whether something unlawful was published: no criterion asks, but a gate does. */
  private static final String GATED = "unlawful_content";

  /** The illustration, had units to say so themselves. */
  private static final CriteriaSet SET =
      CriteriaReader.read(
              "minh-hoa.yaml",
              CriteriaSource.read("minh-hoa/2025", List.of())
                  .file()
                  .text()
                  .replaceFirst("(id: " + GATED + ",.*) collectedBy: organiser,", "$1"),
              List.of())
          .set();

  private static Sheet sheet(Map<String, Fact> facts) {
    return AnySheet.sheet(AnySheet.assessment(SET), facts, List.of());
  }

  @Test
  void whatOnlyAGateReadsIsAskedInTheFirstSection() {
    var sheet = sheet(Map.of());
    var first = sheet.set().sections().getFirst();
    assertThat(sheet.uses(GATED)).isEmpty();
    assertThat(sheet.home(GATED)).contains(first.code());
    assertThat(sheet.entered(first)).extracting(FactDefinition::id).contains(GATED);
    assertThat(Sheet.home(sheet.set(), sheet.answers().group(), GATED)).contains(first);
    assertThat(sheet.gates(GATED)).extracting(Gate::id).containsExactly("unlawful-content");
  }

  @Test
  void aReportWaitsForWhatAGateReads() {
    assertThat(sheet(Map.of()).missing()).extracting(FactDefinition::id).contains(GATED);
    var answered = sheet(Map.of(GATED, new Fact.YesNo(true)));
    assertThat(answered.missing()).extracting(FactDefinition::id).doesNotContain(GATED);
    assertThat(answered.score().failedGates()).hasSize(1);
  }
}
