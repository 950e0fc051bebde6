package thangdiem.inspection;

import thangdiem.words.Sentence;

/** What became of something that was noted (kết quả ghi nhận). */
public sealed interface Noting {

  /** It stands, as that version. */
  record Kept(int version) implements Noting {}

  /** It cannot be read, or is out of bounds. */
  record Asked(Sentence question) implements Noting {}

  /** Somebody else has noted something else meanwhile. */
  record Conflict(Visit.Entry theirs) implements Noting {}
}
