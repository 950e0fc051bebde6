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
class Embargo {

  private static final Role[] PUBLISHING = {Role.ORGANISER, Role.COUNCIL_SECRETARY, Role.CHAIRMAN};

  private final JdbcClient sql;

  Embargo(JdbcClient sql) {
    this.sql = sql;
  }

  /** The phase of each round as that reader is told it. */
  Function<Round, Phase> phases(Actor reader) {
    if (reader.isAny(PUBLISHING)) {
      return Round::phase;
    }
    var waiting =
        sql.sql(
                """
                select round from publication
                 group by round having min(visible_from) > now_effective()
                """)
            .query(UUID.class)
            .set();
    return round -> waiting.contains(round.id()) ? Phase.ADOPTED : round.phase();
  }
}
