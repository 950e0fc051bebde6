package thangdiem.round;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.words.Words;

/**
 * Nudges units that have not sent their report (nhắc việc): in the application always, by e-mail
 * where there is an address and a mail server. What a nudge says is kept with it.
 */
@Component
class Nudges {

  private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);

  /** A nudge on its way to somebody's mailbox. */
  private record Letter(UUID nudge, String address, String subject, String text) {}

  private final RoundTable table;
  private final Board board;
  private final Acts acts;
  private final ObjectProvider<JavaMailSender> mail;
  private final String from;
  private final String baseUrl;

  Nudges(
      RoundTable table,
      Board board,
      Acts acts,
      ObjectProvider<JavaMailSender> mail,
      @Value("${thangdiem.mail-from:thangdiem@localhost}") String from,
      @Value("${thangdiem.base-url}") String baseUrl) {
    this.table = table;
    this.board = board;
    this.acts = acts;
    this.mail = mail;
    this.from = from;
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
    var letters = new ArrayList<Letter>();
    for (var row : rows) {
      letters.addAll(nudge(actor, page, row));
    }
    letters.forEach(this::post);
  }

  private List<Letter> nudge(Actor actor, BoardPage page, BoardPage.Row row) {
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
          var letters = new ArrayList<Letter>();
          for (var person : row.people()) {
            var id = table.nudge(page.round().id(), person, actor.account(), text, page.now());
            person
                .email()
                .ifPresent(address -> letters.add(new Letter(id, address, subject, text)));
          }
          return letters;
        });
  }

  /** After the transaction: a mail server that is slow or gone holds nothing up. */
  private void post(Letter letter) {
    mail.ifAvailable(sender -> {
      boolean sent = true;
      try {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(letter.address());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        sender.send(message);
      } catch (MailException e) {
        sent = false;
        LOG.warn("a nudge could not be mailed: {}", e.getMessage());
      }
      table.nudgeMailed(letter.nudge(), sent);
    });
  }
}
