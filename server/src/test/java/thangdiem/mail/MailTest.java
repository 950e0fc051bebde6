package thangdiem.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thangdiem.Mailbox;

class MailTest {

  private static final String FROM = "thangdiem@haugiang.example";

  private final Mail mail = new Mail(Mailbox.url(), FROM);

  private static String somebodysAddress() {
    return UUID.randomUUID() + "@haugiang.example";
  }

  @Test
  void bringsALetterInVietnameseAsItWasWritten() {
    var address = somebodysAddress();

    assertThat(mail.send(new Letter(address, "Nhắc gửi báo cáo", "Kính gửi Sở Y tế,\nhạn gửi…")))
        .isEqualTo(Posted.SENT);
    assertThat(Mailbox.of(address))
        .containsExactly(new Mailbox.Arrived("Nhắc gửi báo cáo", "Kính gửi Sở Y tế,\nhạn gửi…"));
  }

  @Test
  void saysOfEachLetterWhetherItWasTakenOver() {
    var good = somebodysAddress();

    assertThat(
            mail.send(
                List.of(new Letter("không phải địa chỉ", "A", "a"), new Letter(good, "B", "b"))))
        .containsExactly(Posted.FAILED, Posted.SENT);
    assertThat(Mailbox.of(good)).hasSize(1);
  }

  @Test
  void saysThatEveryLetterFailedWhereNoServerAnswers() throws IOException {
    int nobodyListens;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodyListens = taken.getLocalPort();
    }
    var gone = new Mail("smtp://127.0.0.1:" + nobodyListens, FROM);

    assertThat(
            gone.send(
                List.of(
                    new Letter(somebodysAddress(), "A", "a"),
                    new Letter(somebodysAddress(), "B", "b"))))
        .containsExactly(Posted.FAILED, Posted.FAILED);
  }

  @Test
  void hasNoServerWithoutAnAddressAndSaysSo() {
    var none = new Mail("", FROM);

    assertThat(none.hasServer()).isFalse();
    assertThat(none.send(new Letter(somebodysAddress(), "A", "a"))).isEqualTo(Posted.NO_SERVER);
  }

  @Test
  void letsNoSubjectBeginAnotherHeader() {
    var address = somebodysAddress();

    mail.send(new Letter(address, "Dot 2017\r\nBcc: ai-do@haugiang.example", "a"));

    assertThat(Mailbox.of(address))
        .extracting(Mailbox.Arrived::subject)
        .containsExactly("Dot 2017 Bcc: ai-do@haugiang.example");
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example, smtp, 25, false",
    "smtp://phieu:m%40t+khau@mail.example, smtp, 587, true",
    "smtps://phieu:mat@mail.example, smtps, 465, false",
    "smtp://phieu:mat@127.0.0.1:2525, smtp, 2525, false"
  })
  void neverSendsAPasswordUnencryptedToAnotherMachine(
      String url, String protocol, int port, boolean startTls) {
    var server = SmtpServer.of(url);

    assertThat(server.protocol()).isEqualTo(protocol);
    assertThat(server.port()).isEqualTo(port);
    if (protocol.equals("smtp")) {
      assertThat(server.properties())
          .containsEntry("mail.smtp.starttls.required", String.valueOf(startTls));
    }
  }

  @Test
  void readsAPasswordWithCharactersThatAddressesEscape() {
    assertThat(SmtpServer.of("smtp://phieu:m%40t+khau@mail.example").credential())
        .hasValue(new SmtpServer.Credential("phieu", "m@t+khau"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example",
        "http://phieu:bi-mat@mail.example",
        "smtp://phieu:bi-mat@",
        "smtp://bi-mat@mail.example",
        "smtp:// bi-mat"
      })
  void refusesWhatIsNoAddressOfAMailServerWithoutRepeatingItsPassword(String url) {
    assertThatThrownBy(() -> new Mail(url, FROM))
        .isInstanceOf(WrongMailSetting.class)
        .hasMessageNotContaining("bi-mat");
  }
}
