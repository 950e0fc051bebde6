package thangdiem.verification;

import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import thangdiem.round.Round;
import thangdiem.round.Rounds;
import thangdiem.words.VietnamTime;

/** Until when a unit may explain (thời hạn giải trình), in working days. */
@Component
class Deadlines {

  private final Rounds rounds;
  private final HearingTable table;

  Deadlines(Rounds rounds, HearingTable table) {
    this.rounds = rounds;
    this.table = table;
  }

  /** The end of the last of the round's working days after this one. */
  OffsetDateTime fromNow(Round round) {
    return rounds
        .workingDays()
        .after(
            rounds.now().atZoneSameInstant(VietnamTime.ZONE).toLocalDate(),
            table.rule(round).days())
        .plusDays(1)
        .atStartOfDay(VietnamTime.ZONE)
        .toOffsetDateTime();
  }
}
