package thangdiem;

import java.nio.file.Files;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import thangdiem.audit.LedgerSeal;
import thangdiem.database.Home;
import thangdiem.proof.NoteSigner;

/** Keeps the ledger's key in the home, made at the first start (khoá ký nhật ký). */
@Configuration
@EnableScheduling
class LedgerConfiguration {

  private static final String KEY = "ledger.key";

  @Bean
  LedgerSeal seal(Home home) {
    if (!Files.exists(home.resolve("secrets").resolve(KEY))) {
      home.keep(KEY, NoteSigner.make("thangdiem/" + distinction()).written());
    }
    return new LedgerSeal(NoteSigner.of(home.secret(KEY)), home.resolve("ledger.checkpoint"));
  }

  /** Two installations have two ledgers, however alike they are. */
  private static String distinction() {
    var bytes = new byte[Integer.BYTES];
    RandomGenerator.of("SecureRandom").nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
