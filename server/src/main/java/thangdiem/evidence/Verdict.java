package thangdiem.evidence;

import java.util.EnumSet;
import java.util.Set;
import thangdiem.words.Sentence;

/** What looking at a file came to (kết quả kiểm tra tệp). */
public sealed interface Verdict {

  /** It may be kept; readers are told of what is unusual. */
  record Taken(Kind kind, Set<Flag> flags) implements Verdict {}

  /** It may not, and why and what to do instead. */
  record Refused(Sentence why) implements Verdict {}

  static Verdict taken(Kind kind, Set<Flag> flags) {
    return new Taken(kind, flags.isEmpty() ? Set.of() : EnumSet.copyOf(flags));
  }

  static Verdict refused(String key, Object... arguments) {
    return new Refused(Sentence.of(key, arguments));
  }
}
