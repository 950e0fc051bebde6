package thangdiem;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application around the engine (máy chủ Thang Điểm). It has no pages yet. */
@SpringBootApplication
public class ThangDiemApplication {

  public static void main(String[] args) {
    SpringApplication.run(ThangDiemApplication.class, args);
  }
}
