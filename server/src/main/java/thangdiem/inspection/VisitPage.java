package thangdiem.inspection;

import java.util.Optional;
import java.util.UUID;
import thangdiem.criteria.FactDefinition;
import thangdiem.words.Sentence;

/**
 * A visit at the desk (trang một cuộc kiểm tra).
 *
 * @param typed what was typed at the desk and could not be kept
 */
public record VisitPage(Visit visit, Optional<Typed> typed) {

  /**
   * Something that could not be kept.
   *
   * @param question what has to be asked; absent for a conflict
   * @param theirs what somebody else has noted meanwhile
   */
  public record Typed(
      String field, String value, Optional<Sentence> question, Optional<Visit.Entry> theirs) {}

  /** What stands in an entry, or was typed there. */
  public String value(String field) {
    return about(field).map(Typed::value).orElse(visit.value(field));
  }

  /** What could not be kept in that entry. */
  public Optional<Typed> about(String field) {
    return typed.filter(one -> one.field().equals(field));
  }

  /** The version that the next change names: of what its maker sees now. */
  public int version(String field) {
    return about(field)
        .flatMap(Typed::theirs)
        .map(Visit.Entry::version)
        .orElse(visit.version(field));
  }

  /** A new identifier for what the form makes. */
  public String fresh() {
    return UUID.randomUUID().toString();
  }

  public FactDefinition fact(Plan.Item item) {
    return Optional.ofNullable(visit.set().facts().get(item.fact())).orElseThrow();
  }

  /** Whether something else was measured than was declared. */
  public boolean differs(Plan.Item item) {
    var measured = visit.value("measured:" + item.fact());
    return !measured.isEmpty() && !measured.equals(item.declared());
  }

  /** Whether the reader can note something now. */
  public boolean mayNote() {
    return visit.isOpen() && visit.isOfTeam();
  }
}
