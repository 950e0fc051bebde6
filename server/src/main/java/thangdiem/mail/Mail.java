package thangdiem.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The way out for letters (gửi thư). It is slow and may fail, so it belongs after the transaction
 * of what it tells, and what it answers belongs on a page.
 */
@Component
public class Mail {

  private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

  private final Optional<JavaMailSenderImpl> sender;
  private final String from;

  @Autowired
  Mail(
      @Value("${thangdiem.smtp-url:}") String url,
      @Value("${thangdiem.mail-from:thangdiem@localhost}") String from) {
    this.sender =
        url.isBlank() ? Optional.empty() : Optional.of(sender(SmtpServer.of(url.strip())));
    this.from = from;
  }

  private static JavaMailSenderImpl sender(SmtpServer server) {
    var sender = new JavaMailSenderImpl();
    sender.setProtocol(server.protocol());
    sender.setHost(server.host());
    sender.setPort(server.port());
    server
        .credential()
        .ifPresent(credential -> {
          sender.setUsername(credential.user());
          sender.setPassword(credential.password());
        });
    sender.setJavaMailProperties(server.properties());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    return sender;
  }

  /** Whether there is a mail server at all. */
  public boolean hasServer() {
    return sender.isPresent();
  }

  /** Sends one letter. */
  public Posted send(Letter letter) {
    return send(List.of(letter)).getFirst();
  }

  /**
   * Sends letters over one connection.
   *
   * @return what became of each, in their order
   */
  public List<Posted> send(List<Letter> letters) {
    if (sender.isEmpty()) {
      return letters.stream().map(_ -> Posted.NO_SERVER).toList();
    }
    var messages = letters.stream().map(this::message).toList();
    var sendable = messages.stream().filter(Mail::hasAnAddress).toList();
    var failed = failures(sender.get(), sendable);
    return messages.stream()
        .map(message ->
            sendable.contains(message) && !failed.contains(message) ? Posted.SENT : Posted.FAILED)
        .toList();
  }

  /** One that is none would keep the others from being sent. */
  private static boolean hasAnAddress(SimpleMailMessage message) {
    try {
      for (var to : Optional.ofNullable(message.getTo()).orElseThrow()) {
        new InternetAddress(to, true);
      }
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  private static Set<Object> failures(JavaMailSenderImpl sender, List<SimpleMailMessage> messages) {
    if (messages.isEmpty()) {
      return Set.of();
    }
    try {
      sender.send(messages.toArray(SimpleMailMessage[]::new));
      return Set.of();
    } catch (MailSendException e) {
      LOG.warn("letters could not be mailed: {}", e.getMessage());
      return e.getFailedMessages().isEmpty()
          ? new HashSet<>(messages)
          : new HashSet<>(e.getFailedMessages().keySet());
    } catch (MailException e) {
      LOG.warn("letters could not be mailed: {}", e.getMessage());
      return new HashSet<>(messages);
    }
  }

  private SimpleMailMessage message(Letter letter) {
    var message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(letter.to());
    message.setSubject(letter.subject());
    message.setText(letter.text());
    return message;
  }
}
