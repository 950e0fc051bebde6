package thangdiem.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import thangdiem.audit.Role;
import thangdiem.audit.Subject;
import thangdiem.criteria.CriteriaSet;
import thangdiem.criteria.FactDefinition;
import thangdiem.exchange.Sha256;
import thangdiem.round.Phase;
import thangdiem.round.Round;
import thangdiem.round.RoundUnit;

/**
 * A visit (cuộc kiểm tra) with everything that was noted there so far, as somebody sees it.
 *
 * @param entries of each field what stands
 * @param photos those that stand
 * @param withdrawn photographs that were withdrawn; they are shown no more
 * @param signatures all, the earlier first
 */
public record Visit(
    Round round,
    CriteriaSet set,
    RoundUnit unit,
    Plan plan,
    Map<String, Entry> entries,
    List<Photo> photos,
    List<Withdrawn> withdrawn,
    List<Signature> signatures,
    Optional<Closed> closed,
    Set<Role> roles,
    UUID reader,
    OffsetDateTime now) {

  /** What is noted of the visit itself, in the order of the minutes. */
  public static final List<String> GENERAL =
      List.of("began", "present", "findings", "opinion", "ended", "refusal");

  private static final String SEPARATOR = "\u001f";

  /** What stands in a field. */
  public record Entry(String field, int version, String value, OffsetDateTime notedAt, String by) {}

  /** A photograph (ảnh chụp). */
  public record Photo(
      UUID id,
      String fact,
      String caption,
      OffsetDateTime takenAt,
      String sha256,
      OffsetDateTime at,
      String by) {}

  /** That a photograph was withdrawn, when, by whom and why (ảnh đã rút). */
  public record Withdrawn(Photo photo, String words, OffsetDateTime at, String by) {}

  /** Who signs (bên ký). */
  public enum Side {
    TEAM,
    SECRETARY,
    UNIT
  }

  /**
   * A signature on the screen (chữ ký).
   *
   * @param strokes as {@link thangdiem.document.Strokes} reads them; empty where a typed name was
   *     confirmed
   * @param sha256 of what stood there when it was signed
   */
  public record Signature(
      UUID id,
      Side side,
      String name,
      String post,
      String strokes,
      String sha256,
      OffsetDateTime signedAt) {}

  /** The minutes are out. */
  public record Closed(
      String sha256, String docxSha256, String pdfSha256, OffsetDateTime at, String by) {}

  /** Where its pages stand. */
  public String path() {
    return "/rounds/" + round.key() + "/inspections/" + unit.code();
  }

  Subject subject() {
    return Subject.round(round.id()).of(unit.unit());
  }

  /** Whether anything can be noted now. */
  public boolean isOpen() {
    return closed.isEmpty()
        && (round.phase() == Phase.VERIFYING || round.phase() == Phase.EXPLAINING);
  }

  /** Whether the reader is of the team. */
  public boolean isOfTeam() {
    return roles.contains(Role.INSPECTOR) && plan.isOfTeam(reader);
  }

  public String value(String field) {
    return Optional.ofNullable(entries.get(field)).map(Entry::value).orElse("");
  }

  public int version(String field) {
    return Optional.ofNullable(entries.get(field)).map(Entry::version).orElse(0);
  }

  /** The facts of the checklist, as the criteria set has them. */
  public List<FactDefinition> facts() {
    return plan.items().stream().flatMap(item -> fact(item.fact()).stream()).toList();
  }

  /** A fact of the criteria set. */
  Optional<FactDefinition> fact(String id) {
    return Optional.ofNullable(set.facts().get(id));
  }

  /** Whether something can be noted under that name. */
  boolean hasField(String field) {
    return GENERAL.contains(field)
        || facts().stream()
            .anyMatch(fact ->
                field.equals("measured:" + fact.id()) || field.equals("remark:" + fact.id()));
  }

  /** The hash of what is noted and photographed; the phone reckons the same. */
  public String sha256() {
    var text = new StringBuilder();
    new TreeMap<>(entries)
        .forEach((field, entry) -> {
          if (!entry.value().isEmpty()) {
            text.append(field).append(SEPARATOR).append(entry.value()).append('\n');
          }
        });
    photos.stream()
        .map(photo -> "photo:" + photo.id() + SEPARATOR + photo.sha256())
        .sorted()
        .forEach(line -> text.append(line).append('\n'));
    return Sha256.of(text.toString());
  }

  /** The last signature of a side, if it is of what stands now. */
  public Optional<Signature> valid(Side side) {
    return last(side).filter(signature -> signature.sha256().equals(sha256()));
  }

  /** The last signature of a side, whatever it is of. */
  public Optional<Signature> last(Side side) {
    return signatures.stream()
        .filter(signature -> signature.side() == side)
        .reduce((_, later) -> later);
  }

  /** Whether both sides have signed what stands now. */
  public boolean isSignedByBoth() {
    return valid(Side.TEAM).isPresent() && valid(Side.UNIT).isPresent();
  }

  /** Whether something was signed that has been changed since. */
  public boolean isChangedSinceSigned(Side side) {
    return last(side).isPresent() && valid(side).isEmpty();
  }
}
