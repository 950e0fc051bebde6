package thangdiem.site;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import thangdiem.words.Words;

/** What was published, for feed readers (Atom). */
final class Feed {

  private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private Feed() {}

  static byte[] of(List<Published> all, String base) {
    var words = Words.VIETNAMESE;
    var entries = all.stream().map(one -> entry(one, base, words)).collect(Collectors.joining());
    var updated =
        all.stream()
            .map(Published::visibleFrom)
            .max((one, other) -> one.toInstant().compareTo(other.toInstant()))
            .map(INSTANT::format)
            .orElse("1970-01-01T00:00:00Z");
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
    <title>%s</title>
    <id>%s</id>
    <link rel="self" href="%s"/>
    <link rel="alternate" href="%s"/>
    <author><name>Thang Điểm</name></author>
    <updated>%s</updated>
    %s</feed>
    """
        .formatted(
            escaped(words.say("site.years")),
            escaped(base + Address.ROOT),
            escaped(base + Address.ROOT + "/feed.xml"),
            escaped(base + Address.ROOT),
            updated,
            entries)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String entry(Published one, String base, Words words) {
    var href = base + new Address(one.key(), one.version(), Address.VIETNAMESE).below("");
    return """
    <entry><title>%s</title><id>%s</id><link href="%s"/><updated>%s</updated><summary>%s</summary></entry>
    """
        .formatted(
            escaped(
                one.version() == 1
                    ? one.name()
                    : one.name() + " · " + words.say("site.version", one.version())),
            escaped(href),
            escaped(href),
            INSTANT.format(one.visibleFrom()),
            escaped(words.say("site.decision", one.decisionNumber(), one.decisionOn())));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
  }
}
