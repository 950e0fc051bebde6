/**
 * The database and its life (cơ sở dữ liệu): the home folder, the PostgreSQL that the application
 * runs itself or is given, its roles, its migrations, and the gate that refuses to serve from one
 * that could lose what it has acknowledged. Knows nothing of the domain.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package thangdiem.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
