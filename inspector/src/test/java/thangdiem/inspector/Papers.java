package thangdiem.inspector;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** PDFs for tests, and somebody who signs them with a PKCS#12 of an authority of their own. */
final class Papers {

  static final String SIGNER = "Nguyễn Văn Ánh";
  private static final char[] PASSWORD = "mat-khau".toCharArray();

  private final KeyPair authority = pair();
  private final KeyPair person = pair();
  private final X509Certificate root;
  private final X509Certificate own;
  private final byte[] pkcs12;

  /**
   * @param issuers where the certificate says that its issuer's can be fetched
   */
  Papers(String issuers) {
    try {
      root =
          certificate(
              "Cơ quan chứng thực thử nghiệm",
              authority,
              "Cơ quan chứng thực thử nghiệm",
              true,
              issuers);
      own = certificate(SIGNER, person, "Cơ quan chứng thực thử nghiệm", false, issuers);
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      store.setKeyEntry("ky", person.getPrivate(), PASSWORD, new X509Certificate[] {own, root});
      var out = new ByteArrayOutputStream();
      store.store(out, PASSWORD);
      pkcs12 = out.toByteArray();
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair pair() {
    try {
      var pairs = KeyPairGenerator.getInstance("RSA");
      pairs.initialize(2048);
      return pairs.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private X509Certificate certificate(
      String name, KeyPair keys, String issuer, boolean authority, String issuers)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    var now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + issuer + ",C=VN"),
            BigInteger.valueOf(authority ? 1 : 2),
            Date.from(now.minus(1, ChronoUnit.DAYS)),
            Date.from(now.plus(365, ChronoUnit.DAYS)),
            new X500Name("CN=" + name + ",C=VN"),
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(
            authority
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    if (!issuers.isEmpty()) {
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(
              AccessDescription.id_ad_caIssuers,
              new GeneralName(GeneralName.uniformResourceIdentifier, issuers)));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withRSA").build(this.authority.getPrivate())));
  }

  /** The authority's certificate, as an administrator would install it. */
  Path authorityIn(Path folder) throws IOException {
    return installed(root, folder);
  }

  /** The signer's own. */
  Path signerIn(Path folder) throws IOException {
    return installed(own, folder);
  }

  private static Path installed(X509Certificate certificate, Path folder) throws IOException {
    var file = folder.resolve("trusted.pem");
    try {
      Files.writeString(
          file,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
              + "\n-----END CERTIFICATE-----\n");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    return file;
  }

  /** A PDF of some pages, each with its number on it. */
  static byte[] ofPages(int pages) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        var page = new PDPage();
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
          pen.beginText();
          pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 200);
          pen.newLineAtOffset(150, 300);
          pen.showText(String.valueOf(i));
          pen.endText();
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** A page with some lines of text. */
  static byte[] ofLines(String... lines) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var pen = new PDPageContentStream(document, page)) {
        pen.beginText();
        pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        pen.newLineAtOffset(60, 700);
        for (var line : lines) {
          pen.showText(line);
          pen.newLineAtOffset(0, -14);
        }
        pen.endText();
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** The same, signed. */
  byte[] signed(byte[] pdf) throws IOException {
    var service = new PAdESService(new CommonCertificateVerifier(true));
    try (var token =
        new Pkcs12SignatureToken(
            new ByteArrayInputStream(pkcs12), new KeyStore.PasswordProtection(PASSWORD))) {
      var key = token.getKeys().getFirst();
      var how = new PAdESSignatureParameters();
      how.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
      how.setDigestAlgorithm(DigestAlgorithm.SHA256);
      how.setSigningCertificate(key.getCertificate());
      how.setCertificateChain(List.of(key.getCertificateChain()));
      var document = new InMemoryDocument(pdf);
      var value = token.sign(service.getDataToSign(document, how), DigestAlgorithm.SHA256, key);
      var out = new ByteArrayOutputStream();
      service.signDocument(document, how, value).writeTo(out);
      return out.toByteArray();
    }
  }
}
