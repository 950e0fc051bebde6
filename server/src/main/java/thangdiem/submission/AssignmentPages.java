package thangdiem.submission;

import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;

/** Prepares the pages of who does what. */
@Component
class AssignmentPages {

  private final Sheets sheets;
  private final ColleagueTable colleagues;

  AssignmentPages(Sheets sheets, ColleagueTable colleagues) {
    this.sheets = sheets;
    this.colleagues = colleagues;
  }

  AssignmentsPage of(Assessment assessment) {
    var sheet = sheets.of(assessment);
    var people = colleagues.of(assessment);
    return new AssignmentsPage(
        assessment,
        people,
        assessment.set().sections().stream()
            .map(section ->
                new AssignmentsPage.Part(
                    FormPages.rail(sheet, section, Optional.empty()),
                    Optional.ofNullable(sheet.notes().assignees().get(section.code()))
                        .flatMap(doing ->
                            people.stream()
                                .filter(one -> one.account().equals(doing.account()))
                                .findFirst())
                        .map(Colleague::login)
                        .orElse("")))
            .toList());
  }

  AssignmentsPage.Mine mine(Assessment assessment) {
    var sheet = sheets.of(assessment);
    boolean everything = sheet.notes().assignees().isEmpty();
    return new AssignmentsPage.Mine(
        assessment,
        everything,
        assessment.set().sections().stream()
            .filter(section -> everything || FormPages.isMine(sheet, section))
            .map(section -> part(sheet, section))
            .filter(part -> !part.facts().isEmpty())
            .toList());
  }

  private static AssignmentsPage.MinePart part(Sheet sheet, Section section) {
    return new AssignmentsPage.MinePart(
        section,
        sheet.entered(section).stream()
            .filter(fact -> sheet.isNeeded(fact) && !sheet.isAnswered(fact))
            .map(fact ->
                new AssignmentsPage.MineFact(
                    fact,
                    sheet.uses(fact.id()).stream().map(ScoredCriterion::code).toList(),
                    could(sheet, fact)))
            .toList());
  }

  private static Points could(Sheet sheet, FactDefinition fact) {
    return sheet.uses(fact.id()).stream()
        .flatMap(criterion -> sheet.line(criterion.code()).stream())
        .filter(line -> !sheet.isClaimed(line.criterion().code()))
        .map(line -> line.max().minus(line.points()))
        .reduce(Points.NONE, Points::plus);
  }
}
