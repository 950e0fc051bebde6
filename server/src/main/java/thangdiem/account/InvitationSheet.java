package thangdiem.account;

import java.time.OffsetDateTime;
import java.util.List;
import thangdiem.document.QrCode;

/**
 * The codes that have just been made, to be printed and handed over (phiếu mời): shown this once.
 *
 * @param address the page on which a code is typed
 */
public record InvitationSheet(String address, List<Slip> slips) {

  /** All codes, one a line: so the page can ask for the same as a workbook. */
  public String codes() {
    return String.join("\n", slips.stream().map(Slip::code).toList());
  }

  /**
   * What one person is handed.
   *
   * @param code "ABCDE-FGH23"
   * @param link takes the person to the same place without typing
   * @param mailed whether a letter with the link is on its way too
   */
  public record Slip(
      String name,
      String post,
      String unitName,
      String login,
      String code,
      String link,
      OffsetDateTime expiresAt,
      QrCode picture,
      boolean mailed) {}
}
