package thangdiem.submission;

import java.io.ByteArrayOutputStream;
import java.util.List;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.Sha256;
import thangdiem.scoring.Answers;
import thangdiem.scoring.UnitAnswers;

/**
 * What a unit's report states, as bytes (bản chụp số liệu): the answers file of formats.md with
 * this unit alone, so that anybody who holds it can score it again.
 */
record Snapshot(byte[] bytes, String sha256) {

  static Snapshot of(Sheet sheet) {
    var stated = sheet.answers();
    var answers =
        new Answers(
            sheet.set().id(),
            sheet.set().year(),
            "",
            List.of(),
            List.of(
                new UnitAnswers(
                    stated.unit(),
                    stated.name(),
                    stated.group(),
                    stated.facts(),
                    stated.previous(),
                    stated.notApplicable().stream().sorted().toList(),
                    List.of(),
                    stated.submittedAt(),
                    true)));
    var out = new ByteArrayOutputStream();
    AnswersJson.write(out, answers);
    return new Snapshot(out.toByteArray(), Sha256.of(out.toByteArray()));
  }
}
