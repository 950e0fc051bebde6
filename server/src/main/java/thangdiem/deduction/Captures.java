package thangdiem.deduction;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.audit.Refusal;
import thangdiem.evidence.Arrivals;
import thangdiem.evidence.Kind;
import thangdiem.evidence.Verdict;

/** Takes the capture of an article in (bản chụp bài báo): its content says what it is. */
@Component
class Captures {

  /** The largest capture, in bytes. */
  static final int LARGEST = 5 << 20;

  private static final Set<Kind> KINDS = Set.of(Kind.PDF, Kind.PNG, Kind.JPEG);

  private final Arrivals arrivals;

  Captures(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /**
   * The capture as it was found fit.
   *
   * @throws Refusal when there is none, or it is of another kind, or too large
   */
  Proposal.Shown of(@Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      throw new Refusal("deduction.wrong.capture", LARGEST >> 20);
    }
    try (var bytes = file.getInputStream();
        var arrived =
            arrivals.whole(Optional.ofNullable(file.getOriginalFilename()).orElse(""), bytes)) {
      return switch (arrived.verdict()) {
        case Verdict.Refused(var why) -> throw new Refusal(why.key(), why.arguments().toArray());
        case Verdict.Taken taken when !KINDS.contains(taken.kind()) || arrived.size() > LARGEST ->
            throw new Refusal("deduction.wrong.capture", LARGEST >> 20);
        case Verdict.Taken taken ->
            new Proposal.Shown(
                arrived.sha256(), taken.kind().name(), arrived.name(), arrived.bytes());
      };
    }
  }
}
