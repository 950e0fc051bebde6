package thangdiem;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine;

/** The application around the engine (máy chủ Thang Điểm). */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ThangDiemApplication {

  public static void main(String[] args) {
    int code = new CommandLine(new Start()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }
}
