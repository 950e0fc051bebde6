package thangdiem.audit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the k-th call of a thread that makes the database do something fail, before it is done. */
final class FailingDatabase implements BeanPostProcessor {

  private static final Set<String> CALLS =
      Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");
  private static final ThreadLocal<Integer> LEFT = ThreadLocal.withInitial(() -> 0);

  /** The failure that was asked for. */
  static final class Broken extends SQLException {
    private static final long serialVersionUID = 1L;

    Broken(String call) {
      super("asked to fail: " + call, "08006");
    }
  }

  /** The call of this number fails, the first being 1; 0: none. */
  static void failAt(int call) {
    LEFT.set(call);
  }

  /** Whether the failure asked for has happened. */
  static boolean hasFailed() {
    return LEFT.get() == 0;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database ? wrapped(database, DataSource.class) : bean;
  }

  private static <T> T wrapped(T real, Class<T> as) {
    InvocationHandler handler = (_, method, arguments) -> call(real, method, arguments);
    return as.cast(
        Proxy.newProxyInstance(
            FailingDatabase.class.getClassLoader(), new Class<?>[] {as}, handler));
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    if (CALLS.contains(method.getName())) {
      int left = LEFT.get();
      LEFT.set(Math.max(0, left - 1));
      if (left == 1) {
        throw new Broken(method.getName());
      }
    }
    try {
      var result = method.invoke(real, arguments);
      return switch (result) {
        case Connection connection -> wrapped(connection, Connection.class);
        case Statement _ when method.getReturnType() != Object.class ->
            statement(result, method.getReturnType());
        case null, default -> result;
      };
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @SuppressWarnings("unchecked")
  private static Object statement(Object statement, Class<?> as) {
    return wrapped(statement, (Class<Object>) as);
  }
}
