package thangdiem.scoring;

import java.util.EnumSet;
import java.util.Set;
import thangdiem.criteria.Points;

/** Points that a rule gives, exact, with how they arose and what must be flagged. */
public record Award(Points points, Step step, Set<Flag> flags) {

  static Award of(Points points, Step step) {
    return new Award(points, step, Set.of());
  }

  static Award notMeasured(Flag why) {
    return new Award(Points.NONE, new Step.NotMeasured(why), Set.of(why));
  }

  static Set<Flag> flags(Iterable<Award> awards) {
    var flags = EnumSet.noneOf(Flag.class);
    awards.forEach(award -> flags.addAll(award.flags()));
    return flags;
  }
}
