package thangdiem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import thangdiem.rights.Situation;
import thangdiem.rights.Statements;

/**
 * A test of all routes at once, against an application and a database of which nobody else asks
 * anything: whatever changes in it, the request just sent has changed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {ThangDiemApplication.class, Province.class, Situation.class, Statements.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = QuietDatabase.class)
public @interface QuietTest {}
