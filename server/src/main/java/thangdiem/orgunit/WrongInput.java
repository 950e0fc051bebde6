package thangdiem.orgunit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thangdiem.words.Sentence;

/**
 * What was typed cannot be taken (nhập chưa đúng): nothing was changed, the form is shown again
 * with it.
 */
final class WrongInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Sentence> wrong;
  private final transient List<UnitChange.Field> clashes;

  private WrongInput(Map<String, Sentence> wrong, List<UnitChange.Field> clashes) {
    super(wrong.keySet().toString());
    this.wrong = wrong;
    this.clashes = clashes;
  }

  /** Of forms other than a unit's: by the name of the field. */
  static WrongInput in(Map<String, Sentence> wrong) {
    return new WrongInput(wrong, List.of());
  }

  static WrongInput of(Map<UnitField, Sentence> wrong) {
    var byKey = new LinkedHashMap<String, Sentence>();
    wrong.forEach((field, sentence) -> byKey.put(field.key(), sentence));
    return new WrongInput(byKey, List.of());
  }

  /** Somebody has changed the unit since the form was opened: what is there now, what was typed. */
  static WrongInput clashing(List<UnitChange.Field> clashes) {
    return new WrongInput(Map.of(), clashes);
  }

  /** What is wrong, by the name of the field. */
  Map<String, Sentence> wrong() {
    return wrong;
  }

  List<UnitChange.Field> clashes() {
    return clashes;
  }

  boolean isStale() {
    return wrong.isEmpty();
  }
}
