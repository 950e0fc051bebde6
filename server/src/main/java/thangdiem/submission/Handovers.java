package thangdiem.submission;

import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;

/** The sheet's way between clerk and head (trình thủ trưởng, trả lại). */
@Component
public class Handovers {

  static final int LONGEST = 2_000;

  private final HandoverTable table;
  private final Sheets sheets;
  private final Acts acts;

  Handovers(HandoverTable table, Sheets sheets, Acts acts) {
    this.table = table;
    this.sheets = sheets;
    this.acts = acts;
  }

  /** Asks the head to sign; every fact that is needed has its answer by then. */
  void toHead(Actor actor, Assessment assessment) {
    var missing = sheets.of(assessment).missing();
    if (!missing.isEmpty()) {
      throw new Refusal("submit.missing", missing.size(), missing.getFirst().label());
    }
    step(actor, Act.REPORT_HANDED_OVER, assessment, true, "");
  }

  /** Gives it back to the clerks with words. */
  public void giveBack(Actor actor, Assessment assessment, String words) {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new Refusal("handover.words", LONGEST);
    }
    step(actor, Act.REPORT_RETURNED, assessment, false, words.strip());
  }

  private void step(Actor actor, Act act, Assessment assessment, boolean toHead, String words) {
    acts.run(
        actor,
        act,
        assessment.subject(),
        event -> {
          event.with("unit", assessment.unit().code());
          table.add(assessment, toHead, words);
        });
  }
}
