package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The plan of a visit (kế hoạch kiểm tra): when, where, by whom, and what will be looked at.
 *
 * @param decision number of the decision that set up the team
 */
public record Plan(
    int version,
    OffsetDateTime starts,
    String place,
    String decision,
    OffsetDateTime at,
    String by,
    List<Member> members,
    List<Item> items) {

  /** What somebody is in the team (chức danh trong Tổ). */
  public enum Post {
    LEADER,
    SECRETARY,
    MEMBER
  }

  /** Somebody of the team. */
  public record Member(UUID account, String name, String unit, Post post) {}

  /**
   * A fact that is looked at.
   *
   * @param declared as the unit stated it; empty where it did not
   * @param doubts why it is looked at; empty where a person added it
   */
  public record Item(String fact, String declared, List<Signal> doubts) {}

  /** Whether that account belongs to the team. */
  public boolean isOfTeam(UUID account) {
    return members.stream().anyMatch(member -> member.account().equals(account));
  }
}
