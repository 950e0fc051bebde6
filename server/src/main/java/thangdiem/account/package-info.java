/**
 * Accounts and the ways in (tài khoản, đăng nhập). A role is held in a unit. Takes invitations and
 * what people know or carry; gives the {@link thangdiem.audit.Actor} of each request.
 */
@ApplicationModule(
    allowedDependencies = {"audit", "orgunit", "exchange", "document", "mail", "search"})
@NullMarked
package thangdiem.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
