package thangdiem.round;

import java.util.Optional;

/** Who knows what a round's council adopted (số liệu đã thông qua). */
@FunctionalInterface
public interface AdoptedAnswers {

  /** The answers file that was adopted; absent where nothing was. */
  Optional<byte[]> of(Round round);
}
