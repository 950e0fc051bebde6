package thangdiem.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What becomes of an answer that fails when a part of it has gone already. */
class ErrorPagesTest {

  private final ErrorPages pages = new ErrorPages(mock(Faults.class), mock(CurrentActor.class));

  @Test
  void aFileOfWhichAPartHasGoneBreaksOffInsteadOfEndingInAPage() {
    var begun = new MockHttpServletResponse();
    begun.setCommitted(true);
    var away = new DataAccessResourceFailureException("the database is away");
    var fault = new IllegalStateException("a fault of ours");

    assertThatThrownBy(() -> pages.withoutDatabase(away, new MockHttpServletRequest(), begun))
        .isSameAs(away);
    assertThatThrownBy(() -> pages.fault(fault, new MockHttpServletRequest(), begun))
        .isSameAs(fault);
  }
}
