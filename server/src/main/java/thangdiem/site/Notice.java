package thangdiem.site;

import java.util.Optional;

/**
 * What publication.json says beside the decision (thông tin công bố).
 *
 * @param province whose province it is
 * @param demo whether the figures are made up
 * @param correction what a version after the first corrected
 */
record Notice(String province, boolean rehearsal, boolean demo, Optional<Correction> correction) {

  /** What was corrected, by which document. */
  record Correction(String document, String on, String unit, String code, String words) {}
}
