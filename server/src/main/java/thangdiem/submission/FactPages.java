package thangdiem.submission;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import thangdiem.audit.LedgerHistory;
import thangdiem.audit.NotFound;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TypedFact;

/** Prepares the page of one fact. */
@Component
class FactPages {

  private static final int MOST_CHANGES = 100;

  private final Sheets sheets;
  private final RemarkTable remarks;
  private final ColleagueTable colleagues;
  private final LedgerHistory ledger;

  FactPages(Sheets sheets, RemarkTable remarks, ColleagueTable colleagues, LedgerHistory ledger) {
    this.sheets = sheets;
    this.remarks = remarks;
    this.colleagues = colleagues;
    this.ledger = ledger;
  }

  FactPage of(Assessment assessment, String id) {
    var fact = Facts.definition(assessment, id);
    var sheet = sheets.of(assessment);
    var section = sheet.home(id).orElseThrow(() -> new NotFound("fact " + id + " of this unit"));
    boolean own = assessment.isOwn();
    return new FactPage(
        assessment,
        FormPages.entry(sheet, fact, Optional.empty()),
        section,
        sheet.uses(id).stream()
            .flatMap(criterion -> FormPages.criterion(sheet, criterion, section).stream())
            .toList(),
        history(sheet, fact),
        own ? remarks.of(assessment, id) : List.of(),
        own ? colleagues.of(assessment) : List.of(),
        own && remarks.isCalled(assessment, id));
  }

  /** As the ledger says it; an answer that came with the database stands there all the same. */
  private List<FactPage.Answered> history(Sheet sheet, FactDefinition fact) {
    var assessment = sheet.assessment();
    var row =
        "answer/" + assessment.round().id() + "/" + assessment.unit().unit() + "/" + fact.id();
    var changes =
        ledger.of(assessment.subject(), row, "value", MOST_CHANGES).stream()
            .map(change ->
                new FactPage.Answered(
                    change.at(), change.by(), change.value().map(json -> shown(fact, json))))
            .toList();
    var given = sheet.given(fact.id());
    return changes.isEmpty() && given.at().isPresent()
        ? List.of(
            new FactPage.Answered(
                given.at().get(),
                given.by(),
                given.value().map(value -> TypedFact.shown(fact, value))))
        : changes;
  }

  private static String shown(FactDefinition fact, String json) {
    return TypedFact.shown(fact, TypedFact.ofJson(fact, json));
  }
}
