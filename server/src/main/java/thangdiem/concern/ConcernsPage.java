package thangdiem.concern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import thangdiem.round.Round;

/**
 * The reports about a round (trang báo số liệu sai).
 *
 * @param open how many are not concluded
 * @param names what criteria are called, by code
 * @param handles whether the reader takes up and concludes, and sees how senders are reached
 * @param failed the one whose conclusion could not be kept
 */
public record ConcernsPage(
    Round round,
    long all,
    long open,
    int number,
    int pages,
    List<Concern> concerns,
    Map<String, String> names,
    boolean handles,
    boolean corrects,
    Optional<Failed> failed) {

  /** What was typed of a conclusion, and what is wrong with it. */
  public record Failed(UUID concern, String outcome, String words, String wrong) {}

  public Optional<Failed> failed(Concern concern) {
    return failed.filter(one -> one.concern().equals(concern.id()));
  }

  public String name(Concern concern) {
    return names.getOrDefault(concern.code(), "");
  }
}
