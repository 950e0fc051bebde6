package thangdiem.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.FactOption;

/**
 * The data dictionary (từ điển dữ liệu): each column of results.csv and each fact of answers.json
 * in words.
 */
final class Dictionary {

  private static final String BEFORE = "\uFEFF"; // spreadsheets then know that it is UTF-8

  private static final String RESULTS = "results.csv";

  private final Drawing drawing;

  Dictionary(Drawing drawing) {
    this.drawing = drawing;
  }

  byte[] csv() {
    var rows =
        Stream.of(
                Stream.of(heads()),
                columns(),
                drawing.set.facts().values().stream().map(this::fact))
            .flatMap(part -> part)
            .map(row -> row.stream().map(Dictionary::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", BEFORE, "\r\n"));
    return rows.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> heads() {
    return List.of(
        drawing.say("site.dictionary.file"),
        drawing.say("site.dictionary.name"),
        drawing.say("site.dictionary.meaning"),
        drawing.say("site.dictionary.type"),
        drawing.say("site.dictionary.unit"),
        drawing.say("site.dictionary.most"),
        drawing.say("site.dictionary.used"),
        drawing.say("site.basis"));
  }

  private Stream<List<String>> columns() {
    var plain =
        Stream.of(
                "unit",
                "name",
                "group",
                "rank",
                "rankInGroup",
                "total",
                "grade",
                "bonus",
                "deductions",
                "meanPercent",
                "rescaledTotal",
                "rescaledGrade",
                "flags")
            .map(name ->
                List.of(
                    RESULTS,
                    name,
                    drawing.say("site.dictionary.column." + name),
                    "",
                    "",
                    "",
                    "",
                    ""));
    var sections =
        drawing.set.scoredSections().stream()
            .map(section ->
                row(
                    section.code(),
                    section.name(),
                    drawing.figures.most(Drawing.greatest(section)),
                    ""));
    var criteria =
        drawing
            .set
            .scored()
            .map(criterion ->
                row(
                    criterion.code(),
                    criterion.name(),
                    criterion.maxPoints().byGroup().values().stream()
                        .findFirst()
                        .map(drawing.figures::most)
                        .orElse(""),
                    criterion.basis()));
    return Stream.of(plain, sections, criteria).flatMap(part -> part);
  }

  private List<String> row(String name, String meaning, String most, String basis) {
    return List.of(RESULTS, name, meaning, drawing.say("site.points"), "", most, "", basis);
  }

  private List<String> fact(FactDefinition fact) {
    return List.of(
        "answers.json",
        fact.id(),
        fact.label(),
        drawing.say("site.dictionary.type." + fact.type())
            + fact.options().stream()
                .map(FactOption::label)
                .collect(Collectors.joining("; ", fact.options().isEmpty() ? "" : ": ", "")),
        fact.unit(),
        "",
        drawing
            .set
            .scored()
            .filter(criterion -> criterion.rule().facts().contains(fact.id()))
            .map(criterion -> criterion.code())
            .collect(Collectors.joining(" ")),
        fact.basis());
  }

  /** A cell that begins like a formula is kept from being one. */
  private static String quoted(String cell) {
    var safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
