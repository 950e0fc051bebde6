package thangdiem.site;

import java.util.List;
import java.util.Optional;

/** A unit's result as the page draws it (trang của đơn vị): every point unfolds to its reason. */
public record UnitPage(
    Frame frame,
    String groupName,
    String groupHref,
    String name,
    String lead,
    List<Figure> figures,
    Optional<Change> change,
    List<String> remarks,
    String profileSentence,
    List<Profile> profile,
    String lostSentence,
    List<Lost> lost,
    Optional<String> columnsSentence,
    List<Part> parts,
    Optional<Sum> sum,
    List<Cost> costs,
    List<Neighbour> neighbours,
    String compare,
    List<Proof> proofs) {

  /** One of the figures at the top. */
  public record Figure(String label, String value, String of, String gradeStyle) {}

  /** A section against the median of the group. */
  public record Profile(
      String name,
      String points,
      String max,
      String difference,
      String direction,
      String inWords,
      String style,
      String width,
      String median) {}

  /** A criterion that cost points. */
  public record Lost(String code, String name, String points) {}

  /** A section with its criteria. */
  public record Part(String name, String points, String max, String note, List<Block> blocks) {}

  /** Criteria below one heading of the decision; without a name where there is none. */
  public record Block(String name, String points, String max, List<Line> lines) {}

  /** A criterion: its points and why, in the order of the reason everywhere. */
  public record Line(
      String code,
      String name,
      String points,
      String max,
      boolean nothing,
      List<String> flags,
      List<String> facts,
      String rule,
      String arithmetic,
      String basis,
      List<String> proofs,
      Optional<Columns> columns) {}

  /** What was claimed, verified and decided of a criterion. */
  public record Columns(
      boolean same,
      String claimed,
      String verified,
      String decided,
      String difference,
      boolean less,
      List<String> reasons) {}

  /** How the total arises from the sections. */
  public record Sum(String sections, String bonus, String deductions, String total) {}

  /** A document shown, and for what. */
  public record Proof(String title, String about, String criteria) {}

  /** A deduction. */
  public record Cost(String name, String points, String decision, String reason) {}

  /** Who ranks beside the unit. */
  public record Neighbour(
      String rank, String name, String href, String total, String difference, boolean self) {}
}
