package thangdiem.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Subject;
import thangdiem.criteria.Section;
import thangdiem.round.Round;
import thangdiem.round.Rounds;

/**
 * Divides the work among the verifiers (phân công thẩm định), by section or by unit. Nobody is
 * given a unit to which they belong; the database would refuse it.
 */
@Component
public class Divisions {

  /** By what the work is shared out. */
  public enum By {
    SECTION,
    UNIT
  }

  private final Rounds rounds;
  private final DivisionTable table;
  private final Acts acts;

  Divisions(Rounds rounds, DivisionTable table, Acts acts) {
    this.rounds = rounds;
    this.table = table;
    this.acts = acts;
  }

  /**
   * Gives sections of units to somebody.
   *
   * @param units their codes; none: every unit that they may judge
   * @param sections their codes; none: all
   */
  public void give(
      Actor actor, Round round, UUID account, Set<String> units, Set<String> sections, int place) {
    if (table.verifiers().stream().noneMatch(one -> one.account().equals(account))) {
      throw new Refusal("verify.divide.who");
    }
    var recused = recused(round).getOrDefault(account, Set.of());
    change(
        actor,
        round,
        () ->
            rounds.units(round).stream()
                .filter(unit -> units.isEmpty() || units.contains(unit.code()))
                .filter(unit -> !units.isEmpty() || !recused.contains(unit.unit()))
                .forEach(unit ->
                    sections(round).stream()
                        .filter(code -> sections.isEmpty() || sections.contains(code))
                        .forEach(
                            code -> table.give(actor, round, unit.unit(), code, place, account))));
  }

  /** Shares everything out evenly; where somebody is recused the next one takes over. */
  public void share(Actor actor, Round round, By by) {
    var verifiers = table.verifiers();
    if (verifiers.isEmpty()) {
      throw new Refusal("verify.divide.nobody");
    }
    var recused = recused(round);
    var sections = sections(round);
    var units = rounds.units(round);
    change(
        actor,
        round,
        () -> {
          for (int u = 0; u < units.size(); u++) {
            for (int s = 0; s < sections.size(); s++) {
              var unit = units.get(u).unit();
              int turn = by == By.UNIT ? u : s;
              var able = able(verifiers, recused, unit);
              if (able.isEmpty()) {
                throw new Refusal("verify.divide.allRecused", units.get(u).name());
              }
              var whose = verifiers.get(turn % verifiers.size());
              var account = able.contains(whose) ? whose : able.get((turn + u) % able.size());
              table.give(actor, round, unit, sections.get(s), Finding.FIRST, account.account());
            }
          }
        });
  }

  private static List<DivisionTable.Verifier> able(
      List<DivisionTable.Verifier> verifiers, Map<UUID, Set<UUID>> recused, UUID unit) {
    var able = new ArrayList<DivisionTable.Verifier>();
    for (var one : verifiers) {
      if (!recused.getOrDefault(one.account(), Set.of()).contains(unit)) {
        able.add(one);
      }
    }
    return able;
  }

  private List<String> sections(Round round) {
    return rounds.criteria(round).sections().stream().map(Section::code).toList();
  }

  /** The units that each verifier may not judge. */
  Map<UUID, Set<UUID>> recused(Round round) {
    var recused = new HashMap<UUID, Set<UUID>>();
    table
        .recusals(round)
        .forEach(
            one -> recused.computeIfAbsent(one.account(), _ -> new HashSet<>()).add(one.unit()));
    return recused;
  }

  private void change(Actor actor, Round round, Runnable what) {
    try {
      acts.run(actor, Act.VERIFICATION_DIVIDED, Subject.round(round.id()), _ -> what.run());
    } catch (DuplicateKeyException e) {
      throw new Refusal("verify.divide.both");
    } catch (DataIntegrityViolationException e) {
      throw new Refusal("verify.divide.refused");
    }
  }
}
