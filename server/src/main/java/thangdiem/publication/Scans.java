package thangdiem.publication;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import thangdiem.evidence.Arrivals;
import thangdiem.evidence.Flag;
import thangdiem.evidence.Kind;
import thangdiem.evidence.Verdict;
import thangdiem.words.Sentence;

/**
 * Takes in the decision as it was signed (bản quyết định đã ký), scanned or signed with a
 * certificate. Everybody will open it, so it is a PDF in which nothing runs.
 */
@Component
class Scans {

  private static final Set<Flag> RUNNING = Set.of(Flag.SCRIPT, Flag.LAUNCH, Flag.XFA);

  private final Arrivals arrivals;

  Scans(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /**
   * What was sent with the form.
   *
   * @param pdf absent where nothing was sent, or it is not taken
   * @param wrong why it is not taken
   */
  record Scan(Optional<byte[]> pdf, Optional<Sentence> wrong) {}

  Scan of(@Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      return new Scan(Optional.empty(), Optional.empty());
    }
    try (var bytes = file.getInputStream();
        var arrived =
            arrivals.whole(Optional.ofNullable(file.getOriginalFilename()).orElse(""), bytes)) {
      return switch (arrived.verdict()) {
        case Verdict.Refused(var why) -> refused(why);
        case Verdict.Taken(var kind, _) when kind != Kind.PDF ->
            refused(Sentence.of("publish.wrong.scan"));
        case Verdict.Taken(_, var flags) when flags.stream().anyMatch(RUNNING::contains) ->
            refused(Sentence.of("publish.wrong.scanRuns"));
        case Verdict.Taken _ -> new Scan(Optional.of(arrived.bytes()), Optional.empty());
      };
    }
  }

  private static Scan refused(Sentence why) {
    return new Scan(Optional.empty(), Optional.of(why));
  }
}
