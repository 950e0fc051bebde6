package thangdiem.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Answers that never change, drawn once and kept (câu trả lời được giữ): the newspaper's crowd asks
 * for the same few pages. Bounded; the oldest go first.
 */
@Component
class KeptAnswers {

  private static final long MOST_BYTES = 64L << 20;
  private static final long A_SHARE = MOST_BYTES / 4;

  /** A page of a long table is a page of its own; other questions are answered each time. */
  private static final Pattern PAGE = Pattern.compile("page=[1-9]\\d{0,2}");

  private final Map<String, Answer> kept = new ConcurrentHashMap<>();
  private final ArrayDeque<String> order = new ArrayDeque<>();
  private long bytes;

  /** What was answered to that request before. */
  Optional<Answer> to(HttpServletRequest request) {
    var query = request.getQueryString();
    return Optional.ofNullable(
        kept.get(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query));
  }

  /** The answer to that request, drawn now and kept. */
  Answer to(HttpServletRequest request, Supplier<Answer> draw) {
    var answer = draw.get();
    var path = request.getRequestURI();
    var query = request.getQueryString();
    boolean plain = path.indexOf('%') < 0 && path.indexOf(';') < 0;
    if (plain
        && (query == null || PAGE.matcher(query).matches())
        && answer.headers().containsValue(Answer.FOR_EVER)
        && answer.size() <= A_SHARE) {
      keep(query == null ? path : path + "?" + query, answer);
    }
    return answer;
  }

  private synchronized void keep(String name, Answer answer) {
    if (kept.putIfAbsent(name, answer) == null) {
      order.add(name);
      bytes += answer.size();
    }
    while (bytes > MOST_BYTES) {
      var oldest = kept.remove(order.remove());
      bytes -= oldest == null ? 0 : oldest.size();
    }
  }
}
