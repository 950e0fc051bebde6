package thangdiem.orgunit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.words.Mistake;

/**
 * What a list from outside would change, before it is confirmed (trang xem trước).
 *
 * @param source the criteria set or the file
 * @param plan absent where there is nothing to confirm: not asked yet, or full of mistakes
 * @param digest by which the confirmation says what it confirms
 * @param sent the file itself, which the confirmation brings back; empty for a criteria set
 * @param parents names of units by id
 * @param moved whether units were changed between the preview and the confirmation
 * @param offered the criteria sets that there are
 */
public record UnitPlanPage(
    String source,
    Optional<UnitPlan> plan,
    String digest,
    String sent,
    List<Mistake> mistakes,
    UnitLabels labels,
    Map<UUID, String> parents,
    boolean moved,
    List<String> offered) {

  /** The name of what a new unit will stand below. */
  public String parent(OrgUnit unit) {
    return unit.parent().flatMap(id -> Optional.ofNullable(parents.get(id))).orElse("");
  }
}
