package thangdiem.deduction;

import thangdiem.criteria.Grade;
import thangdiem.criteria.Points;

/** What a deduction costs its unit (tác động): total and grade without it and with it. */
public record Cost(Points before, Points after, Grade gradeBefore, Grade gradeAfter) {

  public boolean changesGrade() {
    return !gradeBefore.equals(gradeAfter);
  }
}
