package thangdiem.submission;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.NotFound;
import thangdiem.audit.Refusal;

/**
 * Who does which section (giao việc). It keeps nobody from filling in another's section: it says
 * whose work is still to do.
 */
@Component
public class Assignments {

  private final AssignmentTable table;
  private final ColleagueTable colleagues;
  private final Acts acts;

  Assignments(AssignmentTable table, ColleagueTable colleagues, Acts acts) {
    this.table = table;
    this.colleagues = colleagues;
    this.acts = acts;
  }

  /**
   * Gives a section to somebody; whoever had it has it no longer.
   *
   * @throws Refusal when nobody of that login answers for the unit
   */
  public void give(Actor actor, Assessment assessment, String section, String login) {
    require(assessment, section);
    var colleague =
        colleagues.of(assessment).stream()
            .filter(one -> one.login().equals(login))
            .findFirst()
            .orElseThrow(() -> new Refusal("assignment.nobody"));
    try {
      acts.run(
          actor,
          Act.SECTION_ASSIGNED,
          assessment.subject(),
          event -> {
            event.with("section", section);
            table.takeBack(assessment, section);
            table.give(assessment, section, colleague.account());
          });
    } catch (DuplicateKeyException e) {
      throw new Refusal("assignment.meanwhile");
    }
  }

  void takeBack(Actor actor, Assessment assessment, String section) {
    require(assessment, section);
    acts.run(
        actor,
        Act.SECTION_UNASSIGNED,
        assessment.subject(),
        event -> {
          event.with("section", section);
          if (!table.takeBack(assessment, section)) {
            throw new Refusal("assignment.none");
          }
        });
  }

  private static void require(Assessment assessment, String section) {
    if (assessment.set().sections().stream().noneMatch(one -> one.code().equals(section))) {
      throw new NotFound("section " + section);
    }
  }
}
