package thangdiem.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.scoring.Fact;
import thangdiem.scoring.UnitAnswers;

/**
 * What a file would change (bản xem trước): a row for every difference, and what it comes to.
 *
 * @param same facts of which the file says what stands already
 * @param before the total as it stands
 * @param after the total with the rows that are taken unless somebody says otherwise
 * @param claimed codes that the file alone says do not apply
 * @param unclaimed codes that are claimed and that the file does not name
 */
public record ImportPlan(
    List<ImportRow> rows,
    int same,
    Points before,
    Points after,
    List<String> claimed,
    List<String> unclaimed) {

  static ImportPlan of(Sheet sheet, WorkbookFile.Content content) {
    var rows = new ArrayList<ImportRow>();
    int same = 0;
    for (var fact : WorkbookVersions.facts(sheet.assessment())) {
      var offered = Optional.ofNullable(content.facts().get(fact.id()));
      var now = sheet.given(fact.id());
      if (!now.value().equals(offered)) {
        row(sheet, fact, now, offered, content.seen()).ifPresent(rows::add);
      } else if (offered.isPresent()) {
        same++;
      }
    }
    // Emptied cells last: a file made by hand has many, and means none of them.
    rows.sort(Comparator.comparing(row -> row.state() == ImportRow.State.CLEARED));
    var taken = rows.stream().filter(row -> row.state().taken()).toList();
    var claims = sheet.notes().claims().keySet();
    return new ImportPlan(
        List.copyOf(rows),
        same,
        sheet.score().total(),
        total(sheet, taken),
        beside(content.notApplicable(), claims),
        beside(claims, Set.copyOf(content.notApplicable())));
  }

  private static List<String> beside(Collection<String> some, Collection<String> others) {
    return some.stream().filter(code -> !others.contains(code)).sorted().toList();
  }

  private static Optional<ImportRow> row(
      Sheet sheet,
      FactDefinition fact,
      GivenFact now,
      Optional<Fact> offered,
      Optional<WorkbookVersions> versions) {
    var seen = versions.flatMap(known -> Optional.ofNullable(known.byFact().get(fact.id())));
    if (offered.isEmpty() && seen.equals(Optional.of(0L))) {
      return Optional.empty(); // Answered since: the file never had it, and takes nothing away.
    }
    var row =
        new ImportRow(
            fact,
            sheet.home(fact.id()).orElse(""),
            state(now, offered, seen),
            now.value(),
            now.version(),
            now.at(),
            now.by(),
            offered,
            Points.NONE);
    return Optional.of(
        new ImportRow(
            fact,
            row.section(),
            row.state(),
            row.now(),
            row.version(),
            row.at(),
            row.by(),
            offered,
            total(sheet, List.of(row)).minus(sheet.score().total())));
  }

  private static ImportRow.State state(GivenFact now, Optional<Fact> offered, Optional<Long> seen) {
    if (seen.isPresent() && seen.get() != now.version()) {
      return ImportRow.State.CONFLICT;
    }
    if (offered.isEmpty()) {
      return ImportRow.State.CLEARED;
    }
    if (now.version() == 0) {
      return ImportRow.State.NEW;
    }
    return seen.isPresent() ? ImportRow.State.CHANGED : ImportRow.State.UNKNOWN;
  }

  /** The total when those rows are taken. */
  private static Points total(Sheet sheet, List<ImportRow> taken) {
    var now = sheet.answers();
    var facts = new LinkedHashMap<>(now.facts());
    for (var row : taken) {
      row.offered()
          .ifPresentOrElse(
              value -> facts.put(row.fact().id(), value), () -> facts.remove(row.fact().id()));
    }
    return sheet.score(withFacts(now, facts)).total();
  }

  private static UnitAnswers withFacts(UnitAnswers now, Map<String, Fact> facts) {
    return new UnitAnswers(
        now.unit(),
        now.name(),
        now.group(),
        facts,
        now.previous(),
        now.notApplicable(),
        now.deductions(),
        now.submittedAt(),
        now.reported());
  }

  /** How many rows are of that kind. */
  public int count(ImportRow.State state) {
    return (int) rows.stream().filter(row -> row.state() == state).count();
  }

  /** Whether the file says of claims what stands already. */
  public boolean sameClaims() {
    return claimed.isEmpty() && unclaimed.isEmpty();
  }
}
