package thangdiem.inspector;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A signature in a PDF (chữ ký số) and what became of checking it.
 *
 * @param signer as the certificate names them
 * @param time that the signature states, ISO 8601; may be empty
 * @param indication PASSED, FAILED or INDETERMINATE
 * @param reason why, in the words of ETSI EN 319 102-1: HASH_FAILURE; empty when it passed
 * @param whole whether it covers all that the file shows now
 */
record Signature(
    String signer, String issuer, String time, String indication, String reason, boolean whole) {

  /** As one line, the parts between tabs. */
  String line() {
    return Stream.of("signature", signer, issuer, time, indication, reason, String.valueOf(whole))
        .map(part -> part.replaceAll("\\p{Cntrl}", " "))
        .collect(Collectors.joining("\t"));
  }
}
