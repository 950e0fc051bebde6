package thangdiem.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class TogetherTest {

  private final List<List<String>> groups = new CopyOnWriteArrayList<>();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Together<String, String> together =
      new Together<>(asked -> asked.charAt(0), this::serve);

  /** Whoever comes alone, as the first does, is not left waiting for company. */
  private List<String> serve(List<String> asked) {
    groups.add(asked);
    if (groups.size() == 1) {
      arrived.countDown();
      await(goOn);
    }
    if (asked.contains("wrong")) {
      throw new IllegalArgumentException("wrong");
    }
    return asked.stream().map(one -> one + "!").toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first is being served, the others come meanwhile, one after another. */
  private List<CompletableFuture<String>> come(String... asked) {
    var answers = new ArrayList<CompletableFuture<String>>();
    for (var one : asked) {
      var answer = new CompletableFuture<String>();
      var caller =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  answer.complete(together.serve(one));
                } catch (RuntimeException e) {
                  answer.completeExceptionally(e);
                }
              });
      await(arrived);
      while (caller.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      answers.add(answer);
    }
    goOn.countDown();
    return answers;
  }

  @Test
  void whatComesWhileOthersAreServedIsServedTogether() {
    var answers = come("first", "second", "third", "a fourth");

    assertThat(answers.stream().map(CompletableFuture::join))
        .containsExactly("first!", "second!", "third!", "a fourth!");
    assertThat(groups).containsExactly(List.of("first"), List.of("second", "third", "a fourth"));
  }

  @Test
  void nobodyFailsForAnothersSake() {
    var answers = come("first", "second", "wrong", "third");

    assertThat(answers.get(1).join()).isEqualTo("second!");
    assertThat(answers.get(3).join()).isEqualTo("third!");
    assertThatThrownBy(() -> answers.get(2).join())
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoThatMustStandApartAreServedInTheirOrder() {
    var answers = come("first", "second", "something else", "third");

    assertThat(answers.stream().map(CompletableFuture::join)).hasSize(4);
    assertThat(groups)
        .containsExactly(List.of("first"), List.of("second"), List.of("something else", "third"));
  }

  @Test
  void whoComesAloneIsServedOnTheirOwnThread() {
    var alone = Together.<String, Thread>all(asked -> List.of(Thread.currentThread()));

    assertThat(alone.serve("alone")).isSameAs(Thread.currentThread());
  }

  /** Or they would not see what their transaction has changed. */
  @Test
  void withinATransactionItIsServedInItAndInNoCompany() {
    var first = come("first", "second");
    TransactionSynchronizationManager.setActualTransactionActive(true);
    try {
      assertThat(together.serve("within")).isEqualTo("within!");
    } finally {
      TransactionSynchronizationManager.clear();
    }

    first.forEach(CompletableFuture::join);
    assertThat(groups).contains(List.of("within"));
  }

  @Test
  void anArrayForTheDatabaseIsNeverShort() {
    assertThat(Together.padded(Stream.of("a", "b"), String[]::new))
        .hasSize(16)
        .startsWith("a", "b");
    assertThat(Together.padded(Stream.iterate(0, one -> one + 1).limit(20), Integer[]::new))
        .hasSize(20);
  }
}
