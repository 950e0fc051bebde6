package thangdiem.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.scoring.Fact;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.UnitAnswers;

/**
 * What a file would change (bản xem trước): a row for every difference, and what it comes to.
 *
 * @param claims what only one of the file and the sheet says does not apply, or for another reason
 * @param same facts of which the file says what stands already
 * @param ticked the rows that are taken
 * @param before the total as it stands
 * @param after the total with the rows that are ticked
 * @param grade and the grade with them
 */
public record ImportPlan(
    List<ImportRow> rows,
    List<ClaimRow> claims,
    int same,
    ImportChoices ticked,
    Points before,
    Points after,
    String grade) {

  /** With those rows ticked that are taken unless somebody says otherwise. */
  static ImportPlan of(Sheet sheet, WorkbookFile.Content content) {
    return of(sheet, content, Optional.empty());
  }

  /**
   * With those rows ticked that somebody ticked.
   *
   * @param chosen absent where nobody has chosen yet
   */
  static ImportPlan of(Sheet sheet, WorkbookFile.Content content, Optional<ImportChoices> chosen) {
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
    var claims = claims(sheet, content);
    var ticked = chosen.orElseGet(() -> ImportChoices.usual(rows, claims));
    var after =
        score(
            sheet,
            rows.stream().filter(row -> ticked.takes(row.fact().id())).toList(),
            claims.stream().filter(ticked::takes).toList());
    return new ImportPlan(
        List.copyOf(rows),
        claims,
        same,
        ticked,
        sheet.score().total(),
        after.total(),
        after.grade().name());
  }

  /** What the file adds first, then what it gives another reason, then what it no longer says. */
  private static List<ClaimRow> claims(Sheet sheet, WorkbookFile.Content content) {
    var stand = sheet.notes().claims();
    var inFile = content.claims();
    return Stream.of(
            inFile.keySet().stream().filter(code -> !stand.containsKey(code)),
            stand.values().stream()
                .filter(claim -> isReworded(claim, inFile.getOrDefault(claim.code(), "")))
                .map(Notes.Claim::code),
            stand.keySet().stream().filter(code -> !inFile.containsKey(code)))
        .flatMap(Stream::sorted)
        .map(code ->
            claim(
                sheet,
                code,
                Optional.ofNullable(stand.get(code)),
                Optional.ofNullable(inFile.get(code))))
        .toList();
  }

  /** An empty cell takes no reason away. */
  private static boolean isReworded(Notes.Claim stands, String stated) {
    return !stated.isBlank() && !stated.strip().equals(stands.reason().strip());
  }

  private static ClaimRow claim(
      Sheet sheet, String code, Optional<Notes.Claim> now, Optional<String> stated) {
    var name = ClaimRow.name(sheet.set(), code);
    var alone = new ClaimRow(code, name, now, stated, Points.NONE);
    return new ClaimRow(
        code,
        name,
        now,
        stated,
        score(sheet, List.of(), List.of(alone)).total().minus(sheet.score().total()));
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
            score(sheet, List.of(row), List.of()).total().minus(sheet.score().total())));
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

  /** The points when those rows are taken. */
  private static ScoreSheet score(Sheet sheet, List<ImportRow> taken, List<ClaimRow> claims) {
    var now = sheet.answers();
    var facts = new LinkedHashMap<>(now.facts());
    for (var row : taken) {
      row.offered()
          .ifPresentOrElse(
              value -> facts.put(row.fact().id(), value), () -> facts.remove(row.fact().id()));
    }
    var notApplicable = new LinkedHashSet<>(now.notApplicable());
    for (var row : claims) {
      if (row.drops()) {
        notApplicable.remove(row.code());
      } else {
        notApplicable.add(row.code());
      }
    }
    return sheet.score(
        new UnitAnswers(
            now.unit(),
            now.name(),
            now.group(),
            facts,
            now.previous(),
            List.copyOf(notApplicable),
            now.deductions(),
            now.submittedAt(),
            now.reported()));
  }

  /** How many rows are of that kind. */
  public int count(ImportRow.State state) {
    return (int) rows.stream().filter(row -> row.state() == state).count();
  }

  /** How many differences there are. */
  public int size() {
    return rows.size() + claims.size();
  }

  /** Whether the file says of claims what stands already. */
  public boolean sameClaims() {
    return claims.isEmpty();
  }
}
