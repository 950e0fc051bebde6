package thangdiem.round;

import java.util.List;

/**
 * What choosing a value would have changed last year, against the policy as it stands (tác động).
 *
 * @param ranks units whose rank in their group differs
 * @param grades units whose grade differs
 * @param examples a few of them by name
 */
public record PolicyEffect(int ranks, int grades, List<String> examples) {

  /** Whether nothing would have been otherwise. */
  public boolean none() {
    return ranks == 0 && grades == 0;
  }
}
