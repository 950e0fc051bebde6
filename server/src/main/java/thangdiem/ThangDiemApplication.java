package thangdiem;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine;
import thangdiem.words.Usage;
import thangdiem.words.Words;

/** The application around the engine (máy chủ Thang Điểm). */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(sharedModules = "words")
public class ThangDiemApplication {

  public static void main(String[] args) {
    var words = Words.of(Optional.ofNullable(System.getenv("THANGDIEM_LANG")).orElse("vi"));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code =
        new CommandLine(new Start(new Console(words, out, err)))
            .setParameterExceptionHandler((problem, _) -> {
              err.println(Usage.explained(problem, words));
              return Start.REFUSED;
            })
            .execute(args);
    if (code != Start.SERVING) {
      System.exit(code);
    }
  }
}
