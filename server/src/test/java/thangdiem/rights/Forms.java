package thangdiem.rights;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms as a page shows them: what would be sent if nobody typed anything. */
final class Forms {

  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?s)<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>"
              + "|<select\\b([^>]*)>(.*?)</select>");
  private static final Pattern CHOSEN = Pattern.compile("<option\\b([^>]*\\bselected\\b[^>]*)>");
  private static final Pattern FIRST = Pattern.compile("<option\\b([^>]*)>");

  private Forms() {}

  /** The fields of the first form of that page that is sent to that path. */
  static Map<String, String> sentTo(String path, String page) {
    return FORM.matcher(page)
        .results()
        .filter(form ->
            attribute(form.group(1), "method").equals("post")
                && attribute(form.group(1), "action").equals(path))
        .findFirst()
        .map(form -> entries(form.group(2)))
        .orElseThrow(() -> new AssertionError("the page has no form for " + path + ":\n" + page));
  }

  private static Map<String, String> entries(String form) {
    var entries = new TreeMap<String, String>();
    var matcher = ENTRY.matcher(form);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        var input = matcher.group(1);
        boolean ticked =
            !attribute(input, "type").matches("checkbox|radio")
                || input.matches("(?s).*\\bchecked\\b.*");
        put(entries, input, attribute(input, "value"), ticked);
      } else if (matcher.group(2) != null) {
        put(entries, matcher.group(2), plain(matcher.group(3)), true);
      } else {
        put(entries, matcher.group(4), chosen(matcher.group(5)), true);
      }
    }
    entries.remove("_csrf");
    return entries;
  }

  private static void put(Map<String, String> entries, String tag, String value, boolean isSent) {
    var name = attribute(tag, "name");
    if (isSent && !name.isEmpty() && !attribute(tag, "type").equals("file")) {
      entries.putIfAbsent(name, value);
    }
  }

  private static String chosen(String options) {
    var chosen = CHOSEN.matcher(options);
    var first = FIRST.matcher(options);
    return chosen.find()
        ? attribute(chosen.group(1), "value")
        : first.find() ? attribute(first.group(1), "value") : "";
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? plain(found.group(1)) : "";
  }

  private static String plain(String text) {
    return text.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
