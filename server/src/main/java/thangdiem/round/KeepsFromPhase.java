package thangdiem.round;

import java.util.List;
import thangdiem.words.Sentence;

/**
 * Whoever knows what keeps a round from a phase (điều kiện chuyển giai đoạn): the rounds ask, the
 * modules that build on rounds know.
 */
public interface KeepsFromPhase {

  /** What is still waited for before that round can move there; empty when nothing is. */
  List<Sentence> missing(Round round, Phase to);
}
