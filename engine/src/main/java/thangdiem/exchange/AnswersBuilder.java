package thangdiem.exchange;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;
import thangdiem.criteria.DeductionKind;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;
import thangdiem.criteria.FactType;
import thangdiem.criteria.ListedUnit;
import thangdiem.criteria.OrgUnitGroup;
import thangdiem.criteria.Rational;
import thangdiem.criteria.Suggestion;
import thangdiem.scoring.Answers;
import thangdiem.scoring.Deduction;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;
import thangdiem.words.BadInput;
import thangdiem.words.Mistake;
import thangdiem.words.Sentence;
import thangdiem.words.Unseen;

/**
 * Gathers the answers of a round from whatever file they come in, and checks them against the
 * criteria set: known units, groups, facts, options and criteria, whole counts, limits, nothing
 * twice. Everything wrong is noted with its place and refused at once.
 */
public final class AnswersBuilder {

  private static final int LONGEST_NAME = 300;

  /** Beyond any number of points. */
  private static final Rational LARGEST = FactDefinition.LARGEST;

  /** More than anybody mends in one go; a hostile file could list millions. */
  private static final int MOST_MISTAKES = 1_000;

  private final CriteriaSet set;
  private final Optional<List<ListedUnit>> only;
  private final Map<String, Set<String>> scoredBelow = new LinkedHashMap<>();
  private final Map<String, UnitBuilder> units = new LinkedHashMap<>();
  private final Set<String> notHeld = new LinkedHashSet<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private String criteria;
  private int year;
  private String note = "";

  /**
   * A builder for answers to that set.
   *
   * @param only where given, the only units accepted; those of them without answers are listed as
   *     not reporting
   */
  public AnswersBuilder(CriteriaSet set, Optional<List<ListedUnit>> only) {
    this.set = set;
    this.only = only;
    this.criteria = set.id();
    this.year = set.year();
    only.ifPresent(listed -> {
      for (var unit : listed) {
        if (set.group(unit.group()).isEmpty()) {
          mistake(Mistake.at("--units", "answers.unknownGroup", unit.group(), groups()));
        }
      }
    });
  }

  /** What the file says it answers; refused when it is another set or year. */
  public void header(String where, String criteria, int year) {
    if (!criteria.equals(set.id())) {
      mistake(Mistake.at(where, "answers.otherCriteria", criteria, set.id()));
    }
    if (year != set.year()) {
      mistake(Mistake.at(where, "answers.otherYear", year, set.year()));
    }
    this.criteria = criteria;
    this.year = year;
  }

  /** What readers must know about the data, such as that it is made up. */
  public void note(String text) {
    note = text;
  }

  /** A block that the round left out. */
  public void notHeld(String where, String code) {
    if (set.scoredBelow(code).isEmpty()) {
      unknownCode(where, code);
    } else if (!mayBeLeftOut(code)) {
      mistake(Mistake.at(where, "answers.alwaysHeld", code));
    } else {
      notHeld.add(code);
    }
  }

  private boolean mayBeLeftOut(String code) {
    return set.sections().stream()
        .anyMatch(section ->
            section.code().equals(code) && section.rescaledWhenNotHeld()
                || mayBeLeftOut(section.criteria(), code));
  }

  private static boolean mayBeLeftOut(List<Criterion> criteria, String code) {
    return criteria.stream()
        .anyMatch(criterion ->
            criterion instanceof CriterionGroup group
                && (group.code().equals(code) && group.rescaledWhenNotHeld()
                    || mayBeLeftOut(group.criteria(), code)));
  }

  /** A unit that answers. */
  public UnitBuilder unit(String where, String id, Optional<String> name, Optional<String> group) {
    var listed = only.orElse(set.units()).stream().filter(unit -> unit.id().equals(id)).findFirst();
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      mistake(Mistake.at(where, "answers.unitId", id, named(id)));
    } else if (units.containsKey(id)) {
      mistake(Mistake.at(where, "answers.duplicateUnit", id));
    } else if (only.isPresent() && listed.isEmpty()) {
      mistake(
          Mistake.at(
              where,
              "answers.unlistedUnit",
              id,
              Suggestion.among(
                  id.toLowerCase(Locale.ROOT), only.get().stream().map(ListedUnit::id).toList())));
    } else if (listed.isEmpty() && (name.isEmpty() || group.isEmpty())) {
      mistake(
          Mistake.at(
              where,
              "answers.undescribedUnit",
              id,
              Suggestion.among(
                  id.toLowerCase(Locale.ROOT), set.units().stream().map(ListedUnit::id).toList())));
    }
    if (group.isPresent() && set.group(group.get()).isEmpty()) {
      mistake(Mistake.at(where, "answers.unknownGroup", group.get(), groups()));
    } else if (group.isPresent()
        && listed.isPresent()
        && !listed.get().group().equals(group.get())) {
      mistake(Mistake.at(where, "answers.otherGroup", id, listed.get().group(), group.get()));
    }
    if (name.isPresent()
        && (name.get().isBlank() || name.get().length() > LONGEST_NAME || Unseen.in(name.get()))) {
      mistake(Mistake.at(where, "answers.name", LONGEST_NAME));
    }
    var unit =
        new UnitBuilder(
            id,
            listed.map(ListedUnit::name).or(() -> name).orElse(id),
            listed.map(ListedUnit::group).or(() -> group).orElse(""));
    units.putIfAbsent(id, unit);
    return unit;
  }

  /** Who gives a unit's name for its id is told the id. */
  private Sentence named(String name) {
    return only.orElse(set.units()).stream()
        .filter(unit -> unit.name().equalsIgnoreCase(name))
        .findFirst()
        .map(unit -> Sentence.of("suggestion", unit.id()))
        .orElse(Sentence.of("suggestion.none"));
  }

  /** The unit of that id, where it has been named already. */
  public Optional<UnitBuilder> known(String id) {
    return Optional.ofNullable(units.get(id));
  }

  /** Notes something else wrong, such as a cell that cannot be read. */
  public void mistake(Mistake mistake) {
    if (mistakes.size() < MOST_MISTAKES) {
      mistakes.add(mistake);
    }
  }

  /**
   * The answers.
   *
   * @throws BadInput with everything wrong
   */
  public Answers build() {
    if (units.isEmpty() && only.orElse(List.of()).isEmpty()) {
      mistake(Mistake.at("", "answers.noUnits"));
    }
    if (!mistakes.isEmpty()) {
      throw new BadInput(mistakes);
    }
    var built = new ArrayList<UnitAnswers>();
    units.values().forEach(unit -> built.add(unit.build()));
    only.orElse(List.of()).stream()
        .filter(unit -> !units.containsKey(unit.id()))
        .forEach(unit -> built.add(UnitAnswers.noReport(unit.id(), unit.name(), unit.group())));
    return new Answers(criteria, year, note, List.copyOf(notHeld), List.copyOf(built));
  }

  private List<String> groups() {
    return set.groups().stream().map(OrgUnitGroup::id).toList();
  }

  private void unknownCode(String where, String code) {
    var codes = new ArrayList<String>();
    set.sections().forEach(section -> codes.add(section.code()));
    set.scored().forEach(criterion -> codes.add(criterion.code()));
    mistake(Mistake.at(where, "criteria.unknownCode", code, Suggestion.among(code, codes)));
  }

  /** The answers of one unit, being gathered. */
  public final class UnitBuilder {

    private final String id;
    private final String name;
    private final String group;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Fact> previous = new LinkedHashMap<>();
    private final Set<String> notApplicable = new LinkedHashSet<>();
    private final List<Deduction> deductions = new ArrayList<>();
    private Optional<OffsetDateTime> submittedAt = Optional.empty();
    private boolean reported = true;

    private UnitBuilder(String id, String name, String group) {
      this.id = id;
      this.name = name;
      this.group = group;
    }

    /** A fact of this year. */
    public void fact(Supplier<String> where, String fact, Fact value) {
      put(facts, where, fact, value);
    }

    /** A fact of last year, for rules of change. */
    public void previous(Supplier<String> where, String fact, Fact value) {
      put(previous, where, fact, value);
    }

    /** A criterion, group or section that does not apply to the unit. */
    public void notApplicable(String where, String code) {
      if (scoredBelow.computeIfAbsent(code, set::scoredBelow).isEmpty()) {
        unknownCode(where, code);
      } else if (!notApplicable.add(code)) {
        mistake(Mistake.at(where, "answers.duplicate", code));
      }
    }

    public void deduction(String where, Deduction deduction) {
      if (set.deductions().stream().noneMatch(kind -> kind.kind().equals(deduction.kind()))) {
        mistake(
            Mistake.at(
                where,
                "answers.unknownDeduction",
                deduction.kind(),
                set.deductions().stream().map(DeductionKind::kind).toList()));
      }
      if (deduction.points().map(points -> points.value().signum() < 0).orElse(false)) {
        mistake(Mistake.at(where, "answers.negativeDeduction"));
      }
      if (deduction.points().map(points -> LARGEST.isBelow(points.value())).orElse(false)) {
        mistake(Mistake.at(where, "answers.largeDeduction"));
      }
      deductions.add(deduction);
    }

    public void submittedAt(String where, OffsetDateTime instant) {
      if (submittedAt.isPresent()) {
        mistake(Mistake.at(where, "answers.duplicate", "submittedAt"));
      }
      submittedAt = Optional.of(instant);
    }

    /** Marks a listed unit that sent nothing. */
    public void noReport() {
      reported = false;
    }

    private void put(Map<String, Fact> into, Supplier<String> where, String fact, Fact value) {
      var definition = set.facts().get(fact);
      if (definition == null) {
        mistake(
            Mistake.at(
                where.get(),
                "answers.unknownFact",
                fact,
                Suggestion.among(fact, set.facts().keySet())));
        return;
      }
      wrong(definition, value)
          .ifPresent(what -> mistake(new Mistake(where.get(), what, List.of())));
      if (into.putIfAbsent(fact, value) != null) {
        mistake(Mistake.at(where.get(), "answers.duplicate", fact));
      }
    }

    /**
     * In the order of the set, so that the same answers make the same bundle whatever file they
     * came in.
     */
    private Map<String, Fact> inOrder(Map<String, Fact> given) {
      var ordered = new LinkedHashMap<String, Fact>();
      for (var id : set.facts().keySet()) {
        var fact = given.get(id);
        if (fact != null) {
          ordered.put(id, fact);
        }
      }
      return Collections.unmodifiableMap(ordered);
    }

    private UnitAnswers build() {
      return new UnitAnswers(
          id,
          name,
          group,
          inOrder(facts),
          inOrder(previous),
          List.copyOf(notApplicable),
          List.copyOf(deductions),
          submittedAt,
          reported);
    }
  }

  /** What is wrong with a value for a fact, if anything. */
  static Optional<Sentence> wrong(FactDefinition fact, Fact value) {
    return switch (value) {
      case Fact.None _ -> Optional.empty();
      case Fact.Amount(var amount) ->
          switch (fact.type()) {
            case COUNT, DECIMAL -> amount(fact, amount);
            case BOOLEAN, DATE, CHOICE, TEXT -> Optional.of(type(fact));
          };
      case Fact.YesNo _ ->
          fact.type() == FactType.BOOLEAN ? Optional.empty() : Optional.of(type(fact));
      case Fact.Day _ -> fact.type() == FactType.DATE ? Optional.empty() : Optional.of(type(fact));
      case Fact.Words _ ->
          fact.type() == FactType.TEXT ? Optional.empty() : Optional.of(type(fact));
      case Fact.Chosen(var option) ->
          fact.type() != FactType.CHOICE
              ? Optional.of(type(fact))
              : fact.option(option).isPresent()
                  ? Optional.empty()
                  : Optional.of(
                      Sentence.of(
                          "answers.unknownOption",
                          option,
                          fact.options().stream().map(FactOption::id).toList()));
    };
  }

  private static Sentence type(FactDefinition fact) {
    return Sentence.of("answers.expected." + fact.type(), fact.label());
  }

  private static Optional<Sentence> amount(FactDefinition fact, Rational amount) {
    if (fact.type() == FactType.COUNT && !amount.isWhole()) {
      return Optional.of(Sentence.of("answers.fraction", fact.label()));
    }
    if (amount.compareTo(fact.min()) < 0) {
      return Optional.of(
          Sentence.of(
              "answers.tooSmall", fact.label(), fact.min().toDecimal(2).stripTrailingZeros()));
    }
    if (amount.compareTo(fact.max()) > 0) {
      return Optional.of(
          Sentence.of(
              "answers.tooLarge", fact.label(), fact.max().toDecimal(2).stripTrailingZeros()));
    }
    return Optional.empty();
  }
}
