package thangdiem.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are drawn, and signatures checked, of what others have made. */
class InspectorTest {

  private static final Papers PAPERS = new Papers("");

  @TempDir private Path folder;

  @Test
  void drawsEachPageAsWideAsAScreenShowsIt() throws IOException {
    var pdf = Papers.ofPages(3);

    assertThat(Pages.count(pdf)).isEqualTo(3);
    var second = ImageIO.read(new ByteArrayInputStream(Pages.draw(pdf, 2)));
    assertThat(second.getWidth()).isEqualTo(1240);
    assertThat(Pages.draw(pdf, 1)).isNotEqualTo(Pages.draw(pdf, 2));
    assertThatThrownBy(() -> Pages.draw(pdf, 4)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aDocumentSaysTheSameHoweverItsLinesBreak() throws IOException {
    var plan = "Kehoachungdungcongnghethongtinnam2017cuaSoYte so 45 ngay 6 thang 11 nam 2017";

    assertThat(Text.hash(Papers.ofLines(plan)))
        .isPresent()
        .isEqualTo(Text.hash(Papers.ofLines(plan.substring(0, 30), plan.substring(30))))
        .isNotEqualTo(Text.hash(Papers.ofLines(plan.replace("45", "46"))));
  }

  @Test
  void whatSaysNextToNothingIsLikeNothingElse() throws IOException {
    assertThat(Text.hash(Papers.ofLines("Trang 1"))).isEmpty();
  }

  @Test
  void aPdfThatNobodySignedHasNoSignature() throws IOException {
    assertThat(Signatures.of(Papers.ofPages(1), Optional.empty())).isEmpty();
  }

  @Test
  void aSignatureOfATrustedSignerPasses() throws IOException {
    var signed = PAPERS.signed(Papers.ofPages(1));

    var signature = Signatures.of(signed, Optional.of(PAPERS.signerIn(folder))).getFirst();

    assertThat(signature.signer()).isEqualTo(Papers.SIGNER);
    assertThat(signature.indication()).isEqualTo("PASSED");
    assertThat(signature.whole()).isTrue();
    assertThat(signature.time()).isNotEmpty();
  }

  @Test
  void ofATrustedAuthorityItStaysUndecidedWhetherTheCertificateWasRevoked() throws IOException {
    var signed = PAPERS.signed(Papers.ofPages(1));

    var signature = Signatures.of(signed, Optional.of(PAPERS.authorityIn(folder))).getFirst();

    assertThat(signature.indication()).isEqualTo("INDETERMINATE");
    assertThat(signature.reason()).isEqualTo("CERTIFICATE_CHAIN_GENERAL_FAILURE");
  }

  @Test
  void withoutAnAuthorityToTrustItStaysUndecided() throws IOException {
    var signature = Signatures.of(PAPERS.signed(Papers.ofPages(1)), Optional.empty()).getFirst();

    assertThat(signature.signer()).isEqualTo(Papers.SIGNER);
    assertThat(signature.indication()).isEqualTo("INDETERMINATE");
    assertThat(signature.reason()).isEqualTo("NO_CERTIFICATE_CHAIN_FOUND");
  }

  @Test
  void aPageThatWasChangedAfterSigningFails() throws IOException {
    var signed = PAPERS.signed(Papers.ofPages(1));
    var text = new String(signed, StandardCharsets.ISO_8859_1);
    var tampered =
        text.replaceFirst("/MediaBox \\[0(\\.0)? 0", "/MediaBox [1$1 0")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(tampered).isNotEqualTo(signed);

    var signature = Signatures.of(tampered, Optional.of(PAPERS.authorityIn(folder))).getFirst();

    assertThat(signature.indication()).isEqualTo("FAILED");
    assertThat(signature.reason()).isEqualTo("HASH_FAILURE");
  }

  @Test
  void bothOfTwoSignaturesAreShownInTheirOrder() throws IOException {
    var second = new Papers("");
    var twice = second.signed(PAPERS.signed(Papers.ofPages(1)));

    assertThat(Signatures.of(twice, Optional.of(PAPERS.signerIn(folder))))
        .extracting(Signature::indication)
        .containsExactly("PASSED", "INDETERMINATE");
  }

  @Test
  void nothingIsFetchedWhateverACertificateNames() throws IOException {
    try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      listening.setSoTimeout(300);
      var papers = new Papers("http://127.0.0.1:" + listening.getLocalPort() + "/issuer.cer");

      Signatures.of(papers.signed(Papers.ofPages(1)), Optional.empty());

      assertThatThrownBy(listening::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void aSignatureIsOneLineWhateverTheSignerIsCalled() {
    var signature = new Signature("A\tB\nC", "", "", "PASSED", "", true);

    assertThat(signature.line()).isEqualTo("signature\tA B C\t\t\tPASSED\t\ttrue");
  }

  @Test
  void aPictureIsDrawnAnewAndSmaller() throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    ImageIO.write(
        new java.awt.image.BufferedImage(5000, 3000, java.awt.image.BufferedImage.TYPE_INT_RGB),
        "jpg",
        out);

    var smaller = ImageIO.read(new ByteArrayInputStream(Picture.smaller(out.toByteArray())));
    assertThat(smaller.getWidth()).isLessThanOrEqualTo(1300);
  }
}
