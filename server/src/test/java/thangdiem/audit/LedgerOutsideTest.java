package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import thangdiem.Province;
import thangdiem.ServerTest;
import thangdiem.Visitor;
import thangdiem.cli.Typed;

/** The ledger of a running server, checked by somebody who has only the file and a checkpoint. */
@ServerTest
class LedgerOutsideTest {

  @LocalServerPort private int port;
  @Autowired private Acts acts;
  @Autowired private Province province;
  @Autowired private LedgerSeal seal;
  @Autowired private JdbcClient sql;
  @TempDir private Path folder;

  private String answer = "";

  @Test
  void anHonestExportHoldsAgainstACheckpointKeptFromEarlier() throws IOException {
    var auditor = auditor();
    var checkpoint = file("kept.txt", auditor.get("/ledger/checkpoint").body());
    acts.bySystem(Act.INSTALLED, event -> event.with("later", "x").personally("name", "Ai đó"));

    for (var address : new String[] {"/ledger/export", "/ledger/export?personal=true"}) {
      var export = file("ledger.jsonl", auditor.get(address).body());
      assertThat(verifyLedger(export, checkpoint)).as(answer).isZero();
      assertThat(answer).startsWith("ĐÚNG");
    }
  }

  @Test
  void keepsPersonalThingsOutUnlessAskedFor() {
    acts.bySystem(Act.INSTALLED, event -> event.personally("name", "Người không ai biết"));
    var auditor = auditor();

    assertThat(auditor.get("/ledger/export").body()).doesNotContain("Người không ai biết");
    assertThat(auditor.get("/ledger/export?personal=true").body()).contains("Người không ai biết");
  }

  @Test
  void aForgedExportDoesNotHold() throws IOException {
    acts.bySystem(Act.INSTALLED, event -> event.with("vote", "khong"));
    var auditor = auditor();
    var checkpoint = file("kept.txt", auditor.get("/ledger/checkpoint").body());
    acts.bySystem(Act.INSTALLED, event -> event.with("later", "x"));
    var honest = auditor.get("/ledger/export").body();

    assertThat(verifyLedger(file("changed", honest.replace("khong", "dong-y")), checkpoint))
        .isEqualTo(1);
    assertThat(verifyLedger(file("cut", withoutAnEvent(honest)), checkpoint)).isEqualTo(1);
    assertThat(answer).startsWith("SAI");
    var other = thangdiem.proof.NoteSigner.make("thangdiem/other").key().written();
    assertThat(
            verifyLedger(
                file("other", honest.replace(seal.signer().key().written(), other)), checkpoint))
        .isEqualTo(1);
  }

  private static String withoutAnEvent(String export) {
    return export
        .lines()
        .filter(line -> !line.startsWith("{\"position\":3,"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void holdsAfterAValueWasErased() throws IOException {
    acts.bySystem(Act.INSTALLED, event -> event.personally("name", "Người đã xin xoá"));
    var auditor = auditor();
    var checkpoint = file("kept.txt", auditor.get("/ledger/checkpoint").body());

    sql.sql("delete from ledger_commitment where value = 'Người đã xin xoá'").update();

    var export = file("ledger.jsonl", auditor.get("/ledger/export?personal=true").body());
    assertThat(export).content().doesNotContain("Người đã xin xoá");
    assertThat(verifyLedger(export, checkpoint)).as(answer).isZero();
  }

  private Visitor auditor() {
    return new Visitor(port).signedIn(province.somebody(Role.AUDITOR).login());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  /** As {@code ./thangdiem verify-ledger} does it; returns the exit code. */
  private int verifyLedger(Path export, Path checkpoint) {
    var typed =
        Typed.line(
            "verify-ledger",
            export.toString(),
            "--checkpoint",
            checkpoint.toString(),
            "--key",
            seal.signer().key().written());
    answer = typed.said();
    return typed.code();
  }
}
