package thangdiem.collection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.TextTable;
import thangdiem.exchange.TypedFact;
import thangdiem.scoring.Fact;
import thangdiem.submission.Assessment;
import thangdiem.submission.Facts;
import thangdiem.submission.GivenFact;
import thangdiem.words.Words;

/** Prepares the pages and the workbook of the collecting unit (bảng tổng hợp). */
@Component
class CollectionPages {

  private final CollectionTable table;
  private final Facts facts;

  CollectionPages(CollectionTable table, Facts facts) {
    this.table = table;
    this.facts = facts;
  }

  /** The page; absent where nothing has been opened yet. */
  Optional<CollectionPage> of(Assessment assessment) {
    return table.find(assessment).map(collection -> page(assessment, collection));
  }

  private CollectionPage page(Assessment assessment, FactCollection collection) {
    var own = facts.of(assessment);
    var rows =
        collection.asked().stream()
            .map(asked -> row(assessment, collection, asked))
            .sorted(Comparator.comparing(CollectionPage.Row::state))
            .toList();
    return new CollectionPage(
        assessment,
        collection,
        rows,
        collection.facts().stream()
            .map(fact -> sum(fact, collection, own.getOrDefault(fact.id(), GivenFact.NONE)))
            .toList(),
        table.corrections(assessment),
        rows.stream().anyMatch(row -> row.late() && row.state() != CollectionPage.State.DONE));
  }

  private static CollectionPage.Row row(
      Assessment assessment, FactCollection collection, Asked asked) {
    var facts = collection.facts();
    int answered = asked.answered(facts);
    return new CollectionPage.Row(
        asked,
        asked.unit().equals(assessment.unit().unit()),
        asked.isDone(facts)
            ? CollectionPage.State.DONE
            : answered == facts.size()
                ? CollectionPage.State.ANSWERED
                : answered == 0 ? CollectionPage.State.NOT_BEGUN : CollectionPage.State.BEGUN,
        answered,
        asked.isLate(facts, collection.due(), assessment.now()),
        values(facts, asked));
  }

  private static List<String> values(List<FactDefinition> facts, Asked asked) {
    return facts.stream()
        .map(
            fact -> asked.given(fact).value().map(value -> TypedFact.shown(fact, value)).orElse(""))
        .toList();
  }

  private static CollectionPage.Sum sum(
      FactDefinition fact, FactCollection collection, GivenFact own) {
    var rolledUp = RolledUp.of(fact, collection.asked());
    return new CollectionPage.Sum(
        rolledUp,
        own.value().map(value -> TypedFact.shown(fact, value)).orElse(""),
        own.version(),
        rolledUp.value().equals(own.value()),
        difference(fact, rolledUp.value(), own.value()));
  }

  private static Optional<String> difference(
      FactDefinition fact, Optional<Fact> collected, Optional<Fact> own) {
    if (collected.orElse(new Fact.None()) instanceof Fact.Amount(var sum)
        && own.orElse(new Fact.None()) instanceof Fact.Amount(var stated)
        && !sum.equals(stated)) {
      var more = sum.minus(stated);
      var size = more.signum() < 0 ? more.negated() : more;
      return Optional.of(
          (more.signum() < 0 ? "−" : "+") + TypedFact.shown(fact, new Fact.Amount(size)));
    }
    return Optional.empty();
  }

  /** The table as a workbook, the sums in its last row. */
  byte[] workbook(CollectionPage page, Words words) {
    var assessment = page.assessment();
    var columns =
        Stream.concat(
                Stream.of(
                    TextTable.Column.of(words.say("collection.unit"), 34),
                    TextTable.Column.of(words.say("collection.state"), 18)),
                page.collection().facts().stream()
                    .map(fact -> TextTable.Column.of(fact.label(), 16)))
            .toList();
    var rows =
        Stream.concat(
                page.rows().stream()
                    .map(row ->
                        Stream.concat(
                                Stream.of(
                                    row.asked().name(),
                                    words.say("collection.state." + row.state())),
                                row.values().stream())
                            .toList()),
                Stream.of(
                    Stream.concat(
                            Stream.of(words.say("collection.rolledUp"), ""),
                            page.sums().stream().map(sum -> sum.rolledUp().shown()))
                        .toList()))
            .toList();
    return TextTable.write(
        words.say("collection.sheetName"),
        words.say("collection.tableTitle", assessment.unit().name(), assessment.round().name()),
        words.say("collection.missingCount", page.missing(), page.rows().size()),
        columns,
        rows);
  }
}
