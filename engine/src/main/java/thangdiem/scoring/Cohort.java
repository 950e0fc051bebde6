package thangdiem.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.FactDefinition;

/**
 * Units of one group to which the same criteria do not apply (các đơn vị cùng nhóm, cùng diện áp
 * dụng), their answers in columns. What their points depend on beside the columns is the same for
 * all of them.
 */
final class Cohort {

  private static final int FIRST_ROOM = 16;

  private final String group;
  private final Set<String> notApplicable;
  private final Map<String, Column> facts = new LinkedHashMap<>();
  private final Map<String, Column> previous = new HashMap<>();
  private final Map<Integer, UnitAnswers> apart = new HashMap<>();
  private int[] places = new int[0];
  private int size;

  /**
   * An empty cohort.
   *
   * @param notApplicable codes of the scored criteria that do not apply
   */
  Cohort(String group, Set<String> notApplicable, Set<FactDefinition> scored) {
    this.group = group;
    this.notApplicable = notApplicable;
    scored.forEach(fact -> facts.put(fact.id(), new Column(fact)));
  }

  String group() {
    return group;
  }

  Set<String> notApplicable() {
    return notApplicable;
  }

  int size() {
    return size;
  }

  /** Where its unit stood among all answers. */
  int place(int unit) {
    return places[unit];
  }

  /** The same for several. */
  int[] places(int from, int units) {
    return Arrays.copyOfRange(places, from, from + units);
  }

  Column column(String fact) {
    var column = facts.get(fact);
    if (column == null) {
      throw new IllegalStateException("no column for " + fact);
    }
    return column;
  }

  /**
   * Units that no column can hold or that have deductions, by their number here: each is scored by
   * itself.
   */
  Map<Integer, UnitAnswers> apart() {
    return apart;
  }

  void add(int place, UnitAnswers unit) {
    if (unit.deductions().isEmpty() && fits(unit)) {
      int own = next(place);
      facts.forEach((id, column) -> column.set(own, unit.facts().get(id)));
      unit.previous()
          .forEach((id, fact) -> lastYear(id).ifPresent(column -> column.set(own, fact)));
    } else {
      addApart(place, unit);
    }
  }

  void addApart(int place, UnitAnswers unit) {
    apart.put(next(place), unit);
  }

  private int next(int place) {
    if (size == places.length) {
      resize(Math.max(FIRST_ROOM, size + size / 2));
    }
    places[size] = place;
    return size++;
  }

  private boolean fits(UnitAnswers unit) {
    return facts.entrySet().stream()
            .allMatch(column -> column.getValue().takes(unit.facts().get(column.getKey())))
        && unit.previous().entrySet().stream()
            .allMatch(fact ->
                lastYear(fact.getKey()).map(column -> column.takes(fact.getValue())).orElse(true));
  }

  private Optional<Column> lastYear(String id) {
    return Optional.ofNullable(facts.get(id))
        .map(thisYear -> previous.computeIfAbsent(id, _ -> empty(thisYear.definition())));
  }

  private Column empty(FactDefinition definition) {
    var column = new Column(definition);
    column.resize(places.length);
    return column;
  }

  /** Gives back the room that was not needed. */
  void close() {
    resize(size);
  }

  private void resize(int room) {
    places = Arrays.copyOf(places, room);
    facts.values().forEach(column -> column.resize(room));
    previous.values().forEach(column -> column.resize(room));
  }

  /** A unit's answers as far as points depend on them. */
  UnitAnswers answers(int unit) {
    var own = apart.get(unit);
    return own != null
        ? own
        : new UnitAnswers(
            "",
            "",
            group,
            facts(facts, unit),
            facts(previous, unit),
            List.copyOf(notApplicable),
            List.of(),
            Optional.empty(),
            true);
  }

  private static Map<String, Fact> facts(Map<String, Column> columns, int unit) {
    var facts = new HashMap<String, Fact>();
    columns.forEach((id, column) -> column.fact(unit).ifPresent(fact -> facts.put(id, fact)));
    return facts;
  }
}
