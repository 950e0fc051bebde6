package thangdiem.collection;

import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;
import thangdiem.round.Phase;
import thangdiem.round.Rounds;
import thangdiem.scoring.Fact;
import thangdiem.submission.Frozen;
import thangdiem.submission.GivenFact;
import thangdiem.submission.Saving;

/**
 * Sheets as those who are asked fill them in (nhập phiếu số liệu): a figure at a time, handed in
 * whole, mended until the unit above has sent its report.
 */
@Component
public class FactSheets {

  /** Ends the act: nothing is to be kept of it. */
  private static final class NotKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotKept() {
      super(null, null, false, false);
    }
  }

  private final Rounds rounds;
  private final SheetTable table;
  private final Acts acts;

  FactSheets(Rounds rounds, SheetTable table, Acts acts) {
    this.rounds = rounds;
    this.table = table;
    this.acts = acts;
  }

  /**
   * The sheet, as somebody who fills it sees it.
   *
   * @throws NotFound when there is none, or none of their roles reaches whoever is asked
   * @throws Refusal while the round is a draft
   */
  public FactSheet of(Actor actor, String round, String unit, String asked) {
    var found = rounds.named(round);
    if (found.phase() == Phase.DRAFT) {
      throw new Refusal("form.notYet");
    }
    return table
        .find(found, rounds.criteria(found).facts(), unit, asked, actor)
        .orElseThrow(() -> new NotFound("sheet of " + asked));
  }

  /**
   * The same, to change something of it.
   *
   * @throws Refusal when the unit above has sent its report, or the round takes no answers
   */
  FactSheet toFill(Actor actor, String round, String unit, String asked) {
    var sheet = of(actor, round, unit, asked);
    if (!sheet.isOpen()) {
      throw new Refusal("collection.sent");
    }
    return sheet;
  }

  /** The fact of that id, where the sheet asks for it. */
  static FactDefinition definition(FactSheet sheet, String fact) {
    return sheet.facts().stream()
        .filter(one -> one.id().equals(fact))
        .findFirst()
        .orElseThrow(() -> new NotFound("fact " + fact));
  }

  /**
   * Keeps an answer; nothing typed takes the answer away, until the sheet is handed in. What stands
   * there already needs no keeping, so a request whose answer was lost can be sent again.
   *
   * @param version the answer that its giver has seen; 0 when there was none
   */
  public Saving save(Actor actor, FactSheet sheet, String fact, String typed, int version) {
    var definition = definition(sheet, fact);
    var reading = TypedFact.read(definition, typed);
    if (reading.question().isPresent()) {
      return new Saving.Asked(reading.question().get());
    }
    if (reading.fact().isEmpty() && sheet.handedInAt().isPresent()) {
      throw new Refusal("collection.mendDoNotClear");
    }
    var before = table.one(sheet, definition);
    if (before.value().equals(reading.fact())) {
      return new Saving.Saved(before, before);
    }
    try {
      return acts.perform(
          actor,
          reading.fact().isPresent() ? Act.SHEET_FACT_ANSWERED : Act.SHEET_FACT_CLEARED,
          sheet.subject(),
          event -> {
            event.with("fact", fact).with("collection", sheet.unit().code());
            before
                .value()
                .ifPresent(value -> event.with("was", TypedFact.shown(definition, value)));
            return new Saving.Saved(keep(sheet, fact, reading.fact(), version), before);
          });
    } catch (NotKept e) {
      return new Saving.Conflict(table.one(sheet, definition));
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "collection.sent");
    }
  }

  private GivenFact keep(FactSheet sheet, String fact, Optional<Fact> value, int version) {
    if (value.isEmpty()) {
      if (!table.clear(sheet, fact, version)) {
        throw new NotKept();
      }
      return GivenFact.NONE;
    }
    var kept =
        version == 0
            ? table.add(sheet, fact, value.get())
            : table.change(sheet, fact, value.get(), version);
    return kept.orElseThrow(NotKept::new);
  }

  /**
   * Hands the sheet in (nộp phiếu).
   *
   * @throws Refusal when a figure is missing
   */
  public void handIn(Actor actor, FactSheet sheet) {
    if (!sheet.missing().isEmpty()) {
      throw new Refusal(
          "collection.stillMissing", sheet.missing().size(), sheet.missing().getFirst().label());
    }
    try {
      acts.run(
          actor,
          Act.SHEET_HANDED_IN,
          sheet.subject(),
          event -> {
            event.with("unit", sheet.asked().code()).with("collection", sheet.unit().code());
            table.handIn(sheet);
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "collection.sent");
    }
  }
}
