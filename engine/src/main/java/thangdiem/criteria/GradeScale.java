package thangdiem.criteria;

import java.util.List;

/** The grades of a decision (phân loại, Đ7.2), highest first; the last has no floor. */
public record GradeScale(List<Grade> highestFirst) {

  /** The highest grade that the total of a unit of that group reaches. */
  public Grade gradeOf(Points total, String group) {
    return highestFirst.stream()
        .filter(grade -> grade.reachedBy(total, group))
        .findFirst()
        .orElseGet(highestFirst::getLast);
  }

  /** The lower of the two grades. */
  public Grade lower(Grade one, Grade other) {
    return highestFirst.get(Math.max(highestFirst.indexOf(one), highestFirst.indexOf(other)));
  }

  /** The grade of that name. */
  public Grade named(String name) {
    return highestFirst.stream()
        .filter(grade -> grade.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
