package thangdiem;

import java.io.PrintStream;
import thangdiem.words.Words;

/**
 * What is said to whoever started the server (màn hình của người quản trị). Progress is for
 * somebody who watches: the launcher knows, and sets {@code thangdiem.progress}.
 */
record Console(Words words, PrintStream out, PrintStream err) {

  void say(String key, Object... arguments) {
    out.println(words.say(key, arguments));
  }

  void complain(String key, Object... arguments) {
    err.println(words.say(key, arguments));
  }

  /** What nobody foresaw, with all that whoever mends the program needs to know. */
  void fault(Throwable fault) {
    complain("start.fault");
    fault.printStackTrace(err);
  }

  void progress(String key) {
    if (Boolean.getBoolean("thangdiem.progress")) {
      err.println(words.say(key));
    }
  }
}
