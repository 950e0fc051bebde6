package thangdiem.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may open a page (ai được xem): these roles, or everybody signed in where none is named.
 * Without this, {@link Performs} or {@link Everyone}, a page opens for nobody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayOpen {
  Role[] value() default {};
}
