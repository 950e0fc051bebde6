package thangdiem.submission;

import java.util.List;
import java.util.Map;
import thangdiem.criteria.FactDefinition;
import thangdiem.criteria.Points;
import thangdiem.criteria.Section;

/** Who does which section, and what is left of it (phân công). */
public record AssignmentsPage(Assessment assessment, List<Colleague> colleagues, List<Part> parts) {

  /** The people to choose from, by login. */
  public Map<String, String> choices() {
    var choices = new java.util.LinkedHashMap<String, String>();
    colleagues.forEach(one -> choices.put(one.login(), one.name()));
    return choices;
  }

  /**
   * A section with who does it.
   *
   * @param login of who does it; empty where nobody was asked
   */
  public record Part(FormPage.RailItem item, String login) {}

  /**
   * What the reader still has to answer (việc của tôi).
   *
   * @param everything whether nobody was given anything, so that everything is everybody's
   */
  public record Mine(Assessment assessment, boolean everything, List<MinePart> parts) {

    public int facts() {
      return parts.stream().mapToInt(part -> part.facts().size()).sum();
    }
  }

  /** Of one section. */
  public record MinePart(Section section, List<MineFact> facts) {}

  /** A fact without an answer, and the most that its criteria could still bring. */
  public record MineFact(FactDefinition fact, List<String> feeds, Points could) {}
}
