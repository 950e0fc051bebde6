package thangdiem.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;

/** Prepares the head's page. */
@Component
class SigningPages {

  private final Sheets sheets;

  SigningPages(Sheets sheets) {
    this.sheets = sheets;
  }

  SigningPage of(Assessment assessment) {
    var sheet = sheets.of(assessment);
    var lastYear = sheet.lastYear();
    return new SigningPage(
        assessment,
        FormPages.tally(sheet),
        lastYear.map(ScoreSheet::total),
        assessment.set().sections().stream()
            .map(section -> part(sheet, section, lastYear))
            .toList(),
        sheet.missing().stream()
            .map(fact -> new SigningPage.Missing(fact, sheet.home(fact.id()).orElseThrow()))
            .toList(),
        assessment.set().facts().values().stream()
            .filter(fact -> sheet.home(fact.id()).isPresent())
            .map(fact ->
                new SigningPage.Doubtful(
                    fact,
                    sheet.home(fact.id()).orElseThrow(),
                    FormPages.shown(fact, sheet.given(fact.id()).value()),
                    Doubts.about(sheet.score(), fact)))
            .filter(doubtful -> !doubtful.why().isEmpty())
            .toList(),
        sheet.notes().claims().values().stream().toList(),
        sheet.notes().handover(),
        (int)
            assessment.set().facts().values().stream()
                .filter(fact -> fact.movable() && sheet.home(fact.id()).isPresent())
                .filter(fact -> sheet.isNeeded(fact) && sheet.isAnswered(fact))
                .count(),
        earning(sheet).size(),
        earning(sheet).stream()
            .filter(criterion -> !isProven(sheet, criterion))
            .map(ScoredCriterion::code)
            .toList(),
        Snapshot.of(sheet).sha256(),
        UUID.randomUUID());
  }

  private static List<ScoredCriterion> earning(Sheet sheet) {
    return sheet.score().lines().stream()
        .filter(line -> line.points().value().signum() > 0)
        .map(ScoreLine::criterion)
        .toList();
  }

  private static boolean isProven(Sheet sheet, ScoredCriterion criterion) {
    var proven = sheet.notes().evidence().keySet();
    return proven.contains(criterion.code())
        || criterion.rule().facts().stream().anyMatch(proven::contains);
  }

  private static SigningPage.Part part(
      Sheet sheet, Section section, Optional<ScoreSheet> lastYear) {
    return new SigningPage.Part(
        section.code(),
        section.name(),
        points(sheet.score(), section),
        section.maxPoints().of(sheet.assessment().unit().group()).orElse(Points.NONE),
        lastYear.map(score -> points(score, section)));
  }

  private static Points points(ScoreSheet score, Section section) {
    return section
        .scored()
        .flatMap(
            criterion -> score.lines().stream().filter(line -> line.criterion().equals(criterion)))
        .map(ScoreLine::points)
        .reduce(Points.NONE, Points::plus);
  }
}
