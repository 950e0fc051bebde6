package thangdiem.inspection;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.submission.Frozen;

/**
 * Whom to inspect (chọn đơn vị kiểm tra): a draw proposes, people decide and say why. Both stay, as
 * they were.
 */
@Component
public class Proposals {

  /** The most that a draw proposes. */
  static final int LARGEST = 100;

  static final int LONGEST_SEED = 100;
  static final int LONGEST_WORDS = 2000;
  private static final int SEED_BYTES = 16;

  private final DrawTable table;
  private final Reports reports;
  private final Acts acts;
  private final SecureRandom random = new SecureRandom();

  Proposals(DrawTable table, Reports reports, Acts acts) {
    this.table = table;
    this.reports = reports;
    this.acts = acts;
  }

  static void requireTime(Round round) {
    if (round.phase() != Phase.VERIFYING && round.phase() != Phase.EXPLAINING) {
      throw new Refusal("inspection.notNow");
    }
  }

  /**
   * Draws, over every unit of the round.
   *
   * @param seed as it was given, such as one drawn in public; empty: one of ours
   */
  public void draw(Actor actor, Round round, String seed, int size) {
    requireTime(round);
    var used = seed.isEmpty() ? fresh() : seed;
    var read = reports.of(round);
    var weights = new LinkedHashMap<String, Integer>();
    read.forEach((code, report) -> weights.put(code, report.doubts().risk().weight()));
    var drawn = Lottery.draw(used, weights, size);
    guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_DRAWN,
            Subject.round(round.id()),
            event -> {
              event.with("seed", used).with("drawn", String.join(", ", drawn));
              var id = UUID.randomUUID();
              table.add(id, round.id(), used, size, actor.account());
              read.forEach((code, report) -> {
                int place = drawn.indexOf(code);
                table.candidate(
                    id,
                    round.id(),
                    report.unit().unit(),
                    report.doubts().risk(),
                    place < 0 ? null : place + 1);
              });
            }));
  }

  private String fresh() {
    var bytes = new byte[SEED_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Decides that a unit is inspected, or that it is not. */
  public void choose(
      Actor actor, Round round, RoundUnit unit, boolean chosen, Reason reason, String words) {
    requireTime(round);
    guarded(() ->
        acts.run(
            actor,
            Act.INSPECTION_CHOSEN,
            Subject.round(round.id()).of(unit.unit()),
            event -> {
              event.with("chosen", chosen).with("reason", reason);
              table.choose(round.id(), unit.unit(), chosen, reason, words, actor.account());
            }));
  }

  public List<Draw> draws(Round round) {
    return table.of(round.id());
  }

  Map<UUID, List<Choice>> choices(Round round) {
    return table.choices(round.id());
  }

  static void guarded(Runnable act) {
    try {
      act.run();
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "inspection.notNow");
    }
  }
}
