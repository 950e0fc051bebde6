package thangdiem.council;

import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.Round;

/** Prepares the form of a correction, with what it would do (đính chính đang chọn). */
@Component
class ChosenCorrection {

  private final CouncilSheets sheets;

  ChosenCorrection(CouncilSheets sheets) {
    this.sheets = sheets;
  }

  CorrectionsPage.Chosen of(Round round, CriteriaSet set, String unit, String code, Form form) {
    var units = sheets.all(round);
    var one = CouncilSheets.of(units, unit);
    var kinds = Correctable.kinds(set, code);
    var facts =
        set.scored()
            .filter(criterion -> criterion.code().equals(code))
            .flatMap(criterion -> criterion.rule().facts().stream())
            .flatMap(id -> Optional.ofNullable(set.facts().get(id)).stream())
            .map(fact -> {
              var row = FactRow.of(one, fact);
              var field = "f." + fact.id();
              return row.typing(form.typed().getOrDefault(field, row.council()), form.asked(field));
            })
            .toList();
    return new CorrectionsPage.Chosen(
        one,
        code,
        Titles.of(set, code),
        facts,
        kinds,
        one.decided().deductions().stream().filter(taken -> taken.kind().equals(code)).toList(),
        form.typed().isEmpty()
            ? Optional.empty()
            : effect(round, set, units, one, code, Form.of(form.typed())));
  }

  /** What was typed would do that; nothing where something of it cannot be read. */
  private static Optional<Effect> effect(
      Round round,
      CriteriaSet set,
      java.util.List<CouncilUnit> units,
      CouncilUnit unit,
      String code,
      Form probed) {
    var proposed = TypedCorrection.read(set, unit, code, probed, false);
    return probed.isFine()
        ? Optional.of(
            Effect.of(
                round,
                set,
                units,
                unit.unit().code(),
                CouncilColumn.corrected(unit.decided(), code, proposed, probed.value("document"))))
        : Optional.empty();
  }
}
