package thangdiem.rights;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/** Counts what is asked of the database, by standing between it and the application. */
public final class Statements implements BeanPostProcessor {

  private static final List<String> SENT = new CopyOnWriteArrayList<>();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Counting(source) : bean;
  }

  /** The statements sent while that runs, in their order. */
  static List<String> during(Runnable request) {
    SENT.clear();
    request.run();
    return List.copyOf(SENT);
  }

  private static final class Counting extends DelegatingDataSource {

    Counting(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
      var connection = super.getConnection();
      return proxy(
          Connection.class,
          (method, arguments) -> {
            var made = call(method, connection, arguments);
            return made instanceof Statement statement
                ? counted(statement, method.getReturnType(), String.valueOf(first(arguments)))
                : made;
          });
    }
  }

  private static Object counted(Statement statement, Class<?> type, String prepared) {
    return proxy(
        type,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            var sent = arguments == null ? prepared : String.valueOf(first(arguments));
            // A session is written when its answer has gone out, events find their place meanwhile.
            boolean asked = RequestContextHolder.getRequestAttributes() != null;
            if (asked && !sent.toLowerCase(Locale.ROOT).contains("spring_session")) {
              SENT.add(sent);
            }
          }
          return call(method, statement, arguments);
        });
  }

  private static Object first(Object[] arguments) {
    return arguments == null || arguments.length == 0 ? "" : arguments[0];
  }

  private interface Call {
    Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Statements.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call.answer(method, arguments)));
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
