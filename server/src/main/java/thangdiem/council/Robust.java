package thangdiem.council;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Subject;
import thangdiem.exchange.RobustnessJson;
import thangdiem.exchange.Sha256;
import thangdiem.ranking.Robustness;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.scoring.Answers;
import thangdiem.scoring.UnitAnswers;
import thangdiem.submission.Frozen;

/**
 * Measures how firm the ranking is (đo độ vững), with draws and a seed that are recorded: whoever
 * repeats it finds the same.
 */
@Component
class Robust {

  static final int FEWEST_DRAWS = 100;
  static final int MOST_DRAWS = 20_000;
  private static final long SEEDS = 1_000_000_000L;

  private record Measured(List<UnitAnswers> answers, int draws, long seed, Robustness robustness) {}

  private final Rounds rounds;
  private final CouncilSheets sheets;
  private final RobustnessTable table;
  private final Acts acts;
  private final Map<UUID, Measured> latest = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  Robust(Rounds rounds, CouncilSheets sheets, RobustnessTable table, Acts acts) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.table = table;
    this.acts = acts;
  }

  /** The ranking of those units under that many draws; what was measured last is kept. */
  Robustness of(Round round, List<CouncilUnit> units, int draws, long seed) {
    var answers = units.stream().map(CouncilUnit::decided).toList();
    var known = latest.get(round.id());
    if (known != null
        && known.draws() == draws
        && known.seed() == seed
        && known.answers().equals(answers)) {
      return known.robustness();
    }
    var set = rounds.criteria(round);
    var robustness =
        Robustness.of(
            set,
            new Answers(set.id(), set.year(), "", List.of(), answers),
            round.policy(),
            draws,
            seed);
    latest.put(round.id(), new Measured(answers, draws, seed, robustness));
    return robustness;
  }

  static String sha256(Robustness robustness) {
    var bytes = new ByteArrayOutputStream();
    RobustnessJson.write(bytes, robustness);
    return Sha256.of(bytes.toByteArray());
  }

  /** Measures, and records with what. */
  void measure(Actor actor, Round round, int draws, Optional<Long> wanted) {
    long seed = wanted.orElseGet(() -> random.nextLong(SEEDS));
    var sha256 = sha256(of(round, sheets.all(round), draws, seed));
    try {
      acts.run(
          actor,
          Act.ROBUSTNESS_MEASURED,
          Subject.round(round.id()),
          event -> {
            event.with("draws", draws).with("seed", seed).with("sha256", sha256);
            table.add(actor, round, draws, seed, sha256);
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "council.notReported");
    }
  }
}
