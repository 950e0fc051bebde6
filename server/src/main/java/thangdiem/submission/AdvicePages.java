package thangdiem.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Advice;
import thangdiem.scoring.Fact;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** Prepares the page of what could still be won. */
@Component
class AdvicePages {

  private final Sheets sheets;

  AdvicePages(Sheets sheets) {
    this.sheets = sheets;
  }

  AdvicePage of(Assessment assessment) {
    var sheet = sheets.of(assessment);
    var advice = sheet.advice(today(assessment));
    return new AdvicePage(
        assessment,
        FormPages.tally(sheet),
        nextGrade(sheet).map(grade -> goal(sheet, advice, grade)),
        lines(sheet, advice.opportunities()));
  }

  private static LocalDate today(Assessment assessment) {
    return assessment.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate();
  }

  /** The grade above the one that the points come to, whatever caps it. */
  private static Optional<Grade> nextGrade(Sheet sheet) {
    var grades = sheet.set().grades();
    int at =
        grades
            .highestFirst()
            .indexOf(grades.gradeOf(sheet.score().total(), sheet.score().answers().group()));
    return at == 0 ? Optional.empty() : Optional.of(grades.highestFirst().get(at - 1));
  }

  private static AdvicePage.Goal goal(Sheet sheet, Advice advice, Grade grade) {
    var needed =
        grade
            .floor(sheet.score().answers().group())
            .orElse(Points.NONE)
            .minus(sheet.score().total());
    var plan = advice.toWin(needed);
    return new AdvicePage.Goal(
        grade.name(), needed, plan.reaches(needed), plan.gain(), lines(sheet, plan.actions()));
  }

  private static List<AdvicePage.Line> lines(Sheet sheet, List<Advice.Opportunity> opportunities) {
    return opportunities.stream()
        .flatMap(
            one -> sheet.home(one.fact().id()).map(section -> line(sheet, one, section)).stream())
        .toList();
  }

  private static AdvicePage.Line line(Sheet sheet, Advice.Opportunity one, String section) {
    var fact = one.fact();
    return new AdvicePage.Line(
        fact,
        section,
        FormPages.shown(fact, one.now()),
        one.steps().stream()
            .map(step -> new AdvicePage.Step(what(fact, step), step.gain(), step.effects()))
            .toList(),
        fact.movesAgainst().stream()
            .map(sheet.set().facts()::get)
            .filter(Objects::nonNull)
            .map(FactDefinition::label)
            .toList());
  }

  private static Sentence what(FactDefinition fact, Advice.Step step) {
    return switch (step.to()) {
      case Fact.Amount to when step.by().signum() > 0 ->
          Sentence.of(
              "advice.more",
              TypedFact.shown(fact, new Fact.Amount(step.by())),
              fact.unit().isEmpty() ? Sentence.of("advice.unit") : fact.unit(),
              TypedFact.shown(fact, to));
      case Fact.Amount to -> Sentence.of("advice.answer", TypedFact.shown(fact, to));
      case Fact.YesNo _ -> Sentence.of("advice.yes");
      case Fact.Chosen to -> Sentence.of("advice.choose", TypedFact.shown(fact, to));
      case Fact.Day(var date) -> Sentence.of("advice.day", Words.date(date));
      case Fact.Words _, Fact.None _ -> throw new IllegalStateException("advised: " + step.to());
    };
  }
}
