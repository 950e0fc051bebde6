package thangdiem.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends e-mail through the configured server (gửi thư). Called after a transaction, never within
 * one: a server that is slow or gone must hold nothing up.
 */
@Component
public class Mail {

  private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

  private final ObjectProvider<JavaMailSender> sender;
  private final String from;

  Mail(
      ObjectProvider<JavaMailSender> sender,
      @Value("${thangdiem.mail-from:thangdiem@localhost}") String from) {
    this.sender = sender;
    this.from = from;
  }

  /** Whether there is a mail server at all. */
  public boolean hasServer() {
    return sender.getIfAvailable() != null;
  }

  /** Sends the letter, or says that it could not be sent. */
  public Posted send(Letter letter) {
    var server = sender.getIfAvailable();
    if (server == null) {
      return Posted.NO_SERVER;
    }
    var message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(letter.to());
    message.setSubject(letter.subject());
    message.setText(letter.text());
    try {
      server.send(message);
      return Posted.SENT;
    } catch (MailException e) {
      LOG.warn("a letter could not be sent: {}", e.getMessage());
      return Posted.FAILED;
    }
  }
}
