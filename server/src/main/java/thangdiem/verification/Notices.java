package thangdiem.verification;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.round.Nudges;
import thangdiem.round.Round;
import thangdiem.round.RoundCalendar;
import thangdiem.submission.Frozen;
import thangdiem.words.Words;

/**
 * Tells units what was found otherwise than they reported (thông báo kết quả thẩm định): each
 * difference once, in the application and by e-mail.
 */
@Component
public class Notices {

  private final VerifiedSheets sheets;
  private final HearingTable table;
  private final FindingTable findings;
  private final Deadlines deadlines;
  private final Nudges nudges;
  private final Acts acts;

  Notices(
      VerifiedSheets sheets,
      HearingTable table,
      FindingTable findings,
      Deadlines deadlines,
      Nudges nudges,
      Acts acts) {
    this.sheets = sheets;
    this.table = table;
    this.findings = findings;
    this.deadlines = deadlines;
    this.nudges = nudges;
    this.acts = acts;
  }

  /**
   * Tells every unit of the differences of which it has not been told.
   *
   * @throws Refusal when units are not heard now, or nobody is left to tell
   */
  public void send(Actor actor, Round round) {
    if (!Hearings.tells(round)) {
      throw new Refusal("explain.notYet");
    }
    var rule = table.rule(round);
    var letters = new ArrayList<Nudges.Mailed>();
    int told = 0;
    for (var unit : sheets.all(round)) {
      var due = Hearings.due(unit, rule);
      if (!due.isEmpty()) {
        letters.addAll(tell(actor, round, unit, due));
        told++;
      }
    }
    if (told == 0) {
      throw new Refusal("explain.nobody");
    }
    nudges.post(letters);
  }

  private List<Nudges.Mailed> tell(
      Actor actor, Round round, VerifiedUnit unit, List<Hearings.Due> due) {
    try {
      return acts.perform(
          actor,
          Act.DIFFERENCES_NOTIFIED,
          Subject.round(round.id()).of(unit.unit().unit()),
          event -> {
            event.with("criteria", codes(due));
            findings.lock(round, unit.unit());
            var until = deadlines.fromNow(round);
            for (var one : due) {
              table.ask(
                  actor,
                  round,
                  unit.unit().unit(),
                  one.finding().code(),
                  one.finding().id(),
                  one.turn(),
                  until);
            }
            return nudges.tell(
                actor,
                round,
                unit.unit().unit(),
                Words.VIETNAMESE.say(
                    "explain.notice", round.name(), due.size(), RoundCalendar.until(until)),
                "/rounds/" + round.key() + "/assessments/" + unit.unit().code() + "/findings");
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("explain.toldMeanwhile");
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "explain.notYet");
    }
  }

  private static String codes(List<Hearings.Due> due) {
    return String.join(", ", due.stream().map(one -> one.finding().code()).toList());
  }
}
