package thangdiem.orgunit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An agency that takes part, something below one, or the province above them all (đơn vị).
 *
 * @param rankingGroup the group of the criteria set in which it is ranked; absent: it is not ranked
 * @param vertical ngành dọc: under a ministry, not under the province
 * @param name as the decision prints it
 * @param officialName its proper name
 * @param ordinal its place in the decision's list
 */
public record OrgUnit(
    UUID id,
    String code,
    Optional<UUID> parent,
    Kind kind,
    Optional<String> rankingGroup,
    boolean vertical,
    String name,
    String officialName,
    Optional<String> portal,
    int ordinal,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    int version) {

  /** Where in the tree a unit stands. */
  public enum Kind {
    PROVINCE("province"),
    AGENCY("agency"),
    SUB_UNIT("sub-unit"),
    COMMUNE("commune");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As stored and exchanged: "sub-unit". */
    public String text() {
      return text;
    }

    static Kind of(String text) {
      for (var kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalStateException("no kind of unit " + text);
    }
  }

  /** The same under that id. */
  OrgUnit as(UUID other) {
    return new OrgUnit(
        other,
        code,
        parent,
        kind,
        rankingGroup,
        vertical,
        name,
        officialName,
        portal,
        ordinal,
        validFrom,
        validTo,
        version);
  }

  /** The same unit with that last day. */
  OrgUnit until(LocalDate lastDay) {
    return new OrgUnit(
        id,
        code,
        parent,
        kind,
        rankingGroup,
        vertical,
        name,
        officialName,
        portal,
        ordinal,
        validFrom,
        Optional.of(lastDay),
        version);
  }

  /** Whether it exists on that day. */
  public boolean existsOn(LocalDate day) {
    return validFrom.map(from -> !day.isBefore(from)).orElse(true)
        && validTo.map(to -> !day.isAfter(to)).orElse(true);
  }
}
