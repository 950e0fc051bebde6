package thangdiem.inspector;

import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The signatures of a PDF, checked by the rules of ETSI EN 319 102-1 (kiểm tra chữ ký số PAdES).
 * Nothing is fetched: whom to trust is given, and what is missing stays undecided.
 */
final class Signatures {

  private Signatures() {}

  /**
   * All signatures, in the order in which they were made.
   *
   * @param trusted certificates of authorities, in PEM
   */
  static List<Signature> of(byte[] pdf, Optional<Path> trusted) throws IOException {
    var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
    var verifier = new CommonCertificateVerifier(true); // without any source in the network
    if (trusted.isPresent()) {
      verifier.setTrustedCertSources(authorities(trusted.get()));
    }
    validator.setCertificateVerifier(verifier);
    if (validator.getSignatures().isEmpty()) {
      return List.of();
    }
    var report = validator.validateDocument().getSimpleReport();
    return report.getSignatureIdList().stream().map(id -> signature(report, id)).toList();
  }

  private static Signature signature(SimpleReport report, String id) {
    var scopes = report.getSignatureScopes(id);
    var chain = report.getCertificateChain(id);
    var issuer =
        chain == null || chain.getCertificate().size() < 2
            ? ""
            : chain.getCertificate().get(1).getQualifiedName();
    return new Signature(
        Objects.requireNonNullElse(report.getSignedBy(id), ""),
        Objects.requireNonNullElse(issuer, ""),
        report.getSigningTime(id) == null ? "" : report.getSigningTime(id).toInstant().toString(),
        report.getIndication(id).name().replace("TOTAL_", ""),
        report.getSubIndication(id) == null ? "" : report.getSubIndication(id).name(),
        scopes.stream().anyMatch(scope -> scope.getScope() == SignatureScopeType.FULL));
  }

  private static CommonTrustedCertificateSource authorities(Path pem) throws IOException {
    var source = new CommonTrustedCertificateSource();
    try (var in = Files.newInputStream(pem)) {
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        source.addCertificate(new CertificateToken((X509Certificate) certificate));
      }
    } catch (CertificateException e) {
      throw new IOException(e);
    }
    return source;
  }
}
