package thangdiem.submission;

import thangdiem.words.Sentence;

/** What became of an answer that somebody gave (kết quả lưu một số liệu). */
public sealed interface Saving {

  /**
   * It is kept.
   *
   * @param before what stood there, for taking it back
   */
  record Saved(GivenFact now, GivenFact before) implements Saving {}

  /** Somebody else has given another one meanwhile: both are shown, and a person chooses. */
  record Conflict(GivenFact theirs) implements Saving {}

  /** What was typed has to be asked about; nothing has changed. */
  record Asked(Sentence question) implements Saving {}
}
