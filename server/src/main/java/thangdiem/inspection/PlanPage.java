package thangdiem.inspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.FactDefinition;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/** The form of a visit's plan (lập kế hoạch kiểm tra). */
public record PlanPage(
    Round round,
    RoundUnit unit,
    PlanForm form,
    List<Inspector> inspectors,
    List<Line> lines,
    Map<String, Sentence> wrong) {

  /** A fact that can be looked at. */
  public record Line(FactDefinition fact, String declared, Set<Signal> doubts) {}

  public String path() {
    return "/rounds/" + round.key() + "/inspections/" + unit.code();
  }

  public Optional<Sentence> wrong(String field) {
    return Optional.ofNullable(wrong.get(field));
  }

  /** Whom one can choose for a post; nobody may be left out. */
  public Map<String, String> choices(String none) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", none);
    inspectors.forEach(
        one -> choices.put(one.account().toString(), one.name() + ", " + one.unit()));
    return choices;
  }

  public List<Line> doubtful() {
    return lines.stream().filter(line -> !line.doubts().isEmpty()).toList();
  }

  public List<Line> others() {
    return lines.stream().filter(line -> line.doubts().isEmpty()).toList();
  }
}
