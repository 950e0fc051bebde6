package thangdiem.account;

import java.util.Optional;
import thangdiem.document.QrCode;
import thangdiem.words.Sentence;

/**
 * The page of one's second factor.
 *
 * @param qr what the phone scans; absent where the second factor is set
 * @param address the same as a link, for who reads the page on that very phone
 * @param secret the same, for typing, in groups of four
 */
public record SecondFactorPage(
    Optional<QrCode> qr, String address, String secret, Optional<Sentence> problem) {

  static SecondFactorPage offered(byte[] secret, String login, Optional<Sentence> problem) {
    var address = Totp.address(secret, login);
    return new SecondFactorPage(
        Optional.of(QrCode.of(address)),
        address,
        Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 "),
        problem);
  }

  static SecondFactorPage set(Optional<Sentence> problem) {
    return new SecondFactorPage(Optional.empty(), "", "", problem);
  }
}
