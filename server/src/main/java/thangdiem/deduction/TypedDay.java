package thangdiem.deduction;

import java.time.LocalDate;
import java.util.Optional;
import thangdiem.words.VietnamTime;

/** A day as it is typed: 05/03/2018 (ngày). */
final class TypedDay {

  private TypedDay() {}

  static Optional<LocalDate> of(String typed) {
    return typed.contains(":")
        ? Optional.empty()
        : VietnamTime.read(typed).map(at -> at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
  }
}
