package thangdiem.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** All that is published, by year (các năm đã công bố). */
public record YearsPage(Outside outside, List<Year> years) {

  /** A round with its versions, the latest first. */
  public record Year(int year, String name, String decision, String href, List<Version> versions) {}

  public record Version(int number, String decision, String at, String href) {}

  static YearsPage of(Words words, List<Published> all, SitePlace place) {
    boolean english = words.language().equals(Address.ENGLISH);
    var byKey = new LinkedHashMap<String, List<Published>>();
    all.forEach(one -> byKey.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one));
    return new YearsPage(
        new Outside(
            words,
            words.say("site.years"),
            place.style(),
            english ? Address.ROOT : Address.ROOT + "/" + Address.ENGLISH),
        byKey.values().stream().map(versions -> year(words, versions)).toList());
  }

  private static Year year(Words words, List<Published> versions) {
    var latest = versions.getFirst();
    return new Year(
        latest.year(),
        latest.name(),
        words.say("site.decision", latest.decisionNumber(), latest.decisionOn()),
        href(words, latest),
        versions.stream()
            .map(one ->
                new Version(
                    one.version(),
                    words.say("site.decision", one.decisionNumber(), one.decisionOn()),
                    VietnamTime.show(one.visibleFrom()),
                    href(words, one)))
            .toList());
  }

  private static String href(Words words, Published published) {
    return new Address(published.key(), published.version(), words.language()).below("");
  }
}
