package thangdiem.site;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import thangdiem.audit.NotFound;

/**
 * The published versions, read (các bản công bố). A large province's takes seconds to read, so it
 * is kept as long as there is memory for it.
 */
@Component
public class PublishedEditions {

  private final PublishedTable table;
  private final TaskScheduler scheduler;
  private final Map<String, SoftReference<Edition>> read = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Split>> splits = new ConcurrentHashMap<>();

  PublishedEditions(PublishedTable table, TaskScheduler scheduler) {
    this.table = table;
    this.scheduler = scheduler;
  }

  /** The version at that address; one that may not be seen yet is as good as none. */
  Edition at(Address address) {
    return of(
        table
            .one(address.key(), address.version())
            .orElseThrow(() -> new NotFound("published " + address)));
  }

  /**
   * A version appears: it is read before its first readers ask, and nobody waits for that.
   *
   * @param until how long until it may be seen
   */
  public void expect(String key, int version, Duration until) {
    scheduler.schedule(() -> readAhead(key, version), scheduler.getClock().instant().plus(until));
  }

  private void readAhead(String key, int version) {
    try {
      table.one(key, version).map(this::of).ifPresent(this::warm);
    } catch (NotFound _) {
      // the clock of a demo was set back meanwhile: whoever asks first reads it
    }
  }

  private void warm(Edition edition) {
    var _ = edition.columns().get();
    splits(edition);
  }

  private Edition of(Published published) {
    var name = name(published);
    var known = Optional.ofNullable(read.get(name)).map(SoftReference::get);
    if (known.isPresent()) {
      return known.get();
    }
    synchronized (this) { // a crowd before a new result reads it once
      var meanwhile = Optional.ofNullable(read.get(name)).map(SoftReference::get);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
      var edition = EditionReader.read(published, () -> bundle(published));
      read.put(name, new SoftReference<>(edition));
      return edition;
    }
  }

  /**
   * The version of a round that everybody sees.
   *
   * @param key as addresses name the round
   */
  public Optional<Edition> latest(String key) {
    return table.all().stream()
        .filter(published -> published.key().equals(key))
        .findFirst() // the latest version comes first
        .map(this::of);
  }

  /** The file from which a version was read. */
  public byte[] bundle(Published published) {
    return table
        .bundle(published.key(), published.version())
        .orElseThrow(() -> new NotFound("bundle of " + published.key()));
  }

  /**
   * What a version is compared with: the year before as it could be seen when this one appeared, so
   * that a page shows the same for ever.
   */
  Optional<Edition> before(Edition edition) {
    var own = edition.published();
    return table.all().stream()
        .filter(other -> other.year() == own.year() - 1)
        .filter(other -> !other.visibleFrom().isAfter(own.visibleFrom()))
        .findFirst() // the latest version comes first
        .map(this::of);
  }

  /** Why units moved since then, by code; none where there is no year before. */
  Map<String, Split> splits(Edition edition) {
    return splits.computeIfAbsent(
        name(edition.published()),
        _ -> before(edition).map(before -> RankChanges.between(before, edition)).orElse(Map.of()));
  }

  private static String name(Published published) {
    return published.key() + "/" + published.version() + "/" + published.sha256();
  }
}
