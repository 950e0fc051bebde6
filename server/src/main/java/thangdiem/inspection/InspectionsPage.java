package thangdiem.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/**
 * Whom a round inspects (danh sách kiểm tra): what was drawn, what people decided, which visits are
 * planned.
 *
 * @param draws the latest first
 * @param mayChoose whether the reader organises
 * @param typed what was typed into the form of the draw or of a decision and was wrong
 */
public record InspectionsPage(
    Round round, List<Draw> draws, List<Line> lines, boolean mayChoose, Typed typed) {

  /**
   * A unit.
   *
   * @param choices the latest last
   */
  public record Line(
      RoundUnit unit,
      Optional<Draw.Candidate> candidate,
      List<Choice> choices,
      Optional<PlannedVisit> visit) {

    /** What stands of the decisions. */
    public Optional<Choice> choice() {
      return choices.isEmpty() ? Optional.empty() : Optional.of(choices.getLast());
    }

    /** Whether people decided to inspect it. */
    public boolean isChosen() {
      return choice().map(Choice::chosen).orElse(false);
    }

    public boolean isDrawn() {
      return candidate.flatMap(Draw.Candidate::drawn).isPresent();
    }
  }

  /** What has to be typed again, and why. */
  public record Typed(
      String seed, String size, String unit, String words, Map<String, Sentence> wrong) {
    static final Typed NOTHING = new Typed("", "5", "", "", Map.of());
  }

  static InspectionsPage of(
      Round round,
      List<Draw> draws,
      Map<UUID, List<Choice>> choices,
      Map<UUID, PlannedVisit> visits,
      List<RoundUnit> units,
      boolean mayChoose,
      Typed typed) {
    var candidates =
        draws.stream()
            .limit(1)
            .flatMap(draw -> draw.candidates().stream())
            .collect(Collectors.toMap(Draw.Candidate::unit, one -> one));
    var lines = new ArrayList<Line>();
    for (var unit : units) {
      lines.add(
          new Line(
              unit,
              Optional.ofNullable(candidates.get(unit.unit())),
              choices.getOrDefault(unit.unit(), List.of()),
              Optional.ofNullable(visits.get(unit.unit()))));
    }
    lines.sort(
        Comparator.comparing((Line line) -> !line.isChosen())
            .thenComparing(
                line -> line.candidate().flatMap(Draw.Candidate::drawn).orElse(Integer.MAX_VALUE))
            .thenComparing(line -> -line.candidate().map(Draw.Candidate::weight).orElse(0))
            .thenComparing(line -> line.unit().ordinal()));
    return new InspectionsPage(round, draws, lines, mayChoose, typed);
  }

  public String path() {
    return "/rounds/" + round.key() + "/inspections";
  }

  /** Whether draws, decisions and plans can be made now. */
  public boolean isTime() {
    return round.phase() == Phase.VERIFYING || round.phase() == Phase.EXPLAINING;
  }

  public long chosen() {
    return lines.stream().filter(Line::isChosen).count();
  }

  public long closed() {
    return lines.stream()
        .filter(line -> line.visit().map(PlannedVisit::closed).orElse(false))
        .count();
  }

  public Optional<Sentence> wrong(String field) {
    return Optional.ofNullable(typed.wrong().get(field));
  }

  /** The reasons by name, for a choice. */
  public Map<String, String> reasons(Words words) {
    var reasons = new LinkedHashMap<String, String>();
    for (var reason : Reason.values()) {
      reasons.put(reason.name(), words.say("inspection.reason." + reason));
    }
    return reasons;
  }
}
