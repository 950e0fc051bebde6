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
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * Nudges units that have not sent their report (nhắc việc): in the application always, by e-mail
 * where there is an address and a mail server. What a nudge says is kept with it; a letter that did
 * not leave is shown and sent again by hand.
 */
@Component
public class Nudges {

  /** A nudge on its way to somebody's mailbox. */
  public record Mailed(UUID nudge, Letter letter) {}

  private final NudgeTable table;
  private final Board board;
  private final Acts acts;
  private final Mail mail;
  private final String baseUrl;

  Nudges(
      NudgeTable table,
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
  public void send(Actor actor, Round round, List<String> codes) {
    if (!round.phase().takesAnswers()) {
      throw new Refusal("nudge.notOpen");
    }
    var page = board.of(round);
    var rows =
        page.open().stream()
            .filter(row -> codes.isEmpty() ? !row.nudgedToday() : codes.contains(row.unit().code()))
            .filter(row -> !row.toNudge().isEmpty())
            .toList();
    if (rows.isEmpty()) {
      throw codes.isEmpty() ? new Refusal("nudge.nobody") : new NotFound("units to nudge");
    }
    var letters = new ArrayList<Mailed>();
    for (var row : rows) {
      letters.addAll(nudge(actor, page, row));
    }
    post(letters);
  }

  private List<Mailed> nudge(Actor actor, BoardPage page, BoardPage.Row row) {
    var text = text(page, row);
    return acts.perform(
        actor,
        Act.NUDGED,
        Subject.round(page.round().id()).of(row.unit().unit()),
        event -> {
          event.with("people", row.toNudge().size());
          var letters = new ArrayList<Mailed>();
          for (var person : row.toNudge()) {
            boolean mailed = mail.hasServer() && person.email().isPresent();
            var id = table.add(page.round().id(), person, actor.account(), text, mailed);
            if (mailed) {
              letters.add(new Mailed(id, letter(page.round(), person.email().get(), text)));
            }
          }
          return letters;
        });
  }

  /**
   * Tells the people of a unit something, within an act of the caller's; {@link #post} lets the
   * letters leave once it is done.
   *
   * @param text without the way there, which is added
   * @param path where more is found
   */
  public List<Mailed> tell(Actor actor, Round round, UUID unit, String text, String path) {
    var letters = new ArrayList<Mailed>();
    for (var person : table.people(round.id())) {
      if (person.unit().equals(unit)) {
        boolean mailed = mail.hasServer() && person.email().isPresent();
        var whole = text + " " + baseUrl + path;
        var id = table.add(round.id(), person, actor.account(), whole, mailed);
        if (mailed) {
          letters.add(new Mailed(id, letter(round, person.email().get(), whole)));
        }
      }
    }
    return letters;
  }

  /** What a nudge to that unit says, as it would be sent now. */
  String text(BoardPage page, BoardPage.Row row) {
    var from = row.window().lateFrom();
    var when =
        page.now().isBefore(from)
            ? Sentence.of(
                "nudge.before", RoundCalendar.until(from), RoundCalendar.daysLeft(page.now(), from))
            : Sentence.of("nudge.after", RoundCalendar.until(from));
    var what =
        row.left() == 0 ? Sentence.of("nudge.complete") : Sentence.of("nudge.left", row.left());
    return Words.VIETNAMESE.say(
        "nudge.text", page.round().name(), when, what, baseUrl + "/rounds/" + page.round().key());
  }

  private static Letter letter(Round round, String address, String text) {
    return new Letter(address, Words.VIETNAMESE.say("nudge.subject", round.name()), text);
  }

  /**
   * Sends again by e-mail what did not leave.
   *
   * @throws Refusal when there is nothing of the kind
   */
  void mailAgain(Actor actor, Round round) {
    var letters =
        acts.perform(
            actor,
            Act.NUDGES_MAILED_AGAIN,
            Subject.round(round.id()),
            event -> {
              var unsent = table.unsent(round.id());
              if (unsent.isEmpty()) {
                throw new Refusal("nudge.allSent");
              }
              event.with("letters", unsent.size());
              return unsent.stream()
                  .map(nudge ->
                      new Mailed(nudge.nudge(), letter(round, nudge.address(), nudge.text())))
                  .toList();
            });
    post(letters);
  }

  /** After the transaction: a mail server that is slow or gone holds nothing up. */
  public void post(List<Mailed> letters) {
    if (letters.isEmpty()) {
      return;
    }
    var posted = mail.send(letters.stream().map(Mailed::letter).toList());
    acts.bySystem(
        Act.NUDGES_MAILED,
        event -> {
          for (int i = 0; i < letters.size(); i++) {
            table.mailed(letters.get(i).nudge(), posted.get(i) == Posted.SENT);
          }
          var sent = posted.stream().filter(one -> one == Posted.SENT).count();
          return event.with("sent", sent).with("failed", posted.size() - sent);
        });
  }
}
