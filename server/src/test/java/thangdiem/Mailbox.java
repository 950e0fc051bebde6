package thangdiem;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mail server of the tests, a real one on loopback, and what it has taken over. Addresses are
 * new in each test, so tests do not meet.
 */
public final class Mailbox {

  /** A letter as it arrived. */
  public record Arrived(String subject, String text) {}

  private static final int PORT = free();
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  static {
    SERVER.start();
  }

  private Mailbox() {}

  private static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** While this runs nobody answers at the server's address; then it is there again. */
  public static void whileGone(Runnable what) {
    SERVER.stop();
    try {
      what.run();
    } finally {
      SERVER.start();
    }
  }

  /** For {@code THANGDIEM_SMTP_URL}. */
  public static String url() {
    return "smtp://127.0.0.1:" + PORT;
  }

  /** The letters to an address, in the order of their arrival. */
  public static List<Arrived> of(String address) {
    return Stream.of(SERVER.getReceivedMessagesForDomain(address)).map(Mailbox::read).toList();
  }

  private static Arrived read(MimeMessage message) {
    try {
      return new Arrived(
          message.getSubject(), message.getContent().toString().replace("\r\n", "\n").strip());
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
