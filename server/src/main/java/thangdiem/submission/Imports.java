package thangdiem.submission;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.Sha256;

/**
 * Answers and claims out of a file, those rows that somebody chose (nhập số liệu từ tệp): one act
 * for all.
 */
@Component
class Imports {

  /** Ends the act: nothing is to be kept of it. */
  private static final class NothingKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingKept() {
      super(null, null, false, false);
    }
  }

  private final ImportTable table;
  private final ClaimTable claimed;
  private final SubmissionTable reports;
  private final Acts acts;

  Imports(ImportTable table, ClaimTable claimed, SubmissionTable reports, Acts acts) {
    this.table = table;
    this.claimed = claimed;
    this.reports = reports;
    this.acts = acts;
  }

  /**
   * Takes the chosen rows over; what somebody changed since the preview stays as they have it.
   *
   * @return how many rows were taken over
   * @throws thangdiem.words.BadInput when the file is not one that a preview has shown
   */
  int take(Actor actor, Assessment assessment, String file, byte[] bytes, ImportChoices chosen) {
    var content = WorkbookFile.read(assessment, file, bytes);
    var wanted = new LinkedHashMap<String, ImportTable.Wanted>();
    for (var choice : chosen.facts()) {
      var offered = Optional.ofNullable(content.facts().get(choice.fact()));
      if (isAsked(assessment, choice.fact())) {
        wanted.put(choice.fact(), new ImportTable.Wanted(offered, choice.version()));
      }
    }
    var claims = new LinkedHashSet<>(chosen.claims());
    claims.retainAll(content.claims().keySet());
    claims.removeAll(chosen.unreasoned());
    var unclaims = new LinkedHashSet<>(chosen.unclaims());
    unclaims.removeAll(content.claims().keySet());
    try {
      return acts.perform(
          actor,
          Act.FACTS_IMPORTED,
          assessment.subject(),
          event -> {
            reports.lock(assessment);
            var facts = wanted.isEmpty() ? Set.<String>of() : table.write(assessment, wanted);
            claims.removeIf(code -> !claimed.state(assessment, code, chosen.reason(code)));
            unclaims.removeIf(code -> !claimed.withdraw(assessment, code));
            int taken = facts.size() + claims.size() + unclaims.size();
            if (taken == 0) {
              throw new NothingKept();
            }
            event
                .personally("file", file)
                .with("sha256", Sha256.of(bytes))
                .with("facts", facts.size());
            if (!claims.isEmpty()) {
              event.with("claimed", String.join(", ", claims));
            }
            if (!unclaims.isEmpty()) {
              event.with("unclaimed", String.join(", ", unclaims));
            }
            return taken;
          });
    } catch (NothingKept e) {
      return 0;
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e);
    }
  }

  private static boolean isAsked(Assessment assessment, String fact) {
    var definition = assessment.set().facts().get(fact);
    return definition != null && definition.collectedBy() == FactDefinition.Collector.UNIT;
  }
}
