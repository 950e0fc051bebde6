package thangdiem.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thangdiem.criteria.Criterion;
import thangdiem.criteria.CriterionGroup;
import thangdiem.criteria.Points;
import thangdiem.criteria.ScoredCriterion;
import thangdiem.criteria.Section;
import thangdiem.ranking.Standing;
import thangdiem.scoring.Reasons;
import thangdiem.scoring.ScoreLine;
import thangdiem.scoring.ScoreSheet;
import thangdiem.scoring.SectionScore;
import thangdiem.site.UnitPage.Block;
import thangdiem.site.UnitPage.Columns;
import thangdiem.site.UnitPage.Line;
import thangdiem.site.UnitPage.Part;
import thangdiem.site.UnitPage.Proof;
import thangdiem.words.Words;

/** Every criterion of a unit with its reason and its three columns (từng tiêu chí). */
final class CriterionLines {

  private static final String VERIFIED = "verified";

  private final Drawing drawing;
  private final ScoreSheet sheet;
  private final Reasons reasons;
  private final Map<String, ScoreLine> lines = new LinkedHashMap<>();
  private final Map<String, ScoreLine> claimed;
  private final Map<String, ScoreLine> verified;
  private final List<Difference> differences;
  private final List<Exhibit> exhibits;

  CriterionLines(Drawing drawing, ScoreSheet sheet) {
    this.drawing = drawing;
    this.sheet = sheet;
    this.reasons =
        new Reasons(drawing.set, drawing.edition.round().standings().policy(), drawing.words);
    var unit = sheet.answers().unit();
    lines.putAll(byCode(Optional.of(sheet)));
    this.claimed =
        byCode(Optional.ofNullable(drawing.edition.claimed().get(unit)).map(Standing::sheet));
    this.verified =
        byCode(Optional.ofNullable(drawing.edition.verified().get(unit)).map(Standing::sheet));
    this.exhibits = drawing.edition.exhibits().getOrDefault(unit, List.of());
    this.differences = drawing.edition.differences().getOrDefault(unit, List.of());
  }

  private static Map<String, ScoreLine> byCode(Optional<ScoreSheet> sheet) {
    var lines = new LinkedHashMap<String, ScoreLine>();
    sheet.ifPresent(own -> own.lines().forEach(line -> lines.put(line.criterion().code(), line)));
    return lines;
  }

  /** How what was claimed became what was decided; empty where the bundle does not tell. */
  Optional<String> sentence() {
    var unit = sheet.answers().unit();
    var one = drawing.edition.claimed().get(unit);
    var two = drawing.edition.verified().get(unit);
    if (one == null || two == null) {
      return Optional.empty();
    }
    long changed =
        lines.values().stream()
            .filter(line -> !columns(line).map(Columns::same).orElse(true))
            .count();
    return Optional.of(
        drawing.say(
            changed == 0 ? "site.unit.columnsSame" : "site.unit.columns",
            drawing.figures.points(one.sheet().total()),
            drawing.figures.points(two.sheet().total()),
            drawing.figures.points(sheet.total()),
            changed));
  }

  List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (var section : drawing.set.sections()) {
      section
          .maxPoints()
          .of(sheet.answers().group())
          .ifPresent(max -> parts.add(part(section, max)));
    }
    return parts;
  }

  private Part part(Section section, Points max) {
    var own = section.scored().flatMap(this::line).toList();
    var score =
        sheet.sections().stream()
            .filter(one -> one.section().equals(section))
            .map(SectionScore::points)
            .findFirst();
    var sum = own.stream().map(ScoreLine::points).reduce(Points.NONE, Points::plus);
    var blocks = new ArrayList<Block>();
    var loose = new ArrayList<Line>();
    for (var criterion : section.criteria()) {
      switch (criterion) {
        case ScoredCriterion scored -> line(scored).map(this::line).forEach(loose::add);
        case CriterionGroup group -> {
          flush(loose, blocks);
          block(group).ifPresent(blocks::add);
        }
      }
    }
    flush(loose, blocks);
    return new Part(
        section.printedNumber() + ". " + section.name(),
        drawing.figures.points(score.orElse(sum)),
        drawing.figures.most(max),
        score.isPresent() && !score.get().equals(sum)
            ? drawing.say("site.unit.rescaledSection", drawing.figures.points(sum))
            : "",
        blocks);
  }

  private static void flush(List<Line> loose, List<Block> blocks) {
    if (!loose.isEmpty()) {
      blocks.add(new Block("", "", "", List.copyOf(loose)));
      loose.clear();
    }
  }

  private Optional<Block> block(CriterionGroup group) {
    var own = group.scored().flatMap(this::line).toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block(
                group.printedNumber() + " " + group.name(),
                drawing.figures.points(
                    own.stream().map(ScoreLine::points).reduce(Points.NONE, Points::plus)),
                group.maxPoints().of(sheet.answers().group()).map(drawing.figures::most).orElse(""),
                own.stream().map(this::line).toList()));
  }

  private Stream<ScoreLine> line(Criterion criterion) {
    return Optional.ofNullable(lines.get(criterion.code())).stream();
  }

  private Line line(ScoreLine line) {
    var reason = reasons.of(line, sheet.answers());
    var criterion = line.criterion();
    return new Line(
        criterion.code(),
        criterion.name(),
        drawing.figures.points(line.points()),
        drawing.figures.most(line.max()),
        line.counts() && line.points().value().signum() == 0 && line.max().value().signum() > 0,
        line.flags().stream().map(flag -> drawing.say("site.flag." + flag.text())).toList(),
        reason.facts(),
        reason.rule(),
        reason.arithmetic(),
        drawing.set.legalBasis().number() + ", " + reason.basis(),
        proofs(line),
        columns(line));
  }

  private Optional<Columns> columns(ScoreLine line) {
    var code = line.criterion().code();
    var one = claimed.get(code);
    var two = verified.get(code);
    if (one == null || two == null) {
      return Optional.empty();
    }
    var difference = line.points().value().minus(one.points().value());
    var why =
        differences.stream()
            .filter(found -> found.code().equals(code))
            .filter(found -> !found.reason().isEmpty() || !found.document().isEmpty())
            .map(found ->
                drawing.say(
                    found.column().equals(VERIFIED) ? "site.unit.foundBy" : "site.unit.decidedBy",
                    found.document().isEmpty()
                        ? found.reason()
                        : found.reason() + " (" + found.document() + ")"))
            .distinct()
            .toList();
    return Optional.of(
        new Columns(
            one.points().equals(two.points())
                && two.points().equals(line.points())
                && why.isEmpty(),
            drawing.figures.points(one.points()),
            drawing.figures.points(two.points()),
            drawing.figures.points(line.points()),
            drawing.figures.signed(difference),
            difference.signum() < 0,
            why));
  }

  private List<String> proofs(ScoreLine line) {
    var read = line.criterion().rule().facts();
    return exhibits.stream()
        .filter(exhibit -> exhibit.provesOf(line.criterion().code(), read))
        .map(this::title)
        .distinct()
        .toList();
  }

  private String title(Exhibit exhibit) {
    if (exhibit.number().isEmpty()) {
      return exhibit.title().isEmpty() ? drawing.say("site.unit.ownFile") : exhibit.title();
    }
    return exhibit.title().isEmpty()
        ? exhibit.number()
        : exhibit.title() + " (" + exhibit.number() + ")";
  }

  /** All documents that the unit showed. */
  List<Proof> proofs() {
    return exhibits.stream()
        .map(exhibit ->
            new Proof(
                title(exhibit),
                Stream.of(
                        exhibit.issuer(),
                        day(exhibit.issuedOn()),
                        exhibit.pages().isEmpty()
                            ? ""
                            : drawing.say("site.unit.pages", exhibit.pages()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" · ")),
                lines.values().stream()
                    .map(ScoreLine::criterion)
                    .filter(one -> exhibit.provesOf(one.code(), one.rule().facts()))
                    .map(ScoredCriterion::code)
                    .collect(Collectors.joining(", "))))
        .toList();
  }

  private static String day(String issuedOn) {
    try {
      return Words.date(LocalDate.parse(issuedOn));
    } catch (DateTimeException e) {
      return issuedOn; // as the bundle has it
    }
  }
}
