package thangdiem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import thangdiem.Papers;
import thangdiem.Province;
import thangdiem.Province.Somebody;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.audit.Role;
import thangdiem.evidence.Evidence;
import thangdiem.round.GivenRounds;
import thangdiem.round.Round;

/** Pages of documents are seen without being opened: a process of its own draws them. */
@ServerTest
class EvidencePreviewTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @LocalServerPort private int port;
  @Autowired private Province province;
  @Autowired private GivenRounds rounds;
  @Autowired private Evidence evidence;

  private Somebody clerk;
  private Round round;
  private Visitor visitor;

  @BeforeEach
  void aClerkInAnOpenRound() {
    clerk = province.somebody(Role.CLERK);
    round = rounds.open(clerk);
    visitor = new Visitor(port).signedIn(clerk.login());
  }

  private UUID attached(String name, byte[] file) {
    var code =
        visitor
            .get("/rounds/" + round.key())
            .body()
            .replaceAll("(?s).*/assessments/([\\w-]+).*", "$1");
    var answer =
        visitor.upload("/rounds/" + round.key() + "/assessments/" + code + "/evidence", name, file);
    assertThat(answer.statusCode()).isEqualTo(302);
    return evidence.of(round.id(), clerk.unit()).getFirst().id();
  }

  /** The page once somebody has looked into the document. */
  private String seen(UUID id) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    var page = visitor.get("/evidence/" + id).body();
    while (page.contains("Đang vẽ các trang")) {
      assertThat(System.nanoTime()).as("still nobody has looked").isLessThan(until);
      Thread.onSpinWait();
      page = visitor.get("/evidence/" + id).body();
    }
    return page;
  }

  @Test
  void aPageIsShownAsAPictureBesideWhatItProves() throws IOException {
    var id = attached("a.pdf", Papers.ofOnePage("xem truoc " + round.key()));

    assertThat(seen(id))
        .contains("Trang 1 trên 1", "Không có chữ ký số", "/evidence/" + id + "/pages/1");
    var picture = visitor.download("/evidence/" + id + "/pages/1");
    assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(1240);
    assertThat(visitor.get("/evidence/" + id + "/pages/2").statusCode()).isEqualTo(404);
  }

  @Test
  void aDocumentThatOverwhelmsTheInspectorIsOnlyToBeDownloaded() {
    var id = attached("bom.pdf", bomb());

    assertThat(seen(id)).contains("Không vẽ được trang nào");
    assertThat(visitor.get("/evidence/" + id + "/file").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/evidence/" + id + "/pages/1").statusCode()).isEqualTo(404);
  }

  /** A page on which each drawing draws the next one ten times over: 10^9 of the last. */
  private byte[] bomb() {
    var objects = new String[13];
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    objects[1] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    objects[2] =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /XObject << /X 5 0 R >> >> >>";
    objects[3] = stream("", "/X Do");
    for (int i = 4; i < 12; i++) {
      objects[i] =
          stream(
              "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X "
                  + (i + 2)
                  + " 0 R >> >> ",
              "/X Do ".repeat(10));
    }
    objects[12] =
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] ",
            "0 0 595 842 re f % " + round.key());
    return Papers.pdf("1.4", objects);
  }

  private static String stream(String dictionary, String content) {
    return "<< "
        + dictionary
        + "/Length "
        + content.length()
        + " >>\nstream\n"
        + content
        + "\nendstream";
  }
}
