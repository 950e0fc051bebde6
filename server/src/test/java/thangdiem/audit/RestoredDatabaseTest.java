package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import thangdiem.Installation;
import thangdiem.Province;
import thangdiem.Visitor;
import thangdiem.proof.SignedNote;

/** A database put back to an older state is noticed, and nothing more is signed over it. */
class RestoredDatabaseTest {

  @Test
  void isNoticedAndNothingMoreIsSigned() throws IOException {
    var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "restored");
    var old = home.resolveSibling(home.getFileName() + "-old");
    String auditor;
    try (var installation = Installation.at(home)) {
      auditor = installation.bean(Province.class).somebody(Role.AUDITOR).login();
      assertThat(installation.bean(Checkpoints.class).make("test")).isPresent();
    }
    copy(home.resolve("data"), old);
    String last;
    try (var installation = Installation.at(home)) {
      installation.bean(Acts.class).bySystem(Act.INSTALLED, event -> event.with("later", "x"));
      last = installation.bean(Checkpoints.class).make("test").orElseThrow();
    }
    Files.move(home.resolve("data"), home.resolve("data-of-yesterday"));
    copy(old, home.resolve("data"));

    try (var installation = Installation.at(home)) {
      var checkpoints = installation.bean(Checkpoints.class);
      assertThat(checkpoints.alarm()).isPresent();
      installation.bean(Acts.class).bySystem(Act.INSTALLED, event -> event.with("more", "y"));
      assertThat(checkpoints.make("test")).isEmpty();
      assertThat(checkpoints.lastNote()).hasValue(last);

      var page = new Visitor(installation.port()).signedIn(auditor).get("/ledger").body();
      assertThat(page).contains("role=\"alert\"").contains("thay bằng bản cũ");
      assertThat(installation.bean(LedgerVerification.class).verify().differences())
          .anyMatch(difference ->
              difference.key().equals("ledger.shorter") || difference.key().equals("ledger.root"));
    }

    // Whoever takes the old state up again, removes the file, and everybody can see that they did.
    Files.delete(home.resolve("ledger.checkpoint"));
    try (var installation = Installation.at(home)) {
      var checkpoints = installation.bean(Checkpoints.class);
      assertThat(checkpoints.alarm()).isEmpty();
      var note = SignedNote.of(checkpoints.make("test").orElseThrow()).orElseThrow();
      assertThat(note.isSignedBy(installation.bean(LedgerSeal.class).signer().key())).isTrue();
      assertThat(
              installation
                  .superuser()
                  .queryForList("select kind from ledger_event where kind = 'CHECKPOINTS_RESUMED'"))
          .hasSize(1);
      assertThat(installation.bean(LedgerVerification.class).verify().differences()).isEmpty();
    }
  }

  private static void copy(Path from, Path to) {
    try (var paths = Files.walk(from)) {
      paths.forEach(path -> {
        try {
          Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
