package thangdiem.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An unsafe method that only looks (xem trước, kiểm tra): a preview or a check, which therefore
 * leaves no event. Goes with {@link MayOpen} or {@link Everyone}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChangesNothing {}
