package thangdiem.round;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.mail.Letter;
import thangdiem.mail.Mail;
import thangdiem.mail.Posted;
import thangdiem.words.Words;

/**
 * Nudges units that have not sent their report (nhắc việc): in the application always, by e-mail
 * where there is an address and a mail server. What a nudge says is kept with it.
 */
@Component
class Nudges {

  /** A nudge on its way to somebody's mailbox. */
  private record Mailed(UUID nudge, Letter letter) {}

  private final RoundTable table;
  private final Board board;
  private final Acts acts;
  private final Mail mail;
  private final String baseUrl;

  Nudges(
      RoundTable table,
      Board board,
      Acts acts,
      Mail mail,
      @Value("${thangdiem.base-url}") String baseUrl) {
    this.table = table;
    this.board = board;
    this.acts = acts;
    this.mail = mail;
    this.baseUrl = baseUrl;
  }

  /**
   * Nudges the people of those units; of all that were not nudged today where none is named.
   *
   * @throws Refusal when the round does not take answers, or nobody is left to nudge
   */
  void send(Actor actor, Round round, List<String> codes) {
    if (!round.phase().takesAnswers()) {
      throw new Refusal("nudge.notOpen");
    }
    var page = board.of(round);
    var rows =
        page.open().stream()
            .filter(row -> codes.isEmpty() ? !row.nudgedToday() : codes.contains(row.unit().code()))
            .filter(row -> !row.people().isEmpty())
            .toList();
    if (rows.isEmpty()) {
      throw codes.isEmpty() ? new Refusal("nudge.nobody") : new NotFound("units to nudge");
    }
    var letters = new ArrayList<Mailed>();
    for (var row : rows) {
      letters.addAll(nudge(actor, page, row));
    }
    letters.forEach(this::post);
  }

  private List<Mailed> nudge(Actor actor, BoardPage page, BoardPage.Row row) {
    var words = Words.VIETNAMESE;
    var subject = words.say("nudge.subject", page.round().name());
    var text =
        words.say(
            "nudge.text",
            page.round().name(),
            RoundCalendar.lastDay(row.deadline()),
            RoundCalendar.daysLeft(page.now(), row.deadline()),
            row.left(),
            baseUrl + "/rounds/" + page.round().key());
    return acts.perform(
        actor,
        Act.NUDGED,
        Subject.round(page.round().id()).of(row.unit().unit()),
        event -> {
          event.with("people", row.people().size());
          var letters = new ArrayList<Mailed>();
          for (var person : row.people()) {
            var id = table.nudge(page.round().id(), person, actor.account(), text, page.now());
            person
                .email()
                .ifPresent(
                    address -> letters.add(new Mailed(id, new Letter(address, subject, text))));
          }
          return letters;
        });
  }

  private void post(Mailed mailed) {
    var posted = mail.send(mailed.letter());
    if (posted != Posted.NO_SERVER) {
      table.nudgeMailed(mailed.nudge(), posted == Posted.SENT);
    }
  }
}
