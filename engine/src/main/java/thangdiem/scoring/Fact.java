package thangdiem.scoring;

import java.time.LocalDate;
import thangdiem.criteria.Rational;

/**
 * What a unit states for one fact (số liệu kê khai). A fact that is absent is unanswered, which is
 * something else than {@link None}.
 */
public sealed interface Fact {

  /** A count or a decimal, exact. */
  record Amount(Rational value) implements Fact {}

  /** Có or không. */
  record YesNo(boolean yes) implements Fact {}

  record Day(LocalDate date) implements Fact {}

  /** The id of the option chosen. */
  record Chosen(String option) implements Fact {}

  record Words(String text) implements Fact {}

  /** "There is none" (không có): an answer; it counts as 0, as no, as no option and as no date. */
  record None() implements Fact {}
}
