package thangdiem.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.scoring.Flag;
import thangdiem.scoring.ScoreLine;
import thangdiem.words.Sentence;

/** Prepares the pages of the form (các trang của bảng tự chấm). */
@Component
class FormPages {

  /** What was typed and could not be kept, shown again beside its fact. */
  record Typed(
      String fact,
      String text,
      int version,
      Optional<Sentence> asked,
      Optional<FormPage.Other> conflict) {}

  private final Sheets sheets;

  FormPages(Sheets sheets) {
    this.sheets = sheets;
  }

  /** The section in which work goes on: the first of the reader's that is not done. */
  String next(Assessment assessment) {
    var sheet = sheets.of(assessment);
    var sections = assessment.set().sections();
    return sections.stream()
        .filter(section -> isMine(sheet, section) || sheet.notes().assignees().isEmpty())
        .filter(section ->
            sheet.entered(section).stream()
                .anyMatch(fact -> sheet.isNeeded(fact) && !sheet.isAnswered(fact)))
        .findFirst()
        .orElse(sections.getFirst())
        .code();
  }

  FormPage of(Assessment assessment, String code, Optional<Typed> typed) {
    var section =
        assessment.set().sections().stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new NotFound("section " + code));
    var sheet = sheets.of(assessment);
    var themes = themes(sheet, section, typed);
    return new FormPage(
        assessment,
        assessment.set().sections().stream()
            .map(one -> rail(sheet, one, Optional.of(section)))
            .toList(),
        section,
        themes,
        section
            .scored()
            .flatMap(criterion -> criterion(sheet, criterion, section.code()).stream())
            .toList(),
        offers(sheet),
        tally(sheet),
        todo(themes),
        !sheet.answers().previous().isEmpty(),
        new FormPage.Way(
            sheet.notes().handover(),
            sheet.notes().sent(),
            assessment.mayFill() && sheet.missing().isEmpty()));
  }

  static boolean isMine(Sheet sheet, Section section) {
    return Optional.ofNullable(sheet.notes().assignees().get(section.code()))
        .map(doing -> doing.account().equals(sheet.assessment().reader()))
        .orElse(false);
  }

  static FormPage.RailItem rail(Sheet sheet, Section section, Optional<Section> current) {
    var asked = sheet.entered(section).stream().filter(sheet::isNeeded).toList();
    var lines =
        section.scored().flatMap(criterion -> sheet.line(criterion.code()).stream()).toList();
    return new FormPage.RailItem(
        section,
        (int) asked.stream().filter(sheet::isAnswered).count(),
        asked.size(),
        sum(lines, ScoreLine::points),
        section
            .maxPoints()
            .of(sheet.assessment().unit().group())
            .orElse(sum(lines, ScoreLine::max)),
        Optional.ofNullable(sheet.notes().assignees().get(section.code()))
            .map(Notes.Assignee::name),
        isMine(sheet, section),
        current.filter(section::equals).isPresent());
  }

  private static Points sum(
      List<ScoreLine> lines, java.util.function.Function<ScoreLine, Points> of) {
    return lines.stream().map(of).reduce(Points.NONE, Points::plus);
  }

  private static List<FormPage.Theme> themes(Sheet sheet, Section section, Optional<Typed> typed) {
    var byTheme = new LinkedHashMap<String, List<FormPage.Entry>>();
    for (var fact : sheet.entered(section)) {
      byTheme
          .computeIfAbsent(fact.theme(), _ -> new ArrayList<>())
          .add(entry(sheet, fact, typed.filter(one -> one.fact().equals(fact.id()))));
    }
    return byTheme.entrySet().stream()
        .map(theme ->
            new FormPage.Theme(
                sheet.set().themes().stream()
                    .filter(known -> known.id().equals(theme.getKey()))
                    .findFirst()
                    .map(known -> known.name())
                    .orElse(""),
                theme.getValue()))
        .toList();
  }

  static FormPage.Entry entry(Sheet sheet, FactDefinition fact, Optional<Typed> typed) {
    var given = sheet.given(fact.id());
    return new FormPage.Entry(
        fact,
        typed.map(Typed::text).orElseGet(() -> shown(fact, given.value())),
        shown(fact, given.lastYear()),
        typed.map(Typed::version).orElse(given.version()),
        given.at(),
        given.by(),
        sheet.uses(fact.id()).stream()
            .map(criterion -> new FormPage.Feed(criterion.code(), sheet.section(criterion)))
            .toList(),
        sheet.gates(fact.id()),
        Doubts.about(sheet.score(), fact),
        sheet.isNeeded(fact),
        sheet.notes().comments().getOrDefault(fact.id(), 0),
        sheet.notes().evidence().getOrDefault(fact.id(), 0),
        typed.flatMap(Typed::asked),
        typed.flatMap(Typed::conflict));
  }

  static String shown(FactDefinition fact, Optional<Fact> value) {
    return value.map(known -> TypedFact.shown(fact, known)).orElse("");
  }

  static Optional<FormPage.Criterion> criterion(
      Sheet sheet, ScoredCriterion criterion, String section) {
    return sheet
        .line(criterion.code())
        .map(line ->
            new FormPage.Criterion(
                line,
                sheet.reason(line),
                line.flags().contains(Flag.UNANSWERED),
                line.flags().contains(Flag.OVER_100_PERCENT),
                criterion.rule().facts().stream()
                    .flatMap(fact ->
                        sheet
                            .home(fact)
                            .filter(home -> !home.equals(section))
                            .map(home -> new FormPage.Feed(fact, home))
                            .stream())
                    .toList(),
                sheet.notes().claims().values().stream()
                    .filter(
                        claim -> sheet.set().scoredBelow(claim.code()).contains(criterion.code()))
                    .findFirst()));
  }

  private static List<FormPage.Offer> offers(Sheet sheet) {
    return sheet.set().notApplicable().stream()
        .filter(profile -> profile.groups().contains(sheet.assessment().unit().group()))
        .filter(profile ->
            !profile.criteria().stream()
                .allMatch(
                    code -> sheet.set().scoredBelow(code).stream().allMatch(sheet::isClaimed)))
        .map(profile -> new FormPage.Offer(profile.name(), profile.criteria()))
        .toList();
  }

  static FormPage.Tally tally(Sheet sheet) {
    var score = sheet.score();
    var grades = sheet.set().grades().highestFirst();
    var group = sheet.assessment().unit().group();
    var most =
        sheet.set().sections().stream()
            .flatMap(section -> section.maxPoints().of(group).stream())
            .reduce(Points.NONE, Points::plus);
    int order = grades.indexOf(score.grade());
    return new FormPage.Tally(
        score.total(),
        sheet.set().scale(group),
        score.grade().name(),
        order,
        order == 0
            ? Optional.empty()
            : grades
                .get(order - 1)
                .floor(group)
                .map(floor ->
                    Sentence.of(
                        "form.next",
                        floor.minus(score.total()).printed().decimal(),
                        grades.get(order - 1).name())),
        sheet.missing().size(),
        sheet.couldStill(),
        grades.reversed().stream()
            .flatMap(grade ->
                grade
                    .floor(group)
                    .map(floor -> new FormPage.Tally.Mark(grade.name(), floor))
                    .stream())
            .toList(),
        most);
  }

  private static FormPage.Todo todo(List<FormPage.Theme> themes) {
    var entries = themes.stream().flatMap(theme -> theme.entries().stream()).toList();
    var missing = entries.stream().filter(entry -> entry.needed() && !entry.answered()).toList();
    var doubtful = entries.stream().filter(entry -> !entry.doubts().isEmpty()).toList();
    return new FormPage.Todo(
        missing.stream().findFirst().map(entry -> entry.fact().id()),
        missing.size(),
        doubtful.stream().findFirst().map(entry -> entry.fact().id()),
        doubtful.size());
  }
}
