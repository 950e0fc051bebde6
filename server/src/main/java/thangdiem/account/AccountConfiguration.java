package thangdiem.account;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ways in need from outside. */
@Configuration
class AccountConfiguration {

  /**
   * The real clock: sessions, waits and one-time codes run in real time, also in a trial whose
   * decisions are set in another year.
   */
  @Bean
  InstantSource realClock() {
    return InstantSource.system();
  }
}
