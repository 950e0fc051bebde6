package thangdiem.inspection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;

/**
 * The plan of a visit as somebody types it (kế hoạch đang nhập).
 *
 * @param version of the plan that the form shows; 0 for a new one
 */
public record PlanForm(
    String starts,
    String place,
    String decision,
    String leader,
    String secretary,
    Set<String> members,
    Set<String> facts,
    int version) {

  private static final int LONGEST = 300;

  /** What somebody has typed. */
  public static PlanForm of(
      String starts,
      String place,
      String decision,
      String leader,
      String secretary,
      List<String> members,
      List<String> facts,
      int version) {
    return new PlanForm(
        starts.strip(),
        Visits.plain(place),
        Visits.plain(decision),
        leader,
        secretary,
        new LinkedHashSet<>(members),
        new LinkedHashSet<>(facts),
        version);
  }

  /** A new plan: everything doubtful is looked at. */
  static PlanForm proposed(Reports.Report report, Set<String> facts) {
    return new PlanForm(
        "",
        "",
        "",
        "",
        "",
        Set.of(),
        facts.stream()
            .filter(fact -> !report.doubts().about(fact).isEmpty())
            .collect(Collectors.toSet()),
        0);
  }

  static PlanForm of(Plan plan) {
    return new PlanForm(
        VietnamTime.show(plan.starts()),
        plan.place(),
        plan.decision(),
        holder(plan, Plan.Post.LEADER),
        holder(plan, Plan.Post.SECRETARY),
        plan.members().stream()
            .filter(member -> member.post() == Plan.Post.MEMBER)
            .map(member -> member.account().toString())
            .collect(Collectors.toSet()),
        plan.items().stream().map(Plan.Item::fact).collect(Collectors.toSet()),
        plan.version());
  }

  private static String holder(Plan plan, Plan.Post post) {
    return plan.members().stream()
        .filter(member -> member.post() == post)
        .map(member -> member.account().toString())
        .findFirst()
        .orElse("");
  }

  /** Everything that is wrong, by field. */
  Map<String, Sentence> mistakes(List<Inspector> inspectors, Set<String> known) {
    var wrong = new LinkedHashMap<String, Sentence>();
    if (VietnamTime.read(starts).isEmpty()) {
      wrong.put("starts", Sentence.of("inspection.wrong.starts", starts));
    }
    if (place.isEmpty() || place.length() > LONGEST) {
      wrong.put("place", Sentence.of("inspection.wrong.place", LONGEST));
    }
    if (decision.isEmpty() || decision.length() > LONGEST) {
      wrong.put("decision", Sentence.of("inspection.wrong.decision", LONGEST));
    }
    var accounts =
        inspectors.stream().map(one -> one.account().toString()).collect(Collectors.toSet());
    if (!accounts.contains(leader)
        || !secretary.isEmpty() && !accounts.contains(secretary)
        || leader.equals(secretary)
        || !accounts.containsAll(members)) {
      wrong.put("leader", Sentence.of("inspection.wrong.team"));
    }
    if (facts.isEmpty() || !known.containsAll(facts)) {
      wrong.put("fact", Sentence.of("inspection.wrong.facts"));
    }
    return wrong;
  }

  /** The team, once nothing is wrong: whoever has a post has that post alone. */
  Map<UUID, Plan.Post> team() {
    var team = new LinkedHashMap<UUID, Plan.Post>();
    team.put(UUID.fromString(leader), Plan.Post.LEADER);
    Optional.of(secretary)
        .filter(text -> !text.isEmpty())
        .ifPresent(one -> team.put(UUID.fromString(one), Plan.Post.SECRETARY));
    Stream.of(members.toArray(String[]::new))
        .map(UUID::fromString)
        .forEach(one -> team.putIfAbsent(one, Plan.Post.MEMBER));
    return team;
  }
}
