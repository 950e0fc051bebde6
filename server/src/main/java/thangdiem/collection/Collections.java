package thangdiem.collection;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;
import thangdiem.exchange.TypedFact;
import thangdiem.submission.Assessment;
import thangdiem.submission.Facts;
import thangdiem.submission.Frozen;
import thangdiem.submission.Saving;

/** Collections of figures, as the collecting unit runs them (thu số liệu cấp dưới). */
@Component
public class Collections {

  private final CollectionTable collections;
  private final CollectionSetupTable table;
  private final Facts facts;
  private final Acts acts;

  Collections(CollectionTable collections, CollectionSetupTable table, Facts facts, Acts acts) {
    this.collections = collections;
    this.table = table;
    this.facts = facts;
    this.acts = acts;
  }

  /** What the unit can ask, and whom. */
  CollectionChoices choices(Assessment assessment) {
    return CollectionChoices.of(
        assessment.set(), assessment.unit().group(), table.choices(assessment.unit().unit()));
  }

  /** Opens a collection of those facts, of everybody below, until the day that is proposed. */
  public void open(Actor actor, Assessment assessment, List<String> facts, String note) {
    var choices = choices(assessment);
    var proposed = CollectionForm.proposed(choices, assessment);
    set(
        actor,
        assessment,
        choices,
        new CollectionForm(facts, proposed.asked(), proposed.due(), note, 0));
  }

  /**
   * Opens the collection, or changes it.
   *
   * @throws Refusal when somebody else has done so meanwhile, or a unit that has answered would no
   *     longer be asked
   */
  void set(Actor actor, Assessment assessment, CollectionChoices choices, CollectionForm form) {
    var due = form.day().orElseThrow();
    try {
      acts.run(
          actor,
          form.version() == 0 ? Act.COLLECTION_OPENED : Act.COLLECTION_CHANGED,
          assessment.subject(),
          event -> {
            event
                .with("unit", assessment.unit().code())
                .with("facts", form.facts().size())
                .with("units", form.asked().size());
            boolean kept =
                form.version() == 0
                    ? table.open(assessment, due, form.note())
                    : table.change(assessment, due, form.note(), form.version());
            if (!kept) {
              throw new Refusal("collection.changedMeanwhile");
            }
            table.setFacts(assessment, form.facts());
            var answered = table.setAsked(assessment, ids(choices, form.asked()));
            if (!answered.isEmpty()) {
              throw new Refusal(
                  "collection.hasAnswered",
                  answered.stream().sorted().collect(Collectors.joining(", ")));
            }
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "collection.sent");
    }
  }

  private static List<UUID> ids(CollectionChoices choices, List<String> codes) {
    return choices.units().stream()
        .filter(unit -> codes.contains(unit.code()))
        .map(CollectionChoices.Unit::id)
        .toList();
  }

  /** Reminds everybody who has not handed in everything (nhắc nơi chưa nộp). */
  void remind(Actor actor, Assessment assessment) {
    var collection = of(assessment);
    var open =
        collection.asked().stream()
            .filter(one -> !one.isDone(collection.facts()))
            .map(Asked::unit)
            .toList();
    if (open.isEmpty()) {
      throw new Refusal("collection.nobodyToRemind");
    }
    try {
      acts.run(
          actor,
          Act.COLLECTION_REMINDED,
          assessment.subject(),
          event -> {
            event.with("unit", assessment.unit().code()).with("units", open.size());
            table.remind(assessment, open);
          });
    } catch (DataIntegrityViolationException e) {
      throw Frozen.refusal(e, "collection.sent");
    }
  }

  /**
   * Takes a rolled-up value into the unit's own facts; the event says that it was collected, of how
   * many, and how many are missing.
   *
   * @param seen the value that the taker has seen
   * @param version of the unit's own answer that the taker has seen
   * @throws Refusal when either has changed meanwhile
   */
  void takeOver(Actor actor, Assessment assessment, String fact, String seen, int version) {
    var collection = of(assessment);
    var rolledUp =
        collection.facts().stream()
            .filter(one -> one.id().equals(fact))
            .findFirst()
            .map(definition -> RolledUp.of(definition, collection.asked()))
            .orElseThrow(() -> new NotFound("collected fact " + fact));
    if (rolledUp.value().isEmpty() || !rolledUp.shown().equals(seen)) {
      throw new Refusal("collection.sumChanged", rolledUp.fact().label());
    }
    var typed = TypedFact.shown(rolledUp.fact(), rolledUp.value().get());
    var saving =
        facts.save(
            actor,
            assessment,
            fact,
            typed,
            version,
            event ->
                event
                    .with("collectedFrom", rolledUp.answered())
                    .with("collectedMissing", rolledUp.missing()));
    switch (saving) {
      case Saving.Saved _ -> {}
      case Saving.Conflict(var theirs) ->
          throw new Refusal("collection.ownChanged", rolledUp.fact().label());
      case Saving.Asked(var question) -> throw new Refusal("collection.unfit", question);
    }
  }

  /**
   * The unit's collection.
   *
   * @throws NotFound when none was opened
   */
  FactCollection of(Assessment assessment) {
    return collections
        .find(assessment)
        .orElseThrow(() -> new NotFound("collection of " + assessment.unit().code()));
  }
}
