package thangdiem.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** C2SP's signed-note, held against the example that Go's package of that name publishes. */
class SignedNoteTest {

  private static final String KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private final NoteSigner signer = NoteSigner.make("thang-diem.example");

  private static SignedNote note(String text) {
    return SignedNote.of(text).orElseThrow();
  }

  private static NoteKey key(String written) {
    return NoteKey.of(written).orElseThrow();
  }

  @Test
  void thePublishedNoteIsSignedByThePublishedKey() {
    assertThat(note(NOTE).isSignedBy(key(KEY))).isTrue();
    assertThat(key(KEY).written()).isEqualTo(KEY);
  }

  @Test
  void aChangedLetterIsNoticed() {
    assertThat(note(NOTE.replace("answer", "Answer")).isSignedBy(key(KEY))).isFalse();
  }

  @Test
  void whatWeSignIsSignedByUsAndNobodyElse() {
    var note = signer.sign("ba dòng\nhai\n");
    assertThat(note(note.note()).isSignedBy(signer.key())).isTrue();
    assertThat(note(note.note()).isSignedBy(NoteSigner.make("thang-diem.example").key())).isFalse();
    assertThat(note(note.note()).isSignedBy(key(KEY))).isFalse();
  }

  @Test
  void theSignatureOfAWitnessIsNoObstacle() {
    var witnessed =
        signer.sign("một\n").note() + "— nhan-chung AAAAAGFiYw==\n— thang-diem.example không\n";
    assertThat(note(witnessed).isSignedBy(signer.key())).isTrue();
  }

  @Test
  void aKeyIsReadBackFromItsFile() {
    var again = NoteSigner.of(signer.written());
    assertThat(again.sign("x\n").isSignedBy(signer.key())).isTrue();
    assertThatThrownBy(() -> NoteSigner.of("x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NoteSigner.of(signer.key().written() + "\nAAAA\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NoteSigner.make("hai chữ"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoKeyIsNotTakenForOne() {
    assertThat(NoteKey.of("")).isEmpty();
    assertThat(NoteKey.of("a+b")).isEmpty();
    assertThat(NoteKey.of("a+00000000+!")).isEmpty();
    assertThat(NoteKey.of("a+00000000+AAAA")).isEmpty();
    assertThat(NoteKey.of(KEY.replace("c74f20a3", "c74f20a4"))).isEmpty();
    assertThat(NoteKey.of(KEY.replace("+ARpc", "+AhpC"))).isEmpty();
  }

  @Test
  void whatIsNoNoteIsNotTakenForOne() {
    assertThat(SignedNote.of("")).isEmpty();
    assertThat(SignedNote.of("một dòng\n")).isEmpty();
    assertThat(SignedNote.of("văn bản\n\n— không xuống dòng")).isEmpty();
  }

  @Test
  void aCheckpointIsReadFromItsTextAndFromNothingElse() {
    var checkpoint = new Checkpoint("thang-diem.example/1", 7, MerkleTree.leaf("a"));
    assertThat(Checkpoint.of(checkpoint.text())).contains(checkpoint);
    assertThat(Checkpoint.of(checkpoint.text() + "dòng thêm\n")).contains(checkpoint);
    assertThat(Checkpoint.of("")).isEmpty();
    assertThat(Checkpoint.of("x\n07\n" + "A".repeat(44) + "\n")).isEmpty();
    assertThat(Checkpoint.of("x\n7\nAAAA\n")).isEmpty();
    assertThat(Checkpoint.of("x\n7\n!\n")).isEmpty();
    assertThat(Checkpoint.of("\n7\n" + checkpoint.text().split("\n")[2] + "\n")).isEmpty();
  }
}
