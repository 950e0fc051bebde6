package thangdiem.round;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;

/**
 * What may be said of a round's phase while its publication waits for its hour (chờ giờ công bố):
 * until then it is adopted, to all but those who publish it (F12).
 */
@Component
public class Embargo {

  private static final Role[] PUBLISHING = {Role.ORGANISER, Role.COUNCIL_SECRETARY, Role.CHAIRMAN};

  private final JdbcClient sql;

  Embargo(JdbcClient sql) {
    this.sql = sql;
  }

  /** Whether somebody knows of a publication before its hour: it is theirs. */
  static boolean isTold(Actor reader) {
    return reader.isAny(PUBLISHING);
  }

  /** The phase of each round as that reader is told it. */
  public Function<Round, Phase> phases(Actor reader) {
    if (isTold(reader)) {
      return Round::phase;
    }
    var waiting = sql.sql("select id from round where awaits_its_hour(id)").query(UUID.class).set();
    return round -> waiting.contains(round.id()) ? Phase.ADOPTED : round.phase();
  }
}
