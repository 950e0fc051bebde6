package thangdiem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest
class ThangDiemApplicationTest {

  @Autowired private ApplicationContext context;

  @Test
  void startsOnJava25() {
    assertThat(context.getBean(ThangDiemApplication.class)).isNotNull();
    assertThat(Runtime.version().feature()).isEqualTo(25);
  }
}
