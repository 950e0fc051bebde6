package thangdiem.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import thangdiem.Zipped;
import thangdiem.scoring.Policy;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

class BundleTest {

  private static final byte[] PUBLISHED = Given.bundle(Given.aRoundOfFourUnits());

  @Test
  void followsFromItself() {
    assertThat(Bundle.verify("bundle.zip", PUBLISHED))
        .isEqualTo(new Bundle.Verdict(List.of(), 4, Optional.empty()));
  }

  @Test
  void isTheSameBytesForTheSameRound() {
    assertThat(Given.bundle(Given.aRoundOfFourUnits())).isEqualTo(PUBLISHED);
  }

  @Test
  void isTheSameBytesWhateverTheOrderInWhichFactsWereGiven() {
    var one = Given.answers(Given.oneDepartment("\"staff\": 10, \"computers\": 9, \"dbms\": true"));
    var other =
        Given.answers(Given.oneDepartment("\"dbms\": true, \"computers\": 9, \"staff\": 10"));
    assertThat(Given.bundle(Round.of(Given.decision1663(), other, Policy.DEFAULT)))
        .isEqualTo(Given.bundle(Round.of(Given.decision1663(), one, Policy.DEFAULT)));
  }

  @Test
  void noticesAChangedFactByItsChecksumAndNamesTheCriterionAndTheRank() {
    var said =
        verify(
            changed(
                "answers.json",
                text -> text.replaceFirst("\"it_officers\": 2", "\"it_officers\": 0"),
                false));
    assertThat(said)
        .anyMatch(line -> line.contains("answers.json") && line.contains("SHA-256"))
        .anyMatch(line ->
            line.contains("full-marks")
                && line.contains("V.1")
                && line.contains("40.00")
                && line.contains("0.00"))
        .anyMatch(line -> line.contains("full-marks") && line.contains("V.2"));
  }

  @Test
  void noticesAChangedRankEvenWhenTheChecksumsWereRewritten() {
    var said =
        verify(
            changed(
                "results.json", text -> text.replaceFirst("\"rank\": 1,", "\"rank\": 2,"), true));
    assertThat(said)
        .hasSize(1)
        .first()
        .asString()
        .contains("full-marks")
        .contains("thứ hạng")
        .contains("2")
        .contains("1");
  }

  @Test
  void noticesALoosenedLawEvenWhenTheChecksumsWereRewritten() {
    var said =
        verify(
            changed("criteria.yaml", text -> text.replace("atLeast: 850", "atLeast: 650"), true));
    assertThat(said)
        .anyMatch(line -> line.contains("criteria.json"))
        .anyMatch(line -> line.contains("half-a-megabit") && line.contains("xếp loại"));
  }

  @Test
  void noticesAnotherPolicyEvenWhenTheChecksumsWereRewritten() {
    var said = verify(changed("policy.json", text -> text.replace("\"true\"", "\"false\""), true));
    assertThat(said)
        .anyMatch(line ->
            line.contains("full-marks") && line.contains("1030.00") && line.contains("1000.00"));
  }

  @Test
  void noticesEveryOneOfAThousandChangedValues() {
    var random = new Random(2017);
    var value = Pattern.compile("(?<=\": )(\"[^\"]*\"|-?\\d+|true|false|null)|\"[^\"]+\"(?=:)");
    int altering = 0;
    for (int i = 0; i < 1_000; i++) {
      var file = List.of("results.json", "answers.json").get(i % 2);
      var text = Zipped.unpack(PUBLISHED).get(file);
      var places = new ArrayList<int[]>();
      for (var match = value.matcher(text); match.find(); ) {
        places.add(new int[] {match.start(), match.end()});
      }
      var place = places.get(random.nextInt(places.size()));
      var other =
          text.substring(0, place[0])
              + another(text.substring(place[0], place[1]), random)
              + text.substring(place[1]);
      assertThat(verify(changed(file, _ -> other, false)))
          .as("by checksum, %s at %d", file, place[0])
          .isNotEmpty();
      var rewritten = verify(changed(file, _ -> other, true));
      altering += rewritten.isEmpty() ? 0 : 1;
      if (file.equals("results.json")) {
        assertThat(rewritten).as("by recomputation, at %d", place[0]).isNotEmpty();
      }
    }
    // Half of the changes are in the answers; most of them alter a result, a few (another
    // reason-free digit) do not.
    assertThat(altering).isGreaterThan(900);
  }

  private static String another(String value, Random random) {
    return switch (value) {
      case "true" -> "false";
      case "false", "null" -> "true";
      default ->
          value.startsWith("\"")
              ? "\"" + random.nextInt(10) + value.substring(1)
              : value + random.nextInt(1, 10);
    };
  }

  @Test
  void noticesAFileThatIsMissingAddedOrThere2Times() {
    var files = Zipped.unpack(PUBLISHED);
    files.remove("policy.json");
    assertThatThrownBy(() -> Bundle.verify("b", Zipped.pack(files)))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("policy.json");
    var more = Zipped.unpack(PUBLISHED);
    more.put("extra.txt", "?");
    assertThat(verify(Zipped.pack(more))).anyMatch(line -> line.contains("extra.txt"));
  }

  @Test
  void answersNonsenseWithARefusalAndNothingElse() {
    assertThatThrownBy(() -> Bundle.verify("b", new byte[0])).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> Bundle.verify("b", "not a zip".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadInput.class);
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      var bytes = PUBLISHED.clone();
      for (int j = 0; j < 4; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        Bundle.verify("b", bytes);
      } catch (BadInput expected) {
        assertThat(expected.mistakes()).isNotEmpty();
      }
    }
  }

  private static List<String> verify(byte[] bundle) {
    try {
      return Bundle.verify("bundle.zip", bundle).differences().stream()
          .map(sentence -> sentence.in(Words.VIETNAMESE))
          .toList();
    } catch (BadInput bad) {
      return bad.getMessage().lines().toList();
    }
  }

  private static byte[] changed(String file, UnaryOperator<String> change, boolean checksumsToo) {
    var files = Zipped.unpack(PUBLISHED);
    var before = String.valueOf(files.get(file));
    var after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    files.put(file, after);
    if (checksumsToo) {
      files.computeIfPresent(
          "SHA256SUMS", (_, sums) -> sums.replace(Sha256.of(before), Sha256.of(after)));
    }
    return Zipped.pack(files);
  }
}
