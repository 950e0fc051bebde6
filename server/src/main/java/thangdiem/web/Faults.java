package thangdiem.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Faults of ours (lỗi của hệ thống): the log keeps what happened, the reader gets its number. */
@Component
class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int REFERENCE_BYTES = 4;

  /** Writes a fault into the log and gives the number by which it is found there. */
  String logged(Optional<? extends Throwable> fault, HttpServletRequest request) {
    var bytes = new byte[REFERENCE_BYTES];
    RandomGenerator.getDefault().nextBytes(bytes);
    var reference = HexFormat.of().formatHex(bytes);
    LOG.error(
        "fault {} at {} {}",
        reference,
        request.getMethod(),
        oneLine(request.getRequestURI()),
        fault.orElse(null));
    return reference;
  }

  /** An address may hold anything; in the log it stays on its line. */
  private static String oneLine(String address) {
    return address.replaceAll("\\p{Cntrl}", "?");
  }
}
