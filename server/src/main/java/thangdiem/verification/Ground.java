package thangdiem.verification;

import java.util.Optional;
import java.util.stream.Stream;

/** Why something is found other than claimed (lý do), as lists offer it; words go with each. */
public enum Ground {
  DIFFERS_FROM_EVIDENCE,
  NO_EVIDENCE,
  EVIDENCE_OUT_OF_PERIOD,
  EVIDENCE_UNREADABLE,
  COUNTED_OTHERWISE,
  NOT_WHAT_IS_ASKED,
  MEASURED_ON_THE_SPOT,
  EXPLANATION_ACCEPTED,
  OTHER;

  /** The reason of that name; absent where none was chosen. */
  static Optional<Ground> of(String name) {
    return Stream.of(values()).filter(ground -> ground.name().equals(name)).findFirst();
  }
}
