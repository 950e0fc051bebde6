package thangdiem.criteria;

import java.time.LocalDate;

/**
 * A day of a year counted from the assessed year (năm được đánh giá): 01/10 of {@code year-1}.
 *
 * @param fixed whether {@code year} is a calendar year, and not an offset from the assessed year
 */
public record RelativeDate(int day, int month, int year, boolean fixed) {

  public LocalDate in(int assessedYear) {
    return LocalDate.of(fixed ? year : assessedYear + year, month, day);
  }
}
