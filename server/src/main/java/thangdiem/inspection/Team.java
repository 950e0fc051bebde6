package thangdiem.inspection;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import thangdiem.round.RoundUnit;

/**
 * A team and all that it visits under the decision that set it up (Tổ kiểm tra).
 *
 * @param decision as the plans name it: its number, and its day where somebody knew it
 * @param visits in the order in which they begin
 */
record Team(String decision, List<Part> visits) {

  private static final Pattern DAY = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  /**
   * A visit of the team.
   *
   * @param noted what stands in its fields
   * @param closed whether its minutes are out
   */
  record Part(RoundUnit unit, Plan plan, Map<String, String> noted, boolean closed) {

    String noted(String field) {
      return noted.getOrDefault(field, "");
    }

    String measured(Plan.Item item) {
      return noted("measured:" + item.fact());
    }

    /** Whether something else was measured than was declared. */
    boolean differs(Plan.Item item) {
      return !measured(item).isEmpty() && !measured(item).equals(item.declared());
    }

    List<Plan.Item> measured() {
      return plan.items().stream().filter(item -> !measured(item).isEmpty()).toList();
    }
  }

  /** "112/QĐ-STTTT". */
  String number() {
    return decision.split("\\s", 2)[0];
  }

  /** The day of the decision, where the plans name it. */
  Optional<LocalDate> day() {
    var found = DAY.matcher(decision);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(found.group(), TYPED));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Everybody of the team, each with the highest post held on any of its visits. */
  List<Plan.Member> members() {
    var members = new LinkedHashMap<UUID, Plan.Member>();
    for (var post : Plan.Post.values()) {
      for (var visit : visits) {
        visit.plan().members().stream()
            .filter(member -> member.post() == post)
            .forEach(member -> members.putIfAbsent(member.account(), member));
      }
    }
    return List.copyOf(members.values());
  }

  List<Part> closed() {
    return visits.stream().filter(Part::closed).toList();
  }
}
