package thangdiem.criteria;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A criteria set (bộ tiêu chí): the law of one year, immutable.
 *
 * @param year the assessed year (năm được đánh giá)
 * @param illustration whether it is an illustration and nobody's law
 * @param scale what the sections add up to (thang điểm), without bonus, but for groups that have a
 *     scale of their own
 * @param levels names of the levels, top first: nội dung, tiêu chí, tiêu chí thành phần
 * @param facts by id, in the order of the file
 * @param sections scored sections and bonus, in printed order
 * @param units the units that the decision names; empty where none are listed
 */
public record CriteriaSet(
    String id,
    String name,
    int year,
    boolean illustration,
    Points scale,
    LegalBasis legalBasis,
    List<String> levels,
    Period period,
    Deadline deadline,
    List<OrgUnitGroup> groups,
    GradeScale grades,
    List<DeductionKind> deductions,
    List<NotApplicableProfile> notApplicable,
    List<Gate> gates,
    List<Theme> themes,
    Map<String, FactDefinition> facts,
    List<Check> checks,
    List<Section> sections,
    List<ListedUnit> units) {

  /** What is measured (kỳ số liệu, Đ6.3), not when people work. */
  public record Period(RelativeDate from, RelativeDate to, String basis) {}

  /** The day from whose first instant, at +07:00, a report is late (Đ10). */
  public record Deadline(RelativeDate at, String basis) {}

  /** The same law for other units than those that it names. */
  public CriteriaSet of(List<ListedUnit> listed) {
    return new CriteriaSet(
        id,
        name,
        year,
        illustration,
        scale,
        legalBasis,
        levels,
        period,
        deadline,
        groups,
        grades,
        deductions,
        notApplicable,
        gates,
        themes,
        facts,
        checks,
        sections,
        listed);
  }

  /** The sections that count towards the scale. */
  public List<Section> scoredSections() {
    return sections.stream().filter(section -> !section.bonus()).toList();
  }

  /** What the sections add up to for units of that group. */
  public Points scale(String group) {
    return group(group).flatMap(OrgUnitGroup::ownScale).orElse(scale);
  }

  /** The largest scale of any group: how wide a bar can get, without bonus. */
  public Points largestScale() {
    return groups.stream()
        .map(group -> scale(group.id()))
        .max(Comparator.naturalOrder())
        .orElse(scale);
  }

  /** Whether one floor of a grade holds for all groups, so that it can be drawn as one line. */
  public boolean oneScale() {
    return groups.stream().allMatch(group -> group.ownScale().isEmpty())
        && grades.highestFirst().stream().allMatch(grade -> grade.ownFloors().isEmpty());
  }

  /** All scored criteria, bonus included, in printed order. */
  public Stream<ScoredCriterion> scored() {
    return sections.stream().flatMap(Section::scored);
  }

  public Optional<OrgUnitGroup> group(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  public Optional<ListedUnit> unit(String id) {
    return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
  }

  /**
   * The codes of the scored criteria at or below that code, be it a criterion, a group or a
   * section; empty when there is no such code.
   */
  public Set<String> scoredBelow(String code) {
    return sections.stream()
        .flatMap(section ->
            section.code().equals(code)
                ? section.scored()
                : section.criteria().stream().flatMap(criterion -> below(criterion, code)))
        .map(ScoredCriterion::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The codes of all sections, groups and criteria below which something is scored. */
  public Set<String> codes() {
    var codes = new HashSet<String>();
    for (var section : sections) {
      if (section.scored().findAny().isPresent()) {
        codes.add(section.code());
      }
      section.criteria().forEach(criterion -> codes(criterion, codes));
    }
    return codes;
  }

  private static void codes(Criterion criterion, Set<String> codes) {
    if (criterion.scored().findAny().isPresent()) {
      codes.add(criterion.code());
    }
    if (criterion instanceof CriterionGroup group) {
      group.criteria().forEach(child -> codes(child, codes));
    }
  }

  private static Stream<ScoredCriterion> below(Criterion criterion, String code) {
    if (criterion.code().equals(code)) {
      return criterion.scored();
    }
    return switch (criterion) {
      case ScoredCriterion _ -> Stream.empty();
      case CriterionGroup group -> group.criteria().stream().flatMap(child -> below(child, code));
    };
  }

  /**
   * The codes of the criteria that few different answers decide: yes or no, or one of some options
   * (tiêu chí ít khả năng trả lời). Many units answer such a criterion alike.
   */
  public Set<String> decidedByFewAnswers() {
    return scored()
        .filter(criterion ->
            criterion.rule().decidedByOwnAnswers()
                && criterion.rule().facts().stream().allMatch(this::hasFewAnswers))
        .map(ScoredCriterion::code)
        .collect(Collectors.toSet());
  }

  private boolean hasFewAnswers(String fact) {
    var type = Objects.requireNonNull(facts.get(fact)).type();
    return type == FactType.BOOLEAN || type == FactType.CHOICE;
  }
}
