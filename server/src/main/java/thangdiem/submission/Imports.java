package thangdiem.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.Sha256;

/** Answers out of a file, those rows that somebody chose (nhập số liệu từ tệp): one act for all. */
@Component
class Imports {

  /** Ends the act: nothing is to be kept of it. */
  private static final class NothingKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingKept() {
      super(null, null, false, false);
    }
  }

  /** A row that somebody chose, with the version of the answer that stood beside it. */
  record Choice(String fact, int version) {

    /** "fact=version", as {@link ImportRow#choice} sends it; absent where it is something else. */
    static Optional<Choice> typed(String typed) {
      int sign = typed.lastIndexOf('=');
      return sign > 0 && typed.substring(sign + 1).matches("\\d{1,9}")
          ? Optional.of(
              new Choice(typed.substring(0, sign), Integer.parseInt(typed.substring(sign + 1))))
          : Optional.empty();
    }
  }

  private final ImportTable table;
  private final SubmissionTable reports;
  private final Acts acts;

  Imports(ImportTable table, SubmissionTable reports, Acts acts) {
    this.table = table;
    this.reports = reports;
    this.acts = acts;
  }

  /**
   * Takes the chosen rows over; what somebody changed since the preview stays as they have it.
   *
   * @return the facts that were taken over
   * @throws thangdiem.words.BadInput when the file is not one that a preview has shown
   */
  Set<String> take(
      Actor actor, Assessment assessment, String file, byte[] bytes, List<Choice> chosen) {
    var content = WorkbookFile.read(assessment, file, bytes);
    var wanted = new LinkedHashMap<String, ImportTable.Wanted>();
    for (var choice : chosen) {
      var offered = Optional.ofNullable(content.facts().get(choice.fact()));
      if (isAsked(assessment, choice.fact())) {
        wanted.put(choice.fact(), new ImportTable.Wanted(offered, choice.version()));
      }
    }
    try {
      return acts.perform(
          actor,
          Act.FACTS_IMPORTED,
          assessment.subject(),
          event -> {
            reports.lock(assessment);
            var taken = table.write(assessment, wanted);
            if (taken.isEmpty()) {
              throw new NothingKept();
            }
            event
                .personally("file", file)
                .with("sha256", Sha256.of(bytes))
                .with("facts", taken.size());
            return taken;
          });
    } catch (NothingKept e) {
      return Set.of();
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e);
    }
  }

  private static boolean isAsked(Assessment assessment, String fact) {
    var definition = assessment.set().facts().get(fact);
    return definition != null && definition.collectedBy() == FactDefinition.Collector.UNIT;
  }
}
