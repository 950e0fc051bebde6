package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.Refusal;
import thangdiem.words.Sentence;

/** Makes what the pages of setting up share, and says when somebody else was faster. */
@Component
class SetupFrames {

  /** Wrong in what was typed; the page is shown again with all of it. */
  static final int UNPROCESSABLE = 422;

  private final Rounds rounds;

  SetupFrames(Rounds rounds) {
    this.rounds = rounds;
  }

  SetupPage.Frame of(String key, String step) {
    var round = rounds.named(key);
    return new SetupPage.Frame(round, step, rounds.missing(round, Phase.OPEN), Optional.empty());
  }

  /**
   * The frame for a change of the version that a page was shown with.
   *
   * @return refusing, with status 409, when the round has changed since
   * @throws Refusal when it is open: nothing can be kept by trying again
   */
  SetupPage.Frame forChange(String key, String step, int version, HttpServletResponse response) {
    var frame = of(key, step);
    if (frame.frozen()) {
      throw new Refusal("round.frozen");
    }
    if (frame.round().version() == version) {
      return frame;
    }
    response.setStatus(HttpServletResponse.SC_CONFLICT);
    return frame.refusing(Sentence.of("setup.meanwhile"));
  }
}
