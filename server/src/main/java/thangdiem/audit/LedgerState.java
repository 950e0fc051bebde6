package thangdiem.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thangdiem.proof.LedgerEntry;
import thangdiem.proof.LedgerEntry.Commitment;
import thangdiem.proof.LedgerPayload;

/**
 * What the ledger says of every kept row (trạng thái theo nhật ký), event by event. Knows nothing
 * of the tables: so it can be held against them, and tells what they were at any moment.
 */
final class LedgerState {

  /**
   * The last thing said of a column.
   *
   * @param at as the event writes it
   * @param value what was said: the value itself, its digest, or the hash of a commitment
   * @param committed whether it is such a hash
   * @param commitment what the hash is of; absent once it was erased
   */
  record Said(
      long position,
      String at,
      String kind,
      String value,
      boolean committed,
      Optional<Commitment> commitment) {

    /** The value where it can be read; absent for an erased one. */
    Optional<String> readable() {
      return committed ? commitment.map(Commitment::value) : Optional.of(value);
    }
  }

  /** By row, by column; the row itself under the empty name. */
  private final Map<String, Map<String, Said>> rows = new HashMap<>();

  /** The next event; one that cannot be read says nothing. */
  void add(LedgerEntry entry) {
    LedgerPayload.of(entry.payload()).ifPresent(payload -> add(entry, payload));
  }

  /** The next event, already read. */
  void add(LedgerEntry entry, LedgerPayload payload) {
    payload
        .object("rows")
        .forEach((field, value) -> {
          if (value.equals(ChangedRows.REMOVED) && field.indexOf(ChangedRows.COLUMN) < 0) {
            rows.remove(field);
          } else {
            put(field, said(entry, payload, value, false, Optional.empty()));
          }
        });
    payload
        .object("committed")
        .forEach((field, hash) -> {
          if (field.indexOf(ChangedRows.COLUMN) > 0) {
            var commitment = Optional.ofNullable(entry.commitments().get(field));
            put(field, said(entry, payload, hash, true, commitment));
          }
        });
  }

  private static Said said(
      LedgerEntry entry,
      LedgerPayload payload,
      String value,
      boolean committed,
      Optional<Commitment> commitment) {
    return new Said(
        entry.position(), payload.text("at"), payload.text("kind"), value, committed, commitment);
  }

  /** Row and column are told apart at the last sign: a key may contain it, a column may not. */
  private void put(String field, Said said) {
    int column = field.lastIndexOf(ChangedRows.COLUMN);
    if (column < 0) {
      var fresh = new TreeMap<String, Said>();
      fresh.put("", said);
      rows.put(field, fresh);
    } else {
      rows.computeIfAbsent(field.substring(0, column), _ -> new TreeMap<>())
          .put(field.substring(column + 1), said);
    }
  }

  /** Every row that is there, in order, with what was last said of each column. */
  Map<String, Map<String, Said>> rows() {
    return new TreeMap<>(rows);
  }
}
