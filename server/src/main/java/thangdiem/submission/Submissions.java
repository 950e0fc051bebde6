package thangdiem.submission;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.exchange.Sha256;

/**
 * Reports on their way out of the unit (gửi báo cáo, Đ10). The deadline is judged by the database's
 * clock inside the transaction that sends; a late report is taken and marked (Đ6.4c).
 */
@Component
public class Submissions {

  /** Ends the act: the report of this request, or of somebody quicker, stands already. */
  private static final class Standing extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int version;

    Standing(int version) {
      super(null, null, false, false);
      this.version = version;
    }
  }

  private final SubmissionTable table;
  private final Sheets sheets;
  private final Evidence evidence;
  private final Acts acts;

  Submissions(SubmissionTable table, Sheets sheets, Evidence evidence, Acts acts) {
    this.table = table;
    this.sheets = sheets;
    this.evidence = evidence;
    this.acts = acts;
  }

  /**
   * Sends the report; however often the same form arrives, and from however many windows, it is one
   * report.
   *
   * @param request of the form
   * @param seen the hash of the answers that the signer had before their eyes
   * @return the version of the report that stands
   * @throws Refusal when an answer is missing or has changed since it was looked at
   */
  int submit(Actor actor, Assessment assessment, UUID request, String seen) {
    try {
      return acts.perform(
          actor,
          Act.REPORT_SUBMITTED,
          assessment.subject(),
          event -> {
            table.lock(assessment);
            standing(assessment, request)
                .ifPresent(version -> {
                  throw new Standing(version);
                });
            var sheet = sheets.of(assessment);
            var missing = sheet.missing();
            if (!missing.isEmpty()) {
              throw new Refusal("submit.missing", missing.size(), missing.getFirst().label());
            }
            var snapshot = Snapshot.of(sheet);
            if (!snapshot.sha256().equals(seen)) {
              throw new Refusal("submit.changed");
            }
            var total = sheet.score().total().decimal().toPlainString();
            var grade = sheet.score().grade().name();
            var sent = table.send(assessment, request, snapshot, total, grade, event.id());
            event
                .with("unit", assessment.unit().code())
                .with("unitName", assessment.unit().name())
                .with("round", assessment.round().key())
                .with("roundName", assessment.round().name())
                .with("version", sent.version())
                .with("sha256", snapshot.sha256())
                .with("total", total)
                .with("grade", grade)
                .with("late", sent.late())
                .with("evidenceSha256", evidenceOf(assessment));
            return sent.version();
          });
    } catch (Standing e) {
      return e.version;
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e);
    }
  }

  /** Sends the report as it stands at this moment, for whoever has no form before their eyes. */
  public int submit(Actor actor, Assessment assessment) {
    var seen = Snapshot.of(sheets.of(assessment)).sha256();
    return submit(actor, assessment, UUID.randomUUID(), seen);
  }

  /**
   * One hash over the hashes of all documents that stand, in their order: frozen with the report.
   */
  private String evidenceOf(Assessment assessment) {
    var hashes =
        evidence.of(assessment.round().id(), assessment.unit().unit()).stream()
            .filter(EvidenceItem::current)
            .map(EvidenceItem::sha256)
            .sorted()
            .collect(Collectors.joining("\n"));
    return Sha256.of(hashes.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Integer> standing(Assessment assessment, UUID request) {
    return table
        .madeBy(assessment, request)
        .or(() -> standing(assessment).map(Submission::version));
  }

  /** The report that stands; absent where none was sent, or it was taken back. */
  Optional<Submission> standing(Assessment assessment) {
    return table.of(assessment).stream().filter(Submission::stands).findFirst();
  }

  /**
   * The report of that version.
   *
   * @throws NotFound when there is none
   */
  Submission of(Assessment assessment, int version) {
    return table.of(assessment).stream()
        .filter(sent -> sent.version() == version)
        .findFirst()
        .orElseThrow(() -> new NotFound("report " + version));
  }

  /** The answers of a report, as they were frozen. */
  byte[] answers(Submission submission) {
    return table.answers(submission.id());
  }

  /** Takes the report back, while its deadline has not passed (rút báo cáo). */
  void takeBack(Actor actor, Assessment assessment, int version) {
    try {
      acts.run(
          actor,
          Act.REPORT_TAKEN_BACK,
          assessment.subject(),
          event -> {
            event.with("version", version);
            table.lock(assessment);
            if (!table.takeBack(assessment, version)) {
              throw new Refusal("submit.notStanding");
            }
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e) instanceof Refusal ? new Refusal("submit.tooLateToTakeBack") : e;
    }
  }
}
