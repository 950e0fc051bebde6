package thangdiem.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import thangdiem.Papers;

/** Our documents are the PDF/A-2b that they say they are, by the judgement of veraPDF. */
class ArchiveTest {

  @BeforeAll
  static void aValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("a receipt", GivenReport.receipt().pdf()),
        Arguments.of("a self-assessment", GivenReport.report(5, 20).pdf()),
        Arguments.of("minutes with photographs and signatures", GivenMinutes.minutes(5).pdf()),
        Arguments.of("a decision with its annex", GivenMinutes.decision().pdf()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void anArchiveTakesEveryKindOfOurDocuments(String name, byte[] pdf) throws Exception {
    assertThat(objections(pdf)).as(name).isEmpty();
  }

  /**
   * Type that is not embedded, and nothing that says what it is: a validator that found nothing
   * would be none.
   */
  @Test
  void anyOtherFileIsObjectedTo() throws Exception {
    assertThat(objections(Papers.ofOnePage("khong phai luu tru"))).hasSizeGreaterThan(2);
  }

  /** The clauses of ISO 19005-2 that the file does not keep. */
  private static Set<String> objections(byte[] pdf) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        var validator = foundry.createValidator(PDFAFlavour.PDFA_2_B, false)) {
      var result = validator.validate(parser);
      var found = new TreeSet<String>();
      result
          .getTestAssertions()
          .forEach(one -> found.add(one.getRuleId().getClause() + " " + one.getMessage()));
      assertThat(result.isCompliant()).isEqualTo(found.isEmpty());
      return found;
    }
  }
}
