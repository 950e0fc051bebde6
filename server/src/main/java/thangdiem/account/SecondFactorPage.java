package thangdiem.account;

import java.util.Optional;
import thangdiem.document.QrCode;
import thangdiem.words.Sentence;

/**
 * The page of one's second factor.
 *
 * @param qr what the phone scans; absent where the second factor is set
 * @param secret the same, for typing, in groups of four
 */
public record SecondFactorPage(Optional<QrCode> qr, String secret, Optional<Sentence> problem) {

  static SecondFactorPage offered(byte[] secret, String login, Optional<Sentence> problem) {
    return new SecondFactorPage(
        Optional.of(QrCode.of(Totp.address(secret, login))),
        Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 "),
        problem);
  }

  static SecondFactorPage set(Optional<Sentence> problem) {
    return new SecondFactorPage(Optional.empty(), "", problem);
  }
}
