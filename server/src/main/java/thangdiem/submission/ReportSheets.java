package thangdiem.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Refusal;
import thangdiem.criteria.LegalBasis;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.document.OfficialHead;
import thangdiem.document.SelfAssessmentReport;
import thangdiem.evidence.Citation;
import thangdiem.evidence.Evidence;
import thangdiem.evidence.EvidenceItem;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** Fills the report with what the unit states (in báo cáo tự đánh giá), in Vietnamese. */
@Component
class ReportSheets {

  private static final Words WORDS = Words.VIETNAMESE;

  private final Sheets sheets;
  private final Evidence evidence;
  private final Letters letters;

  ReportSheets(Sheets sheets, Evidence evidence, Letters letters) {
    this.sheets = sheets;
    this.evidence = evidence;
    this.letters = letters;
  }

  /**
   * The report as it was sent.
   *
   * @throws Refusal when it was taken back and its answers are no longer those that were sent
   */
  SelfAssessmentReport sent(Assessment assessment, Submission report) {
    var sheet = sheets.of(assessment);
    if (!Snapshot.of(sheet).sha256().equals(report.sha256())) {
      throw new Refusal("report.paper.changed");
    }
    return report(
        sheet,
        report.at().atZoneSameInstant(VietnamTime.ZONE).toLocalDate(),
        report.by(),
        WORDS.say("document.mark", report.sha256()),
        false);
  }

  /** What the report would be, were it sent now; it says so of itself. */
  SelfAssessmentReport draft(Assessment assessment) {
    var sheet = sheets.of(assessment);
    return report(
        sheet,
        assessment.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate(),
        "",
        WORDS.say("report.paper.draft", VietnamTime.show(assessment.now()), sheet.missing().size()),
        true);
  }

  private SelfAssessmentReport report(
      Sheet sheet, LocalDate day, String signer, String mark, boolean draft) {
    var assessment = sheet.assessment();
    var set = assessment.set();
    return new SelfAssessmentReport(
        letter(assessment, day, signer),
        WORDS.say("report.paper.subject", assessment.round().year()),
        List.of(basis(set.legalBasis())),
        set.sections().stream()
            .map(section -> section(sheet, section))
            .filter(section -> !section.lines().isEmpty())
            .toList(),
        new SelfAssessmentReport.Totals(
            sheet.score().total().decimal(),
            sum(sheet.score().lines().stream().map(line -> line.max())),
            sheet.score().grade().name()),
        evidence.of(assessment.round().id(), assessment.unit().unit()).stream()
            .filter(EvidenceItem::current)
            .map(item -> proof(sheet, item))
            .toList(),
        mark,
        draft);
  }

  /** "Căn cứ Quyết định số 1663/QĐ-UBND ngày 03 tháng 10 năm 2017 của … ban hành …". */
  private static String basis(LegalBasis basis) {
    var kind =
        basis.number().contains("/QĐ")
            ? "decision"
            : basis.number().contains("TT") ? "circular" : "other";
    var title = basis.title();
    return WORDS.say(
        "report.paper.basis",
        WORDS.say("report.paper.basis." + kind),
        basis.number(),
        OfficialHead.day(basis.issuedOn()),
        basis.issuer(),
        title.substring(0, 1).toLowerCase(Locale.of("vi")) + title.substring(1));
  }

  private SelfAssessmentReport.Letter letter(Assessment assessment, LocalDate day, String signer) {
    var head = letters.of(assessment);
    return new SelfAssessmentReport.Letter(
        letters.parent(),
        assessment.unit().name(),
        letters.addressee(),
        head.printedNumber(),
        head.printedPlace(),
        day,
        head.printedPost(),
        signer,
        List.of(WORDS.say("report.paper.asAbove"), WORDS.say("report.paper.kept")));
  }

  private static SelfAssessmentReport.Section section(Sheet sheet, Section section) {
    var lines =
        section.scored().flatMap(criterion -> sheet.line(criterion.code()).stream()).toList();
    return new SelfAssessmentReport.Section(
        section.code(),
        section.name(),
        sum(lines.stream().map(line -> line.max())),
        sum(lines.stream().map(line -> line.points())),
        lines.stream()
            .map(line -> {
              var reason = sheet.reason(line);
              return new SelfAssessmentReport.Line(
                  line.criterion().code(),
                  line.criterion().name(),
                  line.max().decimal(),
                  line.points().decimal(),
                  reason.facts(),
                  reason.arithmetic());
            })
            .toList());
  }

  private static SelfAssessmentReport.Evidence proof(Sheet sheet, EvidenceItem item) {
    var codes = new LinkedHashSet<String>();
    var pages = new ArrayList<String>();
    for (var citation : item.citations()) {
      codes.addAll(criteria(sheet, citation.about()));
      if (!citation.pages().isEmpty()) {
        pages.add(citation.pages());
      }
    }
    var said = item.description();
    var document =
        Stream.of(
                Optional.of(said.number()).filter(number -> !number.isEmpty()),
                said.issuedOn().map(Words::date),
                Optional.of(said.issuer()).filter(issuer -> !issuer.isEmpty()),
                Optional.of(item.title()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return new SelfAssessmentReport.Evidence(
        sheet
            .set()
            .scored()
            .map(ScoredCriterion::code)
            .filter(codes::contains)
            .collect(Collectors.joining(", ")),
        document,
        pages.stream().distinct().collect(Collectors.joining("; ")));
  }

  /** Whoever proves a fact proves every criterion that uses it. */
  private static List<String> criteria(Sheet sheet, Citation.About about) {
    return about.of() == Citation.Of.CRITERION
        ? List.of(about.code())
        : sheet.uses(about.code()).stream().map(ScoredCriterion::code).toList();
  }

  private static BigDecimal sum(Stream<Points> points) {
    return points.reduce(Points.NONE, Points::plus).decimal();
  }
}
