package thangdiem.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InvitationCodeTest {

  @Test
  void hasTenCharactersNoneOfWhichLookAlike() {
    var letters =
        Stream.generate(InvitationCode::made)
            .limit(2_000)
            .map(InvitationCode::letters)
            .peek(code -> assertThat(code).hasSize(10))
            .flatMap(code -> code.chars().mapToObj(letter -> (char) letter))
            .collect(Collectors.toSet());

    assertThat(letters).doesNotContain('0', 'O', '1', 'I', 'L').hasSize(31);
  }

  @Test
  void isAlwaysAnotherOne() {
    assertThat(Stream.generate(InvitationCode::made).limit(2_000).collect(Collectors.toSet()))
        .hasSize(2_000);
  }

  @Test
  void isReadHoweverItIsTyped() {
    for (var typed : Set.of("ABCDE-FGH23", "abcdefgh23", " abcde – fgh23 ", "ABCDE FGH23")) {
      assertThat(InvitationCode.typed(typed).letters()).as(typed).isEqualTo("ABCDEFGH23");
    }
  }

  @Test
  void isNoneWithSignsThatItNeverHas() {
    assertThat(InvitationCode.typed("ABCDE-FGH2O").wellFormed()).isFalse();
    assertThat(InvitationCode.typed("ABCDE-FGH2").wellFormed()).isFalse();
    assertThat(InvitationCode.typed("ABCDE-FGH23").wellFormed()).isTrue();
  }

  @Test
  void saysNothingOfItselfInALog() {
    assertThat(InvitationCode.made().toString()).isEqualTo("a code");
  }
}
