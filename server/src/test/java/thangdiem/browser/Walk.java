package thangdiem.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Follows every link from some pages on, as one person after another: of each handler a few pages,
 * and of those only such as are made of other parts than the ones seen before.
 */
final class Walk {

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern MAIN = Pattern.compile("(?s)<main.*</main>");
  private static final Pattern PART = Pattern.compile("<([a-z0-9]+)|class=\"([^\"]*)\"");
  private static final int PAGES_OF_A_HANDLER = 3;
  private static final int KINDS_OF_A_HANDLER = 5;

  private final String base;
  private final UnaryOperator<String> handlerOf;
  private final Map<String, Set<String>> seenParts = new HashMap<>();
  private final Set<String> handlers = new TreeSet<>();

  Walk(String base, UnaryOperator<String> handlerOf) {
    this.base = base;
    this.handlerOf = handlerOf;
  }

  /** The handlers whose pages or files somebody has opened on the walk. */
  Set<String> handlers() {
    return handlers;
  }

  /** Addresses of pages worth looking at, with the status that each answered. */
  Map<String, Integer> from(BrowserContext window, Collection<String> starts) {
    var worth = new LinkedHashMap<String, Integer>();
    var opened = new HashSet<String>();
    var perHandler = new HashMap<String, Integer>();
    var toOpen = new ArrayDeque<>(starts);
    while (!toOpen.isEmpty()) {
      var path = toOpen.poll();
      var handler = handlerOf.apply(path);
      if (!opened.add(path) || perHandler.merge(handler, 1, Integer::sum) > PAGES_OF_A_HANDLER) {
        continue;
      }
      var answer = window.request().get(base + path, RequestOptions.create().setMaxRedirects(0));
      handlers.add(handler);
      if (answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
        var html = answer.text();
        var seen = seenParts.computeIfAbsent(handler, _ -> new HashSet<>());
        if (seen.size() < KINDS_OF_A_HANDLER && seen.add(parts(html))) {
          worth.put(path, answer.status());
        }
        LINK.matcher(html).results().map(Walk::address).filter(Walk::isPage).forEach(toOpen::add);
      } else {
        redirect(answer).filter(Walk::isPage).forEach(toOpen::add);
      }
      answer.dispose();
    }
    return worth;
  }

  private Stream<String> redirect(APIResponse answer) {
    return Stream.ofNullable(answer.headers().get("location"))
        .map(location -> location.replace(base, ""))
        .filter(location -> location.startsWith("/"));
  }

  private static String address(MatchResult link) {
    return link.group(1).replace("&amp;", "&");
  }

  /** The public pages are the same for everybody; PublishedInBrowserTest looks at them. */
  private static boolean isPage(String path) {
    return Stream.of("/assets/", "/language/", "/published").noneMatch(path::startsWith);
  }

  /** The kinds of elements and classes of which the page's content is made. */
  private static String parts(String html) {
    var parts = new TreeSet<String>();
    MAIN.matcher(html)
        .results()
        .flatMap(main -> PART.matcher(main.group()).results())
        .forEach(part -> parts.add(part.group()));
    return parts.toString();
  }
}
