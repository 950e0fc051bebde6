package thangdiem.council;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.verification.Ground;
import thangdiem.words.Sentence;

/** Reads what somebody typed as a change of the council's column (đề nghị đang nhập). */
final class TypedProposal {

  private TypedProposal() {}

  /**
   * The proposal; what is wrong with it is put into the form.
   *
   * @param reasoned whether reasons are needed yet
   */
  static Proposed read(
      CriteriaSet set,
      CouncilUnit unit,
      String code,
      MotionKind kind,
      Form form,
      boolean reasoned) {
    var facts =
        kind == MotionKind.VALUES
            ? changed(set, unit, code, form)
            : Map.<String, Optional<Fact>>of();
    if (kind == MotionKind.VALUES && facts.isEmpty() && form.isFine()) {
      form.wrong().put("facts", Sentence.of("council.nothingChanged"));
    }
    return reasons(kind, facts, form, reasoned);
  }

  /** What was read, with its reason. */
  static Proposed reasons(
      MotionKind kind, Map<String, Optional<Fact>> facts, Form form, boolean reasoned) {
    boolean changes = kind != MotionKind.KEEP;
    if (reasoned && changes && ground(form.value("ground")).isEmpty()) {
      form.wrong().put("ground", Sentence.of("council.ground.wrong"));
    }
    if (reasoned) {
      form.text("words", Agenda.LONGEST_WORDS);
    }
    return new Proposed(kind, changes ? form.value("ground") : "", form.value("words"), facts);
  }

  private static Optional<Ground> ground(String name) {
    for (var ground : Ground.values()) {
      if (ground.name().equals(name)) {
        return Optional.of(ground);
      }
    }
    return Optional.empty();
  }

  /** What differs from the council's column as it stands. */
  private static Map<String, Optional<Fact>> changed(
      CriteriaSet set, CouncilUnit unit, String code, Form form) {
    var changed = new LinkedHashMap<String, Optional<Fact>>();
    var typed = form.facts();
    set.scored()
        .filter(criterion -> criterion.code().equals(code))
        .flatMap(criterion -> criterion.rule().facts().stream())
        .forEach(id -> {
          var definition = set.facts().get(id);
          var text = typed.get("f." + id);
          if (definition == null || text == null) {
            return;
          }
          var reading = TypedFact.read(definition, text);
          reading.question().ifPresent(question -> form.wrong().put("f." + id, question));
          if (reading.question().isEmpty()
              && !reading.fact().equals(Optional.ofNullable(unit.decided().facts().get(id)))) {
            changed.put(id, reading.fact());
          }
        });
    return changed;
  }
}
