package thangdiem.submission;

import org.springframework.stereotype.Component;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;

/** What those who answer for a unit say to each other about a fact (trao đổi về số liệu). */
@Component
public class Remarks {

  static final int LONGEST = 2_000;

  private final RemarkTable table;
  private final ColleagueTable colleagues;
  private final Acts acts;

  Remarks(RemarkTable table, ColleagueTable colleagues, Acts acts) {
    this.table = table;
    this.colleagues = colleagues;
    this.acts = acts;
  }

  /** Says something about a fact; whoever is named by "@" finds it among their tasks. */
  public void say(Actor actor, Assessment assessment, String fact, String words) {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new Refusal("remark.words", LONGEST);
    }
    var named =
        Mentions.in(words, colleagues.of(assessment)).stream()
            .map(Colleague::account)
            .filter(account -> !account.equals(actor.account()))
            .toList();
    acts.run(
        actor,
        Act.FACT_COMMENTED,
        assessment.subject(),
        event -> {
          event.with("fact", fact);
          table.say(assessment, fact, words.strip(), named);
        });
  }

  /** The reader has come where they were called for. */
  void seen(Actor actor, Assessment assessment, String fact) {
    acts.run(
        actor,
        Act.MENTION_SEEN,
        assessment.subject(),
        event -> {
          event.with("fact", fact);
          if (!table.seen(assessment, fact)) {
            throw new Refusal("mention.none");
          }
        });
  }
}
