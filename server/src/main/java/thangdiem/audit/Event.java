package thangdiem.audit;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What an act leaves in the ledger (sự kiện), while it is being carried out. Facts that everybody
 * may see in time stand in it as they are; personal data and free text as salted commitments, which
 * can be erased without breaking the ledger.
 */
public final class Event {

  private final UUID id = UUID.randomUUID();
  private final Act act;
  private final Optional<UUID> actor;
  private Subject subject;
  private final Map<String, String> facts = new TreeMap<>();
  private final Map<String, String> rows = new TreeMap<>();
  private final Map<String, String> committed = new LinkedHashMap<>();
  private final Set<String> changing = new LinkedHashSet<>();

  Event(Act act, Subject subject, Optional<UUID> actor) {
    this.act = act;
    this.subject = subject;
    this.actor = actor;
  }

  /** Says a fact of the change. */
  public Event with(String field, Object value) {
    facts.put(composed(field), composed(value.toString()));
    return this;
  }

  /** Says something personal, or in somebody's own words. */
  public Event personally(String field, String value) {
    committed.put(field, composed(value));
    return this;
  }

  /**
   * Says that this act has changed that row, where several acts share a transaction.
   *
   * @param table a kept table
   * @param key the columns that name the row, in the table's order
   */
  public Event changing(String table, Object... key) {
    changing.add(KeptTable.row(table, List.of(key)));
    return this;
  }

  /** Says what a row of a kept table has become, exactly as it stands there. */
  void row(String field, String value) {
    rows.put(field, value);
  }

  /** The same of something personal. */
  void exactly(String field, String value) {
    committed.put(field, value);
  }

  /** NFC: the same text is the same bytes, however it was typed. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The round or unit, where it is known only once the change is made. */
  public Event about(Subject found) {
    subject = found;
    return this;
  }

  /** By which the ledger names it, for those who must find it again. */
  public UUID id() {
    return id;
  }

  Act act() {
    return act;
  }

  Subject subject() {
    return subject;
  }

  /** Who does it; absent where nobody has ordered it. */
  Optional<UUID> actor() {
    return actor;
  }

  boolean isChanging() {
    return !changing.isEmpty();
  }

  Set<String> changing() {
    return changing;
  }

  Map<String, String> facts() {
    return facts;
  }

  Map<String, String> rows() {
    return rows;
  }

  Map<String, String> committed() {
    return committed;
  }
}
