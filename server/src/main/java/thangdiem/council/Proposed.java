package thangdiem.council;

import java.util.Map;
import java.util.Optional;
import thangdiem.scoring.Fact;

/** What somebody wants to have decided (nội dung đề nghị). */
public record Proposed(
    MotionKind kind, String ground, String words, Map<String, Optional<Fact>> facts) {

  /** That the result as it stands is adopted. */
  public static final Proposed ADOPTION = new Proposed(MotionKind.ADOPT, "", "", Map.of());
}
