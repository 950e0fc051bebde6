package thangdiem.evidence;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a document says of itself at its head (số, nơi ban hành, ngày, trích yếu).
 *
 * @param number "123/BC-SXD"
 * @param subject trích yếu nội dung
 */
public record Description(
    String number, String issuer, Optional<LocalDate> issuedOn, String subject) {

  public static final Description NONE = new Description("", "", Optional.empty(), "");
}
