package thangdiem.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class UsageTest {

  @Test
  void keepsTheWordsOfTheLibraryToItself() {
    var odd = new ParameterException(new CommandLine(CommandSpec.create()), "something odd");
    assertThat(Usage.explained(odd, Words.VIETNAMESE)).isEqualTo("Dòng lệnh không đúng.");
  }
}
